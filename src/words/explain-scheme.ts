import type { SchemeDocument } from '#domain/scheme/document.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import type { Lang } from './lang.ts';
import { heading } from './scheme/numbering.ts';
import {
  gradeLines,
  marks,
  mayFitNone,
  quotaWords,
  rankLine,
  vetoLines,
  warningLines,
} from './scheme/outcome-lines.ts';
import { noteLine, partsLines } from './scheme/parts.ts';
import { categoryLines, cycleWords, exemptionLines, reviewWords, termsWords } from './scheme/process-lines.ts';
import { commas, dayWords, type Speaker, speaker } from './scheme/speak.ts';
import type { Key } from './zh-CN.ts';

type Section = {
  readonly title: Key;
  readonly lines: (section: number) => readonly string[];
  readonly numbered?: boolean;
  /** What is said before and after the entries, without a number. */
  readonly before?: string;
  readonly after?: readonly string[];
};

/** The scheme 方案 in plain words, line by line, as a branch would print it. */
export function explainScheme(scheme: Scheme, lang: Lang = 'zh-CN'): string[] {
  const speak = speaker(scheme, lang);
  const lines = headLines(speak, scheme.document);
  let at = 0;
  for (const { title, lines: make, numbered, before, after = [] } of sectionsOf(speak, scheme.document)) {
    const made = make(at + 1);
    if (made.length === 0 && before === undefined) continue;
    at++;
    lines.push('', `${heading(lang, [at])}${speak.say(title)}`);
    if (before !== undefined) lines.push(before);
    const number = numbered === true && made.length > 1;
    for (const [index, line] of made.entries()) lines.push(number ? heading(lang, [at, index + 1]) + line : line);
    lines.push(...after);
  }
  return lines;
}

function headLines(speak: Speaker, document: SchemeDocument): string[] {
  const { title, organisation, version, effective, source, note, historical, readOnly } = document;
  const lines = [title];
  if (organisation !== undefined) lines.push(organisation);
  const state = commas(speak, [
    version === undefined ? '' : speak.say('doc.version', { version }),
    effective === undefined ? '' : speak.say('doc.effective', { day: dayWords(speak, effective) }),
  ]);
  if (state !== '') lines.push(speak.say('in-brackets', { text: state }).trim());
  const from = [source?.title, source?.address].filter((text) => text !== undefined).join(' ');
  if (from !== '') lines.push(speak.say('doc.source', { text: from }));
  if (historical) lines.push(speak.say('doc.historical'));
  if (readOnly !== undefined) lines.push(speak.say('doc.read-only', { reason: readOnly }));
  if (note !== undefined) lines.push(noteLine(speak, note));
  return lines;
}

function sectionsOf(speak: Speaker, document: SchemeDocument): readonly Section[] {
  const { reviews = [], vetoes = [], quotas = [], warnings = [], uses = [], grades, rank, cycle, terms } = document;
  const stop = speak.say('join.stop');
  const entries = (list: readonly { label: string; clause?: string; note?: string }[]): string[] =>
    list.map((one) => one.label + marks(speak, one.clause === undefined ? {} : { clause: one.clause }) + stop);
  return [
    { title: 'section.parts', lines: (at) => (document.components.length > 0 ? partsLines(speak, document, at) : []) },
    { title: 'section.categories', lines: () => categoryLines(speak, document), numbered: true },
    { title: 'section.cycle', lines: () => (cycle ? [cycleWords(speak, cycle) + stop] : []) },
    {
      title: 'section.reviews',
      lines: () =>
        reviews.map((one) => speak.say('join.colon', { head: one.label, rest: reviewWords(speak, one) }) + stop),
      numbered: true,
    },
    {
      title: 'section.vetoes',
      lines: () => vetoLines(speak, vetoes),
      numbered: true,
      after: vetoes.some((veto) => !veto.when) ? [speak.say('veto.finding')] : [],
    },
    {
      title: 'section.grades',
      lines: () => gradeLines(speak, document),
      numbered: true,
      ...((rank || grades?.length) && { before: rankLine(speak, document) }),
      after: grades?.length
        ? [...(mayFitNone(document) ? [speak.say('grade.holes')] : []), speak.say('grade.person')]
        : [],
    },
    { title: 'section.quotas', lines: () => quotas.map((one) => quotaWords(speak, one) + stop), numbered: true },
    { title: 'section.warnings', lines: () => warningLines(speak, warnings), numbered: true },
    { title: 'section.exemptions', lines: () => exemptionLines(speak, document), numbered: true },
    {
      title: 'section.terms',
      lines: () => (terms ? [termsWords(speak, terms) + stop].filter((line) => line !== stop) : []),
    },
    { title: 'section.uses', lines: () => entries(uses), numbered: true },
    { title: 'section.unknown', lines: () => partialLines(document, stop) },
  ];
}

function partialLines({ source }: SchemeDocument, stop: string): string[] {
  if (source?.partial === undefined) return [];
  return [/[。.]$/u.test(source.partial) ? source.partial : source.partial + stop];
}

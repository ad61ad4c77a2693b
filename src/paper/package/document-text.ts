import { showPoints } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { itemLabel } from '#domain/process/opening.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { versionOn } from '#domain/score/prepare.ts';
import { fill } from '#words/fill.ts';
import { packageZhCN as text } from '#words/package.zh-CN.ts';
import { sayInstant } from '#words/say-instant.ts';
import { speaker } from '#words/scheme/speak.ts';
import { factWords } from '#words/score/fact-words.ts';
import type { PackageContents, PackedDocument } from './contents.ts';
import type { Sealed } from './sealed.ts';

/** What a text is made with: the names of people, and the words for facts. */
type Teller = {
  readonly name: (id: string) => string;
  readonly fact: (fact: Fact) => string;
  readonly components: (points: Readonly<Record<string, number>>) => string;
};

const QUARTERS = ['一', '二', '三', '四'];

/** A sealed document 定稿文书 as lines that people read; Chinese, as all documents are. What this does not know stands in the sealed text alone. */
export function documentText(document: PackedDocument, contents: PackageContents): readonly string[] {
  const { kind, number, period, supersedes, sealed, seq, hash } = document;
  const label = text.kinds[kind] ?? kind;
  const about = { branch: contents.branch.name, period: periodText(period ?? ''), at: sayInstant(sealed) };
  return [
    fill(text.sealed, { label, number }),
    fill(text.about, about),
    ...(supersedes === null ? [] : [fill(text.supersedes, { number: supersedes })]),
    '',
    ...bodyOf(kind, JSON.parse(document.text) as Sealed, tellerOf(contents)),
    '',
    fill(text.proved, { seq, hash }),
  ];
}

/** A period or day as documents write it 所属时间. */
export function periodText(period: string): string {
  const [, year = '', quarter, month, day] = /^(\d{4})(?:Q([1-4])|-(\d\d)(?:-(\d\d))?)?$/.exec(period) ?? [];
  if (year === '') return period;
  if (quarter !== undefined) return `${year}年第${QUARTERS[Number(quarter) - 1]}季度`;
  const date = day === undefined ? '' : `${Number(day)}日`;
  return `${year}年${month === undefined ? '' : `${Number(month)}月${date}`}`;
}

function tellerOf({ names, schemes }: PackageContents): Teller {
  const last = schemes.at(-1);
  const labelled = (id: string, scheme: Scheme | undefined): string => itemLabel(scheme, id) ?? id;
  return {
    name: (id) => names.get(id) ?? id,
    fact: (fact) => {
      const scheme = schemes.length > 0 ? versionOn(schemes, fact.day) : undefined;
      const said = scheme ? factWords(speaker(scheme, 'zh-CN'), fact) : fact.day;
      const note = fact.note === undefined ? '' : `，${findingNamed(fact.note)}`;
      return fill(text.line, { label: labelled(fact.item, scheme), fact: `${said}${note}` });
    },
    components: (points) =>
      Object.entries(points)
        .map(([id, one]) => fill(text.component, { label: labelled(id, last), points: showPoints(one, 4) }))
        .join('，'),
  };
}

/** The note of a fact that rests on a finding says so in words, not by an id. */
function findingNamed(note: string): string {
  return note.replaceAll(/\b([a-z]+):[0-9a-f-]{36}/g, (id, noun: string) => text.findings[noun] ?? id);
}

function bodyOf(kind: string, sealed: Sealed, teller: Teller): readonly string[] {
  switch (kind) {
    case 'register':
      return registerText(sealed, teller);
    case 'minutes':
      return [sealed.text ?? '', '', ...signed('chair', sealed, teller), ...signed('recorder', sealed, teller)];
    case 'notice':
      return noticeText(sealed, teller);
    case 'settlement':
      return settlementText(sealed, teller);
    case 'filing':
      return [
        fill(text.filing, { settlement: sealed.settlement ?? 0, round: sealed.round ?? 1, day: sealed.day ?? '' }),
        ...((sealed.confirmed ?? []).length > 0 ? [fill(text.confirmed, { n: sealed.confirmed?.length ?? 0 })] : []),
      ];
    case 'roll':
      return rollText(sealed, teller);
    case 'month':
      return (sealed.lines ?? []).map(({ subject = '', state, fact, reason }) => {
        const why = state === 'declined' ? `（${text.declined}${reason === undefined ? '' : `：${reason}`}）` : '';
        return `${teller.name(subject)}　${fact ? teller.fact(fact) : ''}${why}`;
      });
    case 'notice-file':
      return [
        ...(sealed.feedback ?? []).map(({ day, text: said }) => fill(text.feedback, { day, text: said })),
        ...(sealed.questions ?? []).flatMap((one) => [fill(text.question, one), fill(text.answer, one)]),
        fill(text.objections, { n: sealed.objections ?? 0 }),
      ];
    case 'transfer': {
      const { member = '', day = '', to = '', total = 0, components = {} } = sealed;
      const said = { name: teller.name(member), day, to, points: showPoints(total, 4) };
      return [fill(text.moved, said), teller.components(components)];
    }
    case 'opening': {
      const { file = '', keeper = '', from = '', until = '', sha256 = '', members = [] } = sealed;
      return [
        fill(text.opening, { file, keeper, from, until, sha256 }),
        ...members.map(({ member = '', points = {} }) =>
          fill(text.opened, { name: teller.name(member), components: teller.components(points) }),
        ),
      ];
    }
    default:
      return [];
  }
}

function totalText(total: number, components: Readonly<Record<string, number>>, teller: Teller): string {
  return fill(text.total, { points: showPoints(total, 4), components: teller.components(components) });
}

function registerText({ sheet, head = '' }: Sealed, teller: Teller): readonly string[] {
  const { members = [], withdrawn = [] } = sheet ?? {};
  return [
    ...members.flatMap(({ name, lines, components, total }, at) => [
      `${at + 1}. ${name}　${totalText(total, components, teller)}`,
      ...lines.map(({ entry, fact }) => `   ${fill(text.entry, { entry })}　${teller.fact(fact)}`),
      ...(lines.length === 0 ? [`   ${text.noLines}`] : []),
    ]),
    ...(withdrawn.length > 0 ? [fill(text.withdrawn, { entries: withdrawn.join('、') })] : []),
    '',
    fill(text.head, { head }),
  ];
}

function signed(as: 'chair' | 'recorder', sealed: Sealed, teller: Teller): readonly string[] {
  const person = sealed[as];
  return person === undefined ? [] : [fill(text[as], { name: teller.name(person) })];
}

function noticeText(
  { text: said = '', start = '', days = 0, members = [] }: Sealed,
  teller: Teller,
): readonly string[] {
  return [
    ...(said === '' ? [] : [said]),
    fill(text.start, { start, days }),
    ...members.map(({ name, total = 0, components = {}, front }, at) => {
      const tail = front === true ? `　${text.front}` : '';
      return `${at + 1}. ${name}　${totalText(total, components, teller)}${tail}`;
    }),
  ];
}

function settlementText({ asOf = '', reason, members = [] }: Sealed, teller: Teller): readonly string[] {
  return [
    fill(text.asOf, { day: asOf }),
    ...(reason === undefined ? [] : [fill(text.reason, { reason })]),
    ...members.flatMap(({ name, claim }, at) => {
      if (!claim) return [];
      const { total, components, vetoed, rank, of, grade } = claim;
      const place = rank === null || of === null ? text.unranked : fill(text.rank, { rank, of });
      const graded = grade === null ? text.noGrade : fill(text.grade, { grade });
      const veto = vetoed ? `　${text.vetoed}` : '';
      return [`${at + 1}. ${name}　${totalText(total, components, teller)}　${place}　${graded}${veto}`];
    }),
  ];
}

function rollText({ lines = [], entitled = 0 }: Sealed, teller: Teller): readonly string[] {
  return [
    fill(text.entitledCount, { n: entitled }),
    ...lines.map(({ member = '', entitled: may }, at) => {
      return `${at + 1}. ${teller.name(member)}　${may === true ? text.entitled : text.notEntitled}`;
    }),
  ];
}

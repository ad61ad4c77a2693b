import type { AnswerOf } from '#contract/api.ts';
import { showPoints } from '#domain/kernel/points.ts';
import type { ReadHeading } from '#intake/mapping.ts';
import type { ImportRead } from '#server/read-import.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { alteredIn, sayHeld, sayRowProblem } from '#words/say-import.ts';
import { sayProblem } from '#words/say-problem.ts';
import { importWords } from '#words/web/import.ts';
import type { ImportWords } from '#words/web/import.zh-CN.ts';

/** What became of an import 导入结果 on the command line. */
export type Outcome = 'dry' | 'stopped' | 'nothing' | 'waits' | 'applied';

type Difference = AnswerOf<'import.show'>;

/** How many rows of a kind a terminal is given. */
const MOST = 100;

/** What becomes of the columns of a file 栏目用途: kept, checked, not read, unknown; a line each. */
export function headingsText(headings: readonly ReadHeading[], lang: Lang): string {
  const { cli, notRead } = importWords(lang);
  const before = headings.filter(({ remembered }) => remembered);
  const pairs = [...new Set(before.map(({ heading, field }) => `${heading} → ${field ?? notRead}`))];
  const told = pairs.length === 0 ? '' : `${fill(cli.remembered, { what: pairs.join('、') })}\n`;
  const uses = (['kept', 'checked', 'dropped', 'unknown'] as const)
    .map((use) => {
      const named = headings.filter((one) => one.use === use).map(({ heading, column }) => `${heading}（${column}）`);
      return named.length === 0 ? '' : `${fill(cli[use], { what: [...new Set(named)].join('、') })}\n`;
    })
    .join('');
  return uses + told;
}

/** The difference in words and numbers 变动. */
export function differenceText(difference: Difference, lang: Lang): string {
  const words = importWords(lang);
  const { kind, unchanged, gone, problems, doubts } = difference;
  const blocks = [
    block(
      words.faults,
      problems.map(({ row, problem }) => `${fill(words.row, { n: row })}  ${sayRowProblem(problem, words)}`),
      words,
      words.places,
    ),
    block(
      words.doubts,
      doubts.map(({ row, doubt }) => `${fill(words.row, { n: row })}  ${sayRowProblem(doubt, words)}`),
      words,
      words.places,
    ),
    ...(kind === 'roster'
      ? [
          ...rosterBlocks(difference, words),
          block(
            words.gone,
            gone.map(({ code, name }) => `${code} ${name}`),
            words,
          ),
          gone.length > 0 ? `  ${words.goneNote}\n` : '',
          `${words.unchanged} ${fill(words.people, { n: unchanged })}\n`,
        ]
      : kind === 'points'
        ? openingBlocks(difference, words)
        : [factBlock(difference, words)]),
  ];
  return `\n${blocks.filter((text) => text !== '').join('')}`;
}

function rosterBlocks({ roster }: Difference, words: ImportWords): readonly string[] {
  const joins = roster.filter(({ joins: isNew }) => isNew);
  const changes = roster.filter(({ joins: isNew }) => !isNew);
  return [
    block(
      words.joins,
      joins.map(({ code, name, status }) => `${code} ${name}  ${sayHeld(status, words)}`),
      words,
    ),
    block(
      words.changes,
      changes.map(({ code, name, status, before }) => {
        const altered = before ? alteredIn(before, status, words) : [];
        const said = altered.map((one) => `${one.what} ${one.before} → ${one.after}`);
        const what = before ? [...said, fill(words.since, { day: status.from })].join('；') : sayHeld(status, words);
        return `${code} ${name}  ${what}`;
      }),
      words,
    ),
  ];
}

/** Each member's row of a sheet of openings, its source, what it leaves out. */
function openingBlocks({ openings, gone }: Difference, words: ImportWords): readonly string[] {
  if (!openings) return [];
  const { source, components, missing, rows } = openings;
  const said = rows.map(({ code, name, points, total }) => {
    const parts = components.map(({ id, label }) => `${label} ${showPoints(points[id] ?? 0, 4)}`);
    return `${code} ${name}  ${[...parts, `${words.sum} ${showPoints(total, 4)}`].join('，')}`;
  });
  return [
    block(words.openings, said, words),
    `  ${fill(words.openingsFrom, { ...source })}\n`,
    ...missing.map((what) => `  ${fill(words.openingsMissing, { what })}\n`),
    block(
      words.gone,
      gone.map(({ code, name }) => `${code} ${name}`),
      words,
    ),
    gone.length > 0 ? `  ${words.openingsGone}\n` : '',
    `  ${words.openingsNote}\n`,
  ];
}

function factBlock({ facts }: Difference, words: ImportWords): string {
  return block(
    words.facts,
    facts.map(({ code, name, fact }) =>
      [code, name, fact.item, fact.period ?? fact.day, fact.level].filter((part) => part !== undefined).join(' '),
    ),
    words,
    words.items,
  );
}

function block(title: string, lines: readonly string[], words: ImportWords, count: string = words.people): string {
  if (lines.length === 0) return '';
  const shown = lines.slice(0, MOST).map((line) => `  ${line}\n`);
  const more = lines.length > MOST ? `  ${fill(words.cli.more, { n: lines.length - MOST })}\n` : '';
  return `${title} ${fill(count, { n: lines.length })}\n${shown.join('')}${more}`;
}

/** The difference as JSON: counts, everything that changes, and what is to be looked at. */
export function differenceJson(
  difference: Difference,
  { outcome, read, lang }: { readonly outcome: Outcome; readonly read: ImportRead; readonly lang: Lang },
): string {
  const { id, kind, title, unchanged, roster, gone, facts, problems, doubts, openings } = difference;
  const words = importWords(lang);
  const joins = roster.filter(({ joins: isNew }) => isNew);
  const changes = roster.filter(({ joins: isNew }) => !isNew);
  const counts = {
    joins: joins.length,
    changes: changes.length,
    gone: gone.length,
    unchanged,
    facts: facts.length,
    ...(openings && { openings: openings.rows.length }),
    suspicious: read.problems.length + doubts.length,
    problems: problems.length,
  };
  return JSON.stringify(
    {
      id,
      kind,
      title,
      outcome,
      counts,
      joins: joins.map(({ row, code, name, status }) => ({ row, code, name, after: status })),
      changes: changes.map(({ row, code, name, before, status }) => ({ row, code, name, before, after: status })),
      gone: gone.map(({ code, name }) => ({ code, name })),
      facts: facts.map(({ row, code, name, fact }) => ({ row, code, name, fact })),
      ...(openings && { openings }),
      headings: read.headings,
      suspicious: [
        ...read.problems.map((one) => ({ ...one, message: sayProblem(one, lang) })),
        ...doubts.map(({ row, doubt }) => ({ row, code: doubt, message: sayRowProblem(doubt, words) })),
      ],
      problems: problems.map(({ row, problem }) => ({ row, code: problem, message: sayRowProblem(problem, words) })),
    },
    null,
    2,
  );
}

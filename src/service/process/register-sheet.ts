import { parsePeriod } from '#domain/kernel/day.ts';
import { monthsOfQuarter } from '#domain/kernel/period.ts';
import { canonical } from '#domain/ledger/canonical.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { versionOn } from '#domain/score/prepare.ts';
import { scoreRows } from '#service/branch-scores.ts';
import type { Doing } from '#service/doing.ts';
import type { Claimed } from '#store/bodies.ts';
import type { Matter } from '#store/matter.ts';

/** One determined line on the sheet. */
export type SheetLine = {
  readonly line: string;
  readonly entry: number;
  readonly component: string;
  readonly fact: Fact;
};

/** A sheet 登记表 as drawn: every member with the determined lines by component and the totals of the year so far, in 1/10000. */
export type Sheet = {
  readonly kind: 'register' | 'supplement';
  readonly quarter: string;
  readonly assembly: string;
  readonly members: readonly {
    readonly member: string;
    readonly name: string;
    readonly lines: readonly SheetLine[];
    readonly components: Readonly<Record<string, number>>;
    readonly total: number;
  }[];
};

/** The determined lines that belong on a sheet: of the quarter's months, or on a supplement those that came later and stand on no sealed one. */
async function linesFor(doing: Doing, kind: Sheet['kind'], quarter: string): Promise<readonly Matter<'line'>[]> {
  const entered = (await doing.list('line', { state: ['determined'] })).filter(({ body }) => body.entry !== undefined);
  if (kind === 'register') {
    const months = monthsOfQuarter(quarter);
    return entered.filter(({ period = '', body }) => months.includes(period) && body.supplementTo === undefined);
  }
  const sheets = await doing.list('register', { period: [quarter], state: ['sealed'] });
  const shown = new Set(sheets.flatMap(({ body }) => linesOn(body.text)));
  return entered.filter(({ id, body }) => body.supplementTo === quarter && !shown.has(id));
}

/** The lines that a drawn sheet has. */
function linesOn(text: string): readonly string[] {
  const { members } = JSON.parse(text) as Sheet;
  return members.flatMap(({ lines }) => lines.map(({ line }) => line));
}

/** How many lines differ between a drawn sheet and what is determined now. */
export async function differencesOf(doing: Doing, { body, period = '' }: Matter<'register'>): Promise<number> {
  // A line that was corrected since has another entry.
  const sheet = JSON.parse(body.text) as Sheet;
  const drawn = new Set(sheet.members.flatMap(({ lines }) => lines.map(({ line, entry }) => `${line} ${entry}`)));
  const lines = await linesFor(doing, body.kind, period);
  const now = new Set(lines.map((line) => `${line.id} ${line.body.entry ?? 0}`));
  return [...drawn, ...now].filter((id) => !(drawn.has(id) && now.has(id))).length;
}

/** Draws a sheet 登记表 from the ledger, as canonical text. */
export async function drawSheet(
  doing: Doing,
  { kind, quarter, assembly }: Pick<Sheet, 'kind' | 'quarter' | 'assembly'>,
): Promise<string> {
  const lines = await linesFor(doing, kind, quarter);
  const last = parsePeriod(monthsOfQuarter(quarter).at(-1) ?? '')?.to ?? doing.today;
  const { members } = await scoreRows(doing.rows, doing.at, last);
  const schemes = await doing.context.schemes.of(doing.rows, doing.at);
  const componentOf = ({ item, day }: Claimed): string => {
    const { nodes } = versionOn(schemes, day);
    let at = item;
    for (let up = nodes.get(at)?.parent; up !== undefined; up = nodes.get(at)?.parent) at = up;
    return at;
  };
  const sheet: Sheet = {
    kind,
    quarter,
    assembly,
    members: members.map(({ kept: { member }, year: { evaluation } }) => ({
      member: member.id,
      name: member.name,
      lines: lines
        .filter(({ subject }) => subject === member.id)
        .map(({ id, body }) => {
          const { note: _, ...fact }: Claimed = body.corrected ?? body.decision?.fact ?? body.fact;
          return { line: id, entry: body.entry ?? 0, component: componentOf(fact), fact };
        }),
      components: Object.fromEntries(evaluation.components),
      total: evaluation.total,
    })),
  };
  return canonical(sheet);
}

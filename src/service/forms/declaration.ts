import type { AnswerOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { parsePeriod } from '#domain/kernel/day.ts';
import { type DeclarationSlip, type Declared, declarationForms } from '#paper/forms/declaration.ts';
import { sayFiles, sayHowMuch } from '#paper/say.ts';
import { allRows } from '#service/all-rows.ts';
import type { Asking, Made } from './asking.ts';
import { itemsNamed, refWords } from './items.ts';
import { memberOn, membersOn, type Named } from './member.ts';

type Line = AnswerOf<'declaration.list'>['rows'][number];

/** Instead of a member: a slip for each one of the branch. */
const EVERYONE = 'all';

/** What a member declared, or what was recorded for it; what others reported and what the committee proposed is no declaration of its own. */
const OWN: ReadonlySet<string> = new Set(['own', 'entry', 'batch', 'prefill']);

/** Declaration slips 申报单 of a month, this one unless told: empty ones, a member's with its own lines, or one for every member. @throws thing.unknown, right.missing */
export async function declarationOf(asking: Asking): Promise<Made> {
  const { member, period, copies = 1 } = asking.query;
  const month = period ?? asking.today.slice(0, 7);
  const last = parsePeriod(month)?.to;
  if (last === undefined || month.length !== 7) throw new Refusal('thing.unknown');
  const branch = await asking.branchName();
  if (member === undefined) {
    await asking.belongs();
    const [code] = period === undefined ? [] : await asking.codes([{ kind: 'slip', month }]);
    const empty: DeclarationSlip = { branch, month: period ?? '', ...(code !== undefined && { code }) };
    return made(Array.from({ length: copies }, () => empty));
  }
  const [day = last] = [last, asking.today].toSorted();
  const members = member === EVERYONE ? await membersOn(asking, day) : [await memberOn(asking, member, day)];
  const lines = await linesOf(asking, member === EVERYONE ? { month } : { month, member });
  const item = await itemsNamed(asking, day);
  const codes = await asking.codes(members.map(({ id }) => ({ kind: 'slip', of: id, month })));
  const slipOf = ({ id, name, status }: Named, at: number): DeclarationSlip => ({
    branch,
    month,
    declarant: name,
    ...(codes[at] !== undefined && { code: codes[at] }),
    ...(status?.group !== undefined && { group: status.group }),
    own: lines.filter(({ subject }) => subject === id).map((line) => declaredOf(line, item(line.fact.item))),
  });
  return made(members.map(slipOf));
}

function made(slips: readonly DeclarationSlip[]): Made {
  return { data: { slips }, document: declarationForms(slips) };
}

/** The lines of a month that stand on slips, by day. */
async function linesOf(
  asking: Asking,
  sought: { readonly month: string; readonly member?: string },
): Promise<readonly Line[]> {
  const found = await allRows((page) => asking.ask('declaration.list', { ...sought, ...page }));
  const own = found.filter(({ origin, state }) => OWN.has(origin) && state !== 'withdrawn');
  return own.toSorted((a, b) => (a.fact.day < b.fact.day ? -1 : a.fact.day > b.fact.day ? 1 : 0));
}

function declaredOf(line: Line, { label, unit }: { readonly label: string; readonly unit?: string }): Declared {
  const { fact, words = '', points, evidence = [] } = line;
  const said = sayHowMuch(fact, unit);
  const proofs = [refWords(fact), evidence.length > 0 ? sayFiles(evidence.length) : undefined].filter(
    (one) => one !== undefined,
  );
  return {
    day: fact.day,
    item: label,
    words: [said, words].filter((one) => one !== '').join('，'),
    ...(proofs.length > 0 && { proof: proofs.join('，') }),
    ...(points !== undefined && { claimed: points }),
  };
}

import { type BranchRegister, branchRegisterForm } from '#paper/forms/register-branch.ts';
import { dayOfInstant } from '#service/clock.ts';
import type { Asking, Made } from './asking.ts';
import { calledOn } from './called.ts';
import { byDay, determinedPlace, strikePlace } from './determined.ts';
import { factText } from './fact-text.ts';
import { inOffice } from './in-office.ts';
import { leafTaker, leavesAsSealed, leavesOf, strikesOf } from './leaves.ts';
import { linesByFact, linesRead } from './lines-read.ts';
import { proofOf } from './sealed.ts';
import { determinedDay, endOfQuarter, registerMeant, sheetOf } from './sealed-register.ts';
import { wholeYear } from './sealed-year.ts';

/**
 * The register 党员积分登记表 of a branch: of a quarter as it was sealed, the latest unless told, or of a year as it was settled.
 * @throws form.none, thing.unknown, whatever `register.show` or `settlement.show` refuses
 */
export async function registerOfBranch(asking: Asking): Promise<Made> {
  const data = asking.query.period?.length === 4 ? await ofYear(asking) : await ofQuarter(asking);
  return { data, document: branchRegisterForm(data) };
}

async function ofQuarter(asking: Asking): Promise<BranchRegister> {
  const registers = await asking.ask('register.show', {});
  const document = registerMeant(asking, registers);
  const sheet = sheetOf(document);
  const { quarter, kind, withdrawn } = sheet;
  const last = endOfQuarter(quarter);
  const components = await asking.components(last);
  const cycle = await asking.cycle(last);
  const called = await calledOn(asking);
  const text = await factText(asking);
  const leaves = await leavesAsSealed(asking, sheet.members, last);
  const lines = new Map((await linesRead(asking)).map((line) => [line.id, line]));
  const determinedOn = await determinedDay(asking, registers, sheet);
  const shown = kind === 'register' ? sheet.members : sheet.members.filter((one) => one.lines.length > 0);
  return {
    ...proofOf(asking, document),
    code: await asking.code({ kind: 'register', of: document.number }),
    branch: await asking.branchName(),
    period: quarter,
    kind,
    ...(await asking.shown(last)),
    ...(cycle !== undefined && { cycle }),
    components: components.map(({ label }) => label),
    members: shown.map((one) => {
      const leafOf = leafTaker(leaves.get(one.member) ?? []);
      return {
        name: called(one.member, one.name),
        lines: byDay(one.lines).map(({ fact, line }) =>
          determinedPlace(text, fact, leafOf(fact), lines.get(line ?? '')),
        ),
        sums: components.map(({ id }) => one.components[id] ?? 0),
        total: one.total,
      };
    }),
    withdrawn,
    ...(determinedOn !== undefined && { determinedOn }),
    ...(await inOffice(asking, dayOfInstant(document.sealed))),
  };
}

async function ofYear(asking: Asking): Promise<BranchRegister> {
  const { document, year, asOf, members } = await wholeYear(asking);
  const components = await asking.components(asOf);
  const cycle = await asking.cycle(asOf);
  const called = await calledOn(asking);
  const text = await factText(asking);
  const lineOf = linesByFact(await linesRead(asking));
  return {
    ...proofOf(asking, document),
    code: await asking.code({ kind: 'settlement', of: document.number }),
    branch: await asking.branchName(),
    period: year,
    ...(await asking.shown(asOf)),
    ...(cycle !== undefined && { cycle }),
    components: components.map(({ label }) => label),
    members: members.map(({ name, claim, tree }) => {
      const places = byDay(leavesOf(tree)).map((leaf) =>
        determinedPlace(text, leaf.fact, leaf, lineOf(claim.member, leaf.fact)),
      );
      return {
        name: called(claim.member, name),
        lines: [...places, ...strikesOf(tree).map(strikePlace)],
        sums: components.map(({ id }) => claim.components[id] ?? 0),
        total: claim.total,
      };
    }),
    ...(await inOffice(asking, dayOfInstant(document.sealed))),
  };
}

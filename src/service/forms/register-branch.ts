import { Refusal } from '#contract/problem.ts';
import { parsePeriod } from '#domain/kernel/day.ts';
import { monthsOfQuarter } from '#domain/kernel/period.ts';
import { type BranchRegister, branchRegisterForm } from '#paper/forms/register-branch.ts';
import type { Sheet } from '#service/process/register-sheet.ts';
import type { Asking, Made } from './asking.ts';
import { documentMeant, proofOf, type SealedAnswer } from './sealed.ts';

/** The register 党员积分登记表 of a branch for a quarter as it was sealed, the latest unless told. @throws form.none, thing.unknown, whatever `register.show` refuses */
export async function registerOfBranch(asking: Asking): Promise<Made> {
  const { of, period } = asking.query;
  const { matters, documents } = await asking.ask('register.show', {});
  const number = matters.find(({ id }) => id === of)?.content['document'];
  const document =
    of === undefined
      ? documentMeant(documents.filter(isWhole), { kind: 'register', period })
      : documents.find((one) => one.number === number);
  if (!document) throw new Refusal(of === undefined ? 'form.none' : 'thing.unknown');
  const sheet = sheetOf(document);
  const last = parsePeriod(monthsOfQuarter(sheet.quarter).at(-1) ?? '')?.to ?? sheet.quarter;
  const components = await asking.components(last);
  const labels = await asking.labels(last);
  const quarters = matters.find(({ noun, period: of }) => noun === 'quarter' && of === sheet.quarter);
  const determinedOn = quarters?.content['determinedOn'];
  const shown = sheet.kind === 'register' ? sheet.members : sheet.members.filter(({ lines }) => lines.length > 0);
  const data: BranchRegister = {
    ...proofOf(asking, document),
    branch: await asking.branchName(),
    period: sheet.quarter,
    kind: sheet.kind,
    components: components.map(({ label }) => label),
    members: shown.map(({ name, lines, components: sums, total }) => ({
      name,
      lines: lines.map(({ fact: { day, item } }) => ({ day, item: labels.get(item) ?? item })),
      sums: components.map(({ id }) => sums[id] ?? 0),
      total,
    })),
    withdrawn: sheet.withdrawn,
    ...(typeof determinedOn === 'string' && { determinedOn }),
  };
  return { data, document: branchRegisterForm(data) };
}

function sheetOf({ text }: SealedAnswer): Sheet {
  return (JSON.parse(text) as { readonly sheet: Sheet }).sheet;
}

/** A supplement is printed by its own number: the register of a quarter is the sheet of the whole. */
function isWhole(document: SealedAnswer): boolean {
  return sheetOf(document).kind === 'register';
}

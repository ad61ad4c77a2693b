import type { AnswerOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { type ObjectionSheet, objectionForm } from '#paper/forms/objection.ts';
import { type ObjectionAnswer, objectionAnswerForm } from '#paper/forms/objection-answer.ts';
import type { Bodies } from '#store/bodies.ts';
import type { Asking, Made } from './asking.ts';
import { sayContested } from './contested.ts';
import { groupOf, memberOn } from './member.ts';

type Matter = AnswerOf<'objection.show'>['matters'][number];

/** The objection that is named, as its member, the office or who investigates it reads it. @throws thing.unknown, right.missing */
async function objectionNamed(asking: Asking, of: string): Promise<{ matter: Matter; body: Bodies['objection'] }> {
  const { matters } = await asking.ask('objection.show', { id: of });
  const matter = matters.find(({ id, noun }) => id === of && noun === 'objection');
  if (!matter) throw new Refusal('thing.unknown');
  return { matter, body: matter.content as unknown as Bodies['objection'] };
}

function contestedIn({ subject = '', parent, period = '' }: Matter, { start }: Bodies['objection']) {
  return { member: subject, line: parent, year: period, start };
}

/** An objection 异议书: as it was raised, or empty, with a member’s name where one is told. @throws thing.unknown, right.missing */
export async function objectionOf(asking: Asking): Promise<Made> {
  const { of, member: whose } = asking.query;
  const branch = await asking.branchName();
  if (of === undefined) {
    await asking.belongs();
    if (whose === undefined) return sheet({ branch });
    const { name, status } = await memberOn(asking, whose, asking.today);
    return sheet({ branch, member: name, ...(status?.group !== undefined && { group: status.group }) });
  }
  const { matter, body } = await objectionNamed(asking, of);
  const names = await asking.names();
  const { subject = '' } = matter;
  const member = names.get(subject);
  const group = await groupOf(asking, subject);
  return sheet({
    code: await asking.code({ kind: 'objection', of }),
    branch,
    ...(member !== undefined && { member }),
    ...(group !== undefined && { group }),
    ...(await sayContested(asking, contestedIn(matter, body))),
    words: body.words,
    day: body.start,
  });
}

function sheet(data: ObjectionSheet): Made {
  return { data, document: objectionForm(data) };
}

/** The answer to an objection 异议答复 once it was given, or an empty one. @throws form.none, thing.unknown, right.missing */
export async function objectionAnswerOf(asking: Asking): Promise<Made> {
  const { of } = asking.query;
  const branch = await asking.branchName();
  const superior = await asking.superior();
  const about = { branch, ...(superior && { superior: superior.name }) };
  if (of === undefined) {
    await asking.belongs();
    return answer(about);
  }
  const { matter, body } = await objectionNamed(asking, of);
  const { investigator = '', result, finding = '', answered, start } = body;
  if (answered === undefined || result === undefined) throw new Refusal('form.none');
  const names = await asking.names();
  return answer({
    ...about,
    member: names.get(matter.subject ?? '') ?? '',
    raised: start,
    about: (await sayContested(asking, contestedIn(matter, body))).about,
    investigator: names.get(investigator) ?? '',
    findings: finding,
    result,
    entries: await entriesOf(asking, matter, body),
    day: answered,
  });
}

/** The entries that carry a finding out 冲正与更正, as the line’s own course tells them. */
async function entriesOf(asking: Asking, { id, parent }: Matter, { line = parent, entry }: Bodies['objection']) {
  const shown = line === undefined ? undefined : await asking.askIfMay('line.show', { id: line });
  const reversals = (shown?.steps ?? []).flatMap((one) =>
    one.step === 'reversed' && one.finding === `objection:${id}` && one.entry !== undefined ? [one.entry] : [],
  );
  return [...reversals, ...(entry === undefined ? [] : [entry])];
}

function answer(data: ObjectionAnswer): Made {
  return { data, document: objectionAnswerForm(data) };
}

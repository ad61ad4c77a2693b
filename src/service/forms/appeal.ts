import type { AnswerOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { type AppealSheet, appealForm } from '#paper/forms/appeal.ts';
import { type AppealAnswer, appealAnswerForm } from '#paper/forms/appeal-answer.ts';
import { sayAnswered, sayLineAlone, sayTotal } from '#paper/say.ts';
import { allRows } from '#service/all-rows.ts';
import type { Bodies } from '#store/bodies.ts';
import { readBranch } from '#store/branch.ts';
import type { Asking, Made } from './asking.ts';
import { sayContested } from './contested.ts';
import { memberOn } from './member.ts';

type Appeal = AnswerOf<'appeal.show'>['rows'][number];

/** The appeals that whoever asks may read: one’s own in one’s branch, all at the superior; in the branch there is no other, and nothing tells whether there is. */
async function appealsSeen(asking: Asking): Promise<readonly Appeal[]> {
  return await allRows((page) => asking.ask('appeal.show', page));
}

/** Who appealed and what about, in words: at the superior the line is not opened, for that would leave a trace in the branch (product §5.7). */
async function sayAppeal(asking: Asking, { branch, member, line, year, start }: Appeal) {
  const own = member === asking.caller.person && branch === asking.query.branch;
  const said = own
    ? await sayContested(asking, { member, line, year, start })
    : { about: line === undefined ? sayTotal(year) : sayLineAlone() };
  const row = await asking.know((rows) => readBranch(rows, branch));
  return { own, about: said.about, branch: row?.name ?? '', member: await nameIn(asking, branch, member) };
}

/** The name of a member of a branch, read there as the pages do. */
async function nameIn(asking: Asking, branch: string, id: string): Promise<string> {
  const { members } = await asking.askAt(branch, 'member.list', {});
  return members.find((one) => one.id === id)?.name ?? '';
}

/** An appeal 申诉书: empty with the superior’s name, or as it was lodged, for whoever lodged it and for the superior alone. @throws thing.unknown, right.missing */
export async function appealOf(asking: Asking): Promise<Made> {
  const { of, member: whose } = asking.query;
  const superior = await asking.superior();
  if (of === undefined) {
    await asking.belongs();
    const self = whose === asking.caller.person ? await memberOn(asking, whose, asking.today) : undefined;
    const branch = await asking.branchName();
    const { name = '', address = '' } = (await appealsGoTo(asking)) ?? {};
    const to = superior?.name ?? name;
    return sheet({
      ...(to !== '' && { superior: to }),
      ...(address !== '' && { address }),
      ...(branch !== superior?.name && { branch }),
      ...(self && { member: self.name }),
    });
  }
  const appeal = (await appealsSeen(asking)).find(({ id }) => id === of);
  if (!appeal) throw new Refusal('thing.unknown');
  const { own, ...said } = await sayAppeal(asking, appeal);
  const before = own ? await answeredBefore(asking, appeal) : undefined;
  return sheet({
    ...(superior && { superior: superior.name }),
    ...said,
    ...(before !== undefined && { before }),
    words: appeal.words,
    day: appeal.start,
  });
}

/** The superior with its address, as the branch has written them down. */
async function appealsGoTo(asking: Asking): Promise<Bodies['branch']['appealTo']> {
  const { matters } = (await asking.askIfMay('setting.show', {})) ?? { matters: [] };
  return matters.find(({ id }) => id === 'settings')?.content['appealTo'] as Bodies['branch']['appealTo'];
}

/** What the branch had answered to an objection about the same before 党支部答复情况. */
async function answeredBefore(asking: Asking, { member, line, year, start }: Appeal): Promise<string | undefined> {
  const { matters } = await asking.ask('objection.show', {});
  const found = matters.findLast(({ subject, parent, period, content: { answered } }) => {
    const same = line === undefined ? parent === undefined && period === year : parent === line;
    return subject === member && same && typeof answered === 'string' && answered <= start;
  });
  const { answered, result, finding } = found?.content ?? {};
  if (typeof answered !== 'string' || typeof result !== 'string') return undefined;
  return sayAnswered(answered, result as 'upheld', typeof finding === 'string' ? finding : '');
}

function sheet(data: AppealSheet): Made {
  return { data, document: appealForm(data) };
}

/** The answer to an appeal 申诉答复: for its member and the branch once it was given, at the superior from the finding on; empty where none is named. @throws form.none, thing.unknown, right.missing */
export async function appealAnswerOf(asking: Asking): Promise<Made> {
  const { of } = asking.query;
  const superior = (await asking.superior())?.name ?? '';
  if (of === undefined) {
    await asking.belongs();
    return letter({ superior });
  }
  const appeal = ((await asking.askIfMay('appeal.show', {})) ? await appealsSeen(asking) : []).find(
    ({ id }) => id === of,
  );
  if (!appeal) return letter({ superior, ...(await servedAnswer(asking, of)) });
  const { result, finding = '', investigator = '', start, answered } = appeal;
  if (result === undefined) throw new Refusal('form.none');
  const { branch, member, about } = await sayAppeal(asking, appeal);
  const looked = (await asking.names()).get(investigator);
  return letter({
    superior,
    branch,
    member,
    about,
    lodged: start,
    ...(looked !== undefined && { investigator: looked }),
    findings: finding,
    result: result as NonNullable<AppealAnswer['result']>,
    ...(answered !== undefined && { day: answered }),
  });
}

/** What the branch was served of an answer 送达党支部. @throws form.none, thing.unknown, right.missing */
async function servedAnswer(asking: Asking, of: string): Promise<Omit<AppealAnswer, 'superior'>> {
  const { rows } = await asking.ask('appeal.served', {});
  const served = rows.find(({ id }) => id === of);
  if (!served) throw new Refusal('thing.unknown');
  const { member, line, year = '', result, finding = '', answered } = served;
  if (answered === undefined || result === undefined) throw new Refusal('form.none');
  const { about } = await sayContested(asking, { member, line, year });
  return {
    branch: await asking.branchName(),
    member: await nameIn(asking, asking.query.branch, member),
    about,
    findings: finding,
    result: result as NonNullable<AppealAnswer['result']>,
    day: answered,
  };
}

function letter(data: AppealAnswer): Made {
  return { data, document: appealAnswerForm(data) };
}

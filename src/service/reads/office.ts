import type { AnswerOf, InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { type Term, term } from '#domain/calendar/term.ts';
import type { Day } from '#domain/kernel/day.ts';
import { statusOn } from '#domain/ledger/member.ts';
import { CALENDAR } from '#service/doing.ts';
import { termsOn } from '#service/public/terms.ts';
import type { Reading } from '#service/reading.ts';
import { accountsOf } from '#store/account.ts';
import { listMatters } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';
import { listSchemes } from '#store/scheme.ts';
import { lastSlips } from '#store/session.ts';

/** A term of working days as the calendar counts it today. */
function windowOf({ context }: Reading, start: Day, days: number): Term {
  return term(context.calendar ?? CALENDAR, start, days);
}

/** Who has an account 账号情况 and what became of the last slip: `account.list`; nobody's sign-in name. @throws right.missing */
export async function listAccounts(reading: Reading): Promise<AnswerOf<'account.list'>> {
  await reading.allow([], '#accounts');
  const { rows, at, today } = reading;
  const now = reading.context.clock.now();
  const members = (await listMembers(rows, at)).filter(({ member }) => {
    const standing = statusOn(member, today)?.standing;
    return standing !== undefined && standing !== 'transferred' && standing !== 'deceased';
  });
  const accounts = await accountsOf(
    rows,
    members.map(({ member }) => member.id),
  );
  const slips = await lastSlips(
    rows,
    [...accounts.values()].map(({ login }) => login),
  );
  return {
    rows: members.map(({ member: { id } }) => {
      const account = accounts.get(id);
      const slip = account && slips.get(account.login);
      return {
        member: id,
        state: account?.state ?? 'none',
        ...(slip && {
          slip: {
            issued: slip.issued_at,
            until: slip.until,
            state: slip.ended_at !== null ? 'ended' : slip.until > now ? 'open' : 'over',
          },
        }),
      };
    }),
  };
}

/** The questions about notices 公示询问: `question.list`. @throws right.missing */
export async function listQuestions(reading: Reading): Promise<AnswerOf<'question.list'>> {
  await reading.allow([], '#questions');
  const { questionReplyDays } = await termsOn(reading.context, reading.rows, reading.at, reading.today);
  const found = await listMatters(reading.rows, reading.at, 'question');
  return {
    rows: found.map(({ id, state, revision, body }) => ({
      id,
      state,
      revision,
      ...windowOf(reading, body.start, questionReplyDays),
      words: body.words,
      start: body.start,
      ...(body.notice !== undefined && { notice: body.notice }),
      ...(body.answer !== undefined && { answer: body.answer }),
      ...(body.reason !== undefined && { reason: body.reason }),
    })),
  };
}

/** The appeals that were served on the branch 已送达的申诉: `appeal.served`; of the others there is no trace in it (product §5.7). @throws right.missing */
export async function listServed(reading: Reading): Promise<AnswerOf<'appeal.served'>> {
  await reading.allow([], '#served');
  const found = await listMatters(reading.rows, reading.at, 'appeal');
  return {
    rows: found.flatMap(({ id, state, revision, subject = '', period, parent, body }) => {
      if (body.at !== 'branch') return [];
      const { about, words, served, result, finding, answered, reportedAt } = body;
      return [
        {
          id,
          state,
          revision,
          member: subject,
          about,
          words,
          served,
          ...(parent !== undefined && { line: parent }),
          ...(period !== undefined && { year: period }),
          // What is found is the branch's to know once the member was answered.
          ...(answered !== undefined && {
            answered,
            ...(result !== undefined && { result }),
            ...(finding !== undefined && { finding }),
          }),
          ...(reportedAt !== undefined && { reportedAt }),
        },
      ];
    }),
  };
}

/** The relatives that were declared 近亲属: `relative.list`. @throws right.missing */
export async function listRelatives(reading: Reading): Promise<AnswerOf<'relative.list'>> {
  await reading.allow([], '#relatives');
  const found = await listMatters(reading.rows, reading.at, 'relation');
  return { rows: found.map(({ id, body: { one, other } }) => ({ id, one, other })) };
}

/** The long absences that were asked for 外出: `absence.list`. @throws right.missing */
export async function listAbsences(reading: Reading): Promise<AnswerOf<'absence.list'>> {
  await reading.allow([], '#absences');
  const found = await listMatters(reading.rows, reading.at, 'absence');
  return {
    rows: found.map(({ id, state, revision, subject = '', body: { from, to, consented, approved } }) => ({
      id,
      state,
      revision,
      member: subject,
      from,
      to,
      ...(consented !== undefined && { consented }),
      ...(approved !== undefined && { approved }),
    })),
  };
}

/** A version of the scheme as adopted 方案文本, and the list of all: `scheme.text`. @throws right.missing, thing.unknown, month.no-scheme */
export async function showSchemeText(
  reading: Reading,
  { version: asked }: InputOf<'scheme.text'>,
): Promise<AnswerOf<'scheme.text'>> {
  await reading.allow([], '#schemes');
  const all = await listSchemes(reading.rows, reading.at);
  const now = all.findLast(({ effective }) => effective <= reading.today) ?? all[0];
  if (!now) throw new Refusal('month.no-scheme');
  const shown = asked === undefined ? now : all.find(({ version }) => version === asked);
  if (!shown) throw new Refusal('thing.unknown');
  const { version, effective, source, document } = shown;
  const titleOf = (one: unknown): string => (one as { readonly title?: string }).title ?? '';
  return {
    version,
    effective,
    source,
    document: document as AnswerOf<'scheme.text'>['document'],
    versions: all.map((one) => ({
      version: one.version,
      effective: one.effective,
      title: titleOf(one.document),
      inForce: one === now,
    })),
  };
}

/** The last days of notices and objections 期限: `term.list`. @throws right.missing */
export async function listTerms(reading: Reading): Promise<AnswerOf<'term.list'>> {
  await reading.allow([], '#terms');
  const { rows, at } = reading;
  const { objectionReplyDays } = await termsOn(reading.context, rows, at, reading.today);
  const notices = (await listMatters(rows, at, 'notice')).flatMap(({ id, body: { start, days } }) =>
    start === undefined ? [] : [{ noun: 'notice' as const, id, ...windowOf(reading, start, days) }],
  );
  const objections = (await listMatters(rows, at, 'objection')).map(({ id, body }) => ({
    noun: 'objection' as const,
    id,
    ...windowOf(reading, body.start, objectionReplyDays),
  }));
  return { rows: [...notices, ...objections] };
}

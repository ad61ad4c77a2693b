import type { AnswerOf, InputOf } from '#contract/api.ts';
import { conflictsIn } from '#domain/permission/exclusive.ts';
import { revisionOf } from '#service/account/rights.ts';
import type { Reading } from '#service/reading.ts';
import { grantsInOrg } from '#store/grant.ts';
import { listRecord } from '#store/record.ts';
import { pageOf, USUAL } from './page.ts';

/** The audit record 审计日志 for the audit administrator: `record.read`; what an act was worth is not in it. @throws right.missing */
export async function readRecord(
  reading: Reading,
  { limit = USUAL, cursor, actor, action, outcome }: InputOf<'record.read'>,
): Promise<AnswerOf<'record.read'>> {
  await reading.allow([], '#record');
  const [at, last] = cursor?.split(' ') ?? [];
  const after = at !== undefined && last !== undefined ? ([at, last] as const) : undefined;
  const most = limit + 1;
  const found = await listRecord(reading.rows, reading.at, { actor, action, outcome, after, most });
  const rows = found.slice(0, limit).map((one) => {
    const { branch_id: _, record_id: id, ...row } = one;
    return { id, ...row };
  });
  const end = rows.at(-1);
  return { rows, next: found.length > limit && end ? `${end.at} ${end.id}` : null };
}

/** The roles given in an organisation 授权清单: `right.show`; `exclusive` marks those that stand against another of the same person. @throws right.missing */
export async function showRights(
  reading: Reading,
  { limit, cursor }: InputOf<'right.show'>,
): Promise<AnswerOf<'right.show'>> {
  await reading.allow([], '#rights');
  const grants = await grantsInOrg(reading.rows, reading.at);
  const against = new Set(conflictsIn(grants).flat());
  const rows = grants.map((grant) => {
    const { id, person, role, from, to } = grant;
    return { id, revision: revisionOf(grant), person, role, from, to, exclusive: against.has(grant) };
  });
  return pageOf(rows, ({ id }) => id, { limit, cursor });
}

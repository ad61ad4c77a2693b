import type { AnswerOf } from '#contract/api.ts';
import { statusOn } from '#domain/ledger/member.ts';
import type { Reading } from '#service/reading.ts';
import { accountsHere } from '#store/account.ts';
import { grantsInOrg } from '#store/grant.ts';
import { listMembers } from '#store/member.ts';

type Row = AnswerOf<'person.list'>['rows'][number];

/** Who belongs to an organisation 人员清单: its members, the holders of its accounts, and who was given a role in it; `person.list`. @throws right.missing */
export async function listPersons(reading: Reading): Promise<AnswerOf<'person.list'>> {
  await reading.allow([], '#persons');
  const { rows, at, today } = reading;
  const members = new Map(
    (await listMembers(rows, at)).map(({ code, member }) => {
      const standing = statusOn(member, today)?.standing;
      const left = standing === undefined || standing === 'transferred' || standing === 'deceased';
      return [member.id, { name: member.name, ...(!left && { code }) }];
    }),
  );
  const given = [];
  for (const org of [at, ...reading.above]) given.push(...(await grantsInOrg(rows, org)));
  const accounts = await accountsHere(rows, at, [...members.keys(), ...given.map(({ person }) => person)]);
  // Who can be signed in is for the system administrator alone: security and audit need to know who a person is.
  const system = reading.holdsAbove(['system']);
  const found = new Map<string, Row>();
  for (const [person, { name, ...code }] of members)
    if (code.code !== undefined || accounts.some((one) => one.person_id === person))
      found.set(person, { person, name, ...code, here: true, state: 'none' });
  for (const { person_id: person, name, home, state, login, revision } of accounts) {
    const known = found.get(person);
    const own = system && home === at ? { login, revision } : {};
    found.set(person, { ...(known ?? { person, name }), here: home === at, state, ...own });
  }
  return { rows: [...found.values()] };
}

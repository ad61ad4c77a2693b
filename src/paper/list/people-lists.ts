import { ALWAYS } from '#domain/ledger/member.ts';
import type { Lang } from '#words/lang.ts';
import { listWords } from '#words/list.ts';
import { sayInstant } from '#words/say-instant.ts';
import { adminWords } from '#words/web/admin.ts';
import { type List, listOf } from './list.ts';
import { nameIn } from './name-in.ts';
import type { AbsenceRow, AccountRow, People, PersonRow, RelativeRow, RightRow, TermRow } from './rows.ts';

/** The accounts of members 账号和登录单 as a list, without sign-in names and codes. */
export function accountList(lang: Lang, rows: readonly AccountRow[], people: People): List {
  const { title, heads, states, slips } = listWords(lang).accounts;
  return listOf<AccountRow, keyof typeof heads>(
    title,
    heads,
    {
      code: ['text', ({ member }) => people.get(member)?.code],
      name: ['text', ({ member }) => nameIn(people, member, lang)],
      state: ['text', ({ state }) => states[state] ?? state],
      issued: ['day', ({ slip }) => slip && sayInstant(slip.issued).slice(0, 10)],
      slip: ['text', ({ slip }) => slip && (slips[slip.state] ?? slip.state)],
    },
    rows,
  );
}

/** The people of an organisation with their accounts 人员和账号 as a list, for an administrator. */
export function personList(lang: Lang, rows: readonly PersonRow[]): List {
  const { persons, accounts } = listWords(lang);
  return listOf<PersonRow, keyof typeof persons.heads>(
    persons.title,
    persons.heads,
    {
      code: ['text', ({ code }) => code],
      name: ['text', ({ name }) => name],
      login: ['text', ({ login }) => login],
      state: ['text', ({ state }) => accounts.states[state] ?? state],
    },
    rows,
  );
}

/** The roles 授权 that were given as a list, ended ones too. */
export function rightList(lang: Lang, rows: readonly RightRow[], people: People): List {
  const { title, heads } = listWords(lang).rights;
  const { roles, unnamed } = adminWords(lang).rights;
  return listOf<RightRow, keyof typeof heads>(
    title,
    heads,
    {
      name: ['text', ({ person }) => people.get(person)?.name ?? unnamed],
      role: ['text', ({ role }) => roles[role] ?? role],
      from: ['day', ({ from }) => (from === ALWAYS.from ? null : from)],
      to: ['day', ({ to }) => (to === ALWAYS.to ? null : to)],
    },
    rows,
  );
}

/** The long absences 长期外出 as a list. */
export function absenceList(lang: Lang, rows: readonly AbsenceRow[], people: People): List {
  const { title, heads } = listWords(lang).absences;
  return listOf<AbsenceRow, keyof typeof heads>(
    title,
    heads,
    {
      code: ['text', ({ member }) => people.get(member)?.code],
      name: ['text', ({ member }) => nameIn(people, member, lang)],
      from: ['day', ({ from }) => from],
      to: ['day', ({ to }) => to],
      consented: ['day', ({ consented }) => consented],
      approved: ['day', ({ approved }) => approved],
    },
    rows,
  );
}

/** The relatives 近亲属 that were declared as a list. */
export function relativeList(lang: Lang, rows: readonly RelativeRow[], people: People): List {
  const { title, heads } = listWords(lang).relatives;
  return listOf<RelativeRow, keyof typeof heads>(
    title,
    heads,
    {
      one: ['text', ({ one }) => nameIn(people, one, lang)],
      other: ['text', ({ other }) => nameIn(people, other, lang)],
    },
    rows,
  );
}

/** The last days 期限 of notices and objections as a list; `what` names each. */
export function termList(lang: Lang, rows: readonly TermRow[], what: ReadonlyMap<string, string>): List {
  const { terms: say, yes } = listWords(lang);
  return listOf<TermRow, keyof typeof say.heads>(
    say.title,
    say.heads,
    {
      noun: ['text', ({ noun }) => say.nouns[noun] ?? noun],
      what: ['text', ({ id }) => what.get(id)],
      last: ['day', ({ last }) => last],
      provisional: ['text', ({ provisional }) => (provisional ? yes : null)],
    },
    rows,
  );
}

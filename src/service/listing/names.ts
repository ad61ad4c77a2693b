import type { People } from '#paper/list/rows.ts';
import { myWords } from '#words/my.ts';
import { sayPeriod } from '#words/web/office.ts';
import { type Asking, langOf, unlessRefused } from './asking.ts';

/** The names that whoever asks may read 姓名; none for one who may not, to whom the ids are all there is. */
export async function peopleFor({ ask, query }: Asking, branch = query.branch): Promise<People> {
  const names = await unlessRefused(ask('member.list', { branch }));
  const members = names?.members.map(({ id, name, code }) => [id, { name, code }] as const);
  const others = names?.others.map(({ id, name }) => [id, { name }] as const);
  return new Map([...(others ?? []), ...(members ?? [])]);
}

/** The names that an administrator may read. */
export async function personsFor({ ask }: Asking): Promise<People> {
  const found = await unlessRefused(ask('person.list', {}));
  return new Map(found?.rows.map(({ person, name }) => [person, { name }] as const));
}

/** What a term is of: the number of the notice, or whose objection, for who may read these. */
export async function termsFor(asking: Asking): Promise<ReadonlyMap<string, string>> {
  const words = myWords(langOf(asking));
  const people = await peopleFor(asking);
  const notices = await unlessRefused(asking.ask('notice.show', {}));
  const objections = await unlessRefused(asking.ask('objection.show', {}));
  return new Map([
    ...(notices?.matters ?? []).map(({ id, period = '' }) => [id, sayPeriod(period, words)] as const),
    ...(objections?.matters ?? []).map(({ id, subject = '' }) => [id, people.get(subject)?.name ?? ''] as const),
  ]);
}

/** The labels of the scheme's items and grounds of veto. */
export async function itemsFor({ ask, query: { year } }: Asking): Promise<ReadonlyMap<string, string>> {
  const found = await unlessRefused(ask('item.list', year === undefined ? {} : { day: `${year}-12-31` }));
  const vetoes = found?.vetoes.map(({ id, label }) => [`veto:${id}`, label] as const) ?? [];
  return new Map([...(found?.items.map(({ id, label }) => [id, label] as const) ?? []), ...vetoes]);
}

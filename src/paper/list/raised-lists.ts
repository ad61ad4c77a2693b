import type { Lang } from '#words/lang.ts';
import { listWords } from '#words/list.ts';
import { type List, listOf } from './list.ts';
import { nameIn } from './name-in.ts';
import type { AppealRow, ConcernRow, People, QuestionRow, ServedRow, VetoRow } from './rows.ts';

/** The questions 询问 about notices as a list; nobody knows who asked. */
export function questionList(lang: Lang, rows: readonly QuestionRow[]): List {
  const { title, heads, states } = listWords(lang).questions;
  return listOf<QuestionRow, keyof typeof heads>(
    title,
    heads,
    {
      start: ['day', ({ start }) => start],
      last: ['day', ({ last }) => last],
      state: ['text', ({ state }) => states[state] ?? state],
      words: ['text', ({ words }) => words],
      answer: ['text', ({ answer }) => answer],
      reason: ['text', ({ reason }) => reason],
    },
    rows,
  );
}

/** The appeals that were served on the branch 送达的申诉 as a list; of others it knows nothing (product §5.7). */
export function servedList(lang: Lang, rows: readonly ServedRow[], people: People): List {
  const { served: say, objections } = listWords(lang);
  return listOf<ServedRow, keyof typeof say.heads>(
    say.title,
    say.heads,
    {
      year: ['text', ({ year }) => year],
      code: ['text', ({ member }) => people.get(member)?.code],
      name: ['text', ({ member }) => nameIn(people, member, lang)],
      about: ['text', ({ about }) => objections.about[about] ?? about],
      words: ['text', ({ words }) => words],
      served: ['day', ({ served }) => served],
      state: ['text', ({ state }) => say.states[state] ?? state],
      result: ['text', ({ result }) => result && (objections.results[result] ?? result)],
      finding: ['text', ({ finding }) => finding],
      answered: ['day', ({ answered }) => answered],
    },
    rows,
  );
}

/** The appeals 申诉 as a list: one's own, or those of all branches for their superior; `places` are the names of branches by id. */
export function appealList(
  lang: Lang,
  rows: readonly AppealRow[],
  people: People,
  places: ReadonlyMap<string, string>,
): List {
  const { appeals: say, objections } = listWords(lang);
  return listOf<AppealRow, keyof typeof say.heads>(
    say.title,
    say.heads,
    {
      year: ['text', ({ year }) => year],
      branch: ['text', ({ branch }) => places.get(branch) ?? branch],
      name: ['text', ({ member }) => nameIn(people, member, lang)],
      about: ['text', ({ about }) => objections.about[about] ?? about],
      words: ['text', ({ words }) => words],
      start: ['day', ({ start }) => start],
      last: ['day', ({ last }) => last],
      state: ['text', ({ state }) => say.states[state] ?? state],
      served: ['day', ({ served }) => served],
      result: ['text', ({ result }) => result && (objections.results[result] ?? result)],
      finding: ['text', ({ finding }) => finding],
      answered: ['day', ({ answered }) => answered],
    },
    rows,
  );
}

/** The vetoes 一票否决 as a list; `grounds` are their labels in the scheme. */
export function vetoList(
  lang: Lang,
  rows: readonly VetoRow[],
  people: People,
  grounds: ReadonlyMap<string, string>,
): List {
  const { title, heads, states } = listWords(lang).vetoes;
  return listOf<VetoRow, keyof typeof heads>(
    title,
    heads,
    {
      code: ['text', ({ subject }) => people.get(subject)?.code],
      name: ['text', ({ subject }) => nameIn(people, subject, lang)],
      ground: ['text', ({ ground }) => grounds.get(`veto:${ground}`) ?? ground],
      since: ['day', ({ since }) => since],
      state: ['text', ({ state }) => states[state] ?? state],
      body: ['text', ({ finding }) => finding?.body],
      number: ['text', ({ finding }) => finding?.number],
      day: ['day', ({ finding }) => finding?.day],
      words: ['text', ({ words }) => words],
      reason: ['text', ({ reason }) => reason],
    },
    rows,
  );
}

/** The concerns 监督意见 that reached a superior as a list; the words of those that nobody took up stay sealed, and no case number is told. */
export function concernList(lang: Lang, rows: readonly ConcernRow[]): List {
  const { title, heads, states } = listWords(lang).concerns;
  return listOf<ConcernRow, keyof typeof heads>(
    title,
    heads,
    {
      day: ['day', ({ day }) => day],
      state: ['text', ({ state }) => states[state] ?? state],
      words: ['text', ({ words }) => words],
      answer: ['text', ({ answer }) => answer],
      ended: ['day', ({ ended }) => ended],
    },
    rows,
  );
}

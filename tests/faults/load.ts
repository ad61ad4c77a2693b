import type { Journal } from './journal.ts';
import { pause } from './program.ts';

/** The persons of the load: officers a to e, and members who declare. */
export const MEMBERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];

const DECLARERS = ['f', 'g', 'h', 'i'];
const MONTH = '2026-03';

/** Submitted lines that wait for their review. */
type Waiting = { readonly id: string; readonly revision: number }[];

/** Several clients that work as a branch does 负载, until they are told to stop; what each does next is left to chance. */
export class Load {
  readonly #journal: Journal;
  readonly #next: () => number;
  readonly #waiting: Waiting = [];
  #review = '';
  #on = true;

  constructor(journal: Journal, next: () => number) {
    this.#journal = journal;
    this.#next = next;
  }

  /** Works until `stop`; answers when every client has its last answer. */
  async run(): Promise<void> {
    await Promise.all([
      ...DECLARERS.map((person) => this.#each(() => this.#declare(person))),
      this.#each(() => this.#enter()),
      this.#each(() => this.#decide('b')),
      this.#each(() => this.#decide('c')),
      this.#each(() => this.#govern()),
    ]);
  }

  stop(): void {
    this.#on = false;
  }

  async #each(work: () => Promise<void>): Promise<void> {
    while (this.#on) {
      await work();
      await pause(this.#next() * 4);
    }
  }

  #one<T>(list: readonly T[]): T {
    return list[Math.floor(this.#next() * list.length)] as T;
  }

  #fact() {
    return { item: 'zhiyuan', day: `2026-03-0${1 + Math.floor(this.#next() * 9)}` };
  }

  /** Words by which a line is known again, so that one written twice is seen. */
  #words(): string {
    return `第${Math.floor(this.#next() * 1e12)}条`;
  }

  /** A member declares for itself, or reports another; some drafts are edited, some thrown away, some taken back. */
  async #declare(person: string): Promise<void> {
    const subject = this.#next() < 0.2 ? this.#one(['j', 'k', 'l']) : person;
    const draft = await this.#journal.act(person, 'declaration.draft', {
      subject,
      fact: this.#fact(),
      words: this.#words(),
    });
    if (!draft) return;
    const { id } = draft;
    let { revision } = draft;
    if (this.#next() < 0.3)
      revision =
        (await this.#journal.act(person, 'declaration.edit', { id, fact: this.#fact() }, revision))?.revision ?? 0;
    if (this.#next() < 0.1) return void (await this.#journal.act(person, 'declaration.discard', { id }, revision));
    const submitted = await this.#journal.act(person, 'declaration.submit', { id }, revision);
    if (!submitted || subject !== person) return;
    if (this.#next() < 0.2)
      return void (await this.#journal.act(person, 'declaration.withdraw', { id }, submitted.revision));
    this.#waiting.push(submitted);
  }

  /** The recorder enters for a member, who confirms; or proposes for several at once. */
  async #enter(): Promise<void> {
    if (this.#next() < 0.3) {
      const subjects = ['j', 'k', 'l'];
      return void (await this.#journal.act('e', 'declaration.batch', {
        subjects,
        fact: this.#fact(),
        words: this.#words(),
      }));
    }
    const subject = this.#one(['j', 'k', 'l']);
    const given = { subject, fact: this.#fact(), words: this.#words() };
    const line = await this.#journal.act('e', 'declaration.enter', given);
    const confirm = { id: line?.id ?? '', readBack: true };
    const confirmed = line && (await this.#journal.act(subject, 'declaration.confirm', confirm, line.revision));
    if (confirmed) this.#waiting.push(confirmed);
  }

  /** The committee takes a line up and decides it; some decisions are taken back and made again. */
  async #decide(person: string): Promise<void> {
    const line = this.#waiting.shift();
    if (!line || this.#review === '') return await pause(5);
    const [id, review] = [line.id, this.#review];
    const taken = await this.#journal.act(person, 'review.take', { id, review }, line.revision);
    if (!taken) return;
    const decided = await this.#accept(person, id, taken.revision);
    if (!decided || this.#next() > 0.25) return;
    const undone = await this.#journal.act(person, 'review.undo', { id }, decided.revision);
    if (undone) await this.#accept(person, id, undone.revision);
  }

  async #accept(person: string, id: string, revision: number) {
    const decision = { id, review: this.#review, ayes: ['a', 'b', 'c'] };
    if (this.#next() < 0.8) return await this.#journal.act(person, 'review.accept', decision, revision);
    return await this.#journal.act(person, 'review.decline', { ...decision, reason: '无记录' }, revision);
  }

  /** The secretary opens sessions and issues slips; members confirm their month. */
  async #govern(): Promise<void> {
    if (this.#review === '' || this.#next() < 0.05) {
      const session = await this.#journal.act('a', 'review.convene', { month: MONTH, day: '2026-03-10' });
      const present = ['a', 'b', 'c', 'd'];
      if (session) await this.#journal.act('a', 'review.open', { id: session.id, present }, session.revision);
      if (session) this.#review = session.id;
    }
    const member = this.#one(MEMBERS);
    if (this.#next() < 0.3) await this.#journal.act('a', 'account.slip', { member });
    else await this.#journal.act(member, 'month.confirm', { id: MONTH, member });
  }
}

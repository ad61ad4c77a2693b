import type { AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import type { FormQuery } from '#contract/form.ts';
import { Refusal } from '#contract/problem.ts';
import type { Day, Span } from '#domain/kernel/day.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import type { PaperDocument } from '#paper/document.ts';
import type { Shown } from '#paper/signing.ts';
import type { Caller } from '#service/caller.ts';
import type { Context } from '#service/context.ts';
import { superiorOf } from '#service/nameless.ts';
import { codeOf, type Sheet } from '#service/paper-codes.ts';
import { read } from '#service/services.ts';
import { readBranch } from '#store/branch.ts';
import type { Rows } from '#store/database.ts';
import { cycleWords } from '#words/scheme/process-lines.ts';
import { speaker } from '#words/scheme/speak.ts';

/** A form that was made 成表: its data, and the sheet that is set from it. */
export type Made = { readonly data: object; readonly document: PaperDocument };

/** What a form is made with 取数: the reads of whoever asks, and what of the branch everyone in it knows. */
export class Asking {
  readonly context: Context;
  readonly caller: Caller;
  readonly query: FormQuery;
  /** The origin under which the pages of this installation are reached; undefined where nobody reaches it. */
  readonly origin: string | undefined;

  constructor(context: Context, caller: Caller, query: FormQuery, origin?: string) {
    this.context = context;
    this.caller = caller;
    this.query = query;
    this.origin = origin;
  }

  /** A read as whoever asks would have it on a page, with the trace that it leaves. @throws whatever the read refuses */
  async ask<A extends ReadAction>(action: A, input: Omit<InputOf<A>, 'branch'>): Promise<AnswerOf<A>> {
    return await this.askAt(this.query.branch, action, input);
  }

  /** The same of another branch than the form’s, as a superior has them below. */
  async askAt<A extends ReadAction>(
    branch: string,
    action: A,
    input: Omit<InputOf<A>, 'branch'>,
  ): Promise<AnswerOf<A>> {
    return await read(this.context, action, { branch, ...input } as unknown as InputOf<A>, this.caller);
  }

  /** The same of what whoever asks may not have, or is not there: then it stays empty on the form. */
  async askIfMay<A extends ReadAction>(action: A, input: Omit<InputOf<A>, 'branch'>): Promise<AnswerOf<A> | undefined> {
    try {
      return await this.ask(action, input);
    } catch (error) {
      if (error instanceof Refusal && (error.code === 'right.missing' || error.code === 'thing.unknown'))
        return undefined;
      throw error;
    }
  }

  /** Whether whoever asks has to do with the branch at all: an empty form is for its people. @throws right.missing */
  async belongs(): Promise<void> {
    await this.ask('item.list', {});
  }

  /** The civil day. */
  get today(): Day {
    return this.context.clock.today();
  }

  /** The control codes 校验码 of sheets, in their order. */
  async codes(sheets: readonly Sheet[]): Promise<readonly string[]> {
    const { context, query } = this;
    return await context.store.transaction(async (rows) => {
      const codes: string[] = [];
      for (const sheet of sheets) codes.push(await codeOf(context, rows, query.branch, sheet));
      return codes;
    });
  }

  /** The control code of one sheet. */
  async code(sheet: Sheet): Promise<string> {
    const [code = ''] = await this.codes([sheet]);
    return code;
  }

  /** The superior 上级党组织 to which appeals of the branch go; undefined where the installation has none. */
  async superior(): Promise<{ readonly name: string } | undefined> {
    return await this.know(async (rows) => {
      const branch = await readBranch(rows, this.query.branch);
      return branch && (await superiorOf(rows, branch));
    });
  }

  /** Reads what no right guards: names of components, of the branch. */
  async know<T>(work: (rows: Rows) => Promise<T>): Promise<T> {
    return await this.context.store.reading(work);
  }

  /** The name of the branch. */
  async branchName(): Promise<string> {
    return await this.know(async (rows) => (await readBranch(rows, this.query.branch))?.name ?? '');
  }

  /** The components of the scheme in force on a day, in its order 积分构成. */
  async components(day: Day): Promise<readonly { readonly id: string; readonly label: string }[]> {
    const scheme = await this.scheme(day);
    return scheme?.document.components.map(({ id, label }) => ({ id, label })) ?? [];
  }

  /** The scheme in force on a day 现行方案. */
  async scheme(day: Day): Promise<Scheme | undefined> {
    const { context, query } = this;
    return await this.know((rows) => context.schemes.inForce(rows, query.branch, day));
  }

  /** The year 年度 in which a day lies, by its name (decision 025). */
  async yearOf(day: Day): Promise<string> {
    const { context, query } = this;
    return await this.know((rows) => context.schemes.yearOf(rows, query.branch, day));
  }

  /** The days of a year that is called so. */
  async yearNamed(name: string): Promise<Span> {
    const { context, query } = this;
    return await this.know((rows) => context.schemes.yearNamed(rows, query.branch, name));
  }

  /** How the sums of a form are shown 积分显示, by the scheme in force on a day. */
  async shown(day: Day): Promise<Shown> {
    const decimals = (await this.scheme(day))?.document.display?.decimals;
    return decimals === undefined ? {} : { decimals };
  }

  /** How points of a year come from those of its periods 考核周期, in words; undefined where the year is scored as a whole, as points then simply add up. */
  async cycle(day: Day): Promise<string | undefined> {
    const scheme = await this.scheme(day);
    const { cycle } = scheme?.document ?? {};
    if (!scheme || !cycle || (cycle.year ?? 'whole') === 'whole') return undefined;
    return cycleWords(speaker(scheme, 'zh-CN'), cycle);
  }

  /** The names of the branch's people by id, for who may read them. */
  async names(): Promise<ReadonlyMap<string, string>> {
    const { members, others } = await this.ask('member.list', {});
    return new Map([...others, ...members].map(({ id, name }) => [id, name]));
  }

  /** The address of a page of this installation, for a QR code. */
  address(path: string): string | undefined {
    return this.origin === undefined ? undefined : `${this.origin}${path}`;
  }
}

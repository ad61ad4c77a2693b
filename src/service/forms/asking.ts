import type { AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import type { FormQuery } from '#contract/form.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { PaperDocument } from '#paper/document.ts';
import type { Caller } from '#service/caller.ts';
import type { Context } from '#service/context.ts';
import { codeOf, type Sheet as PrintedSheet } from '#service/paper-codes.ts';
import { read } from '#service/services.ts';
import { readBranch } from '#store/branch.ts';
import type { Rows } from '#store/database.ts';

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
    return await read(
      this.context,
      action,
      { branch: this.query.branch, ...input } as unknown as InputOf<A>,
      this.caller,
    );
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
    const { context, query } = this;
    const scheme = await this.know((rows) => context.schemes.inForce(rows, query.branch, day));
    return scheme?.document.components.map(({ id, label }) => ({ id, label })) ?? [];
  }

  /** The names of the branch's people by id, for who may read them. */
  async names(): Promise<ReadonlyMap<string, string>> {
    const { members, others } = await this.ask('member.list', {});
    return new Map([...others, ...members].map(({ id, name }) => [id, name]));
  }

  /** The control code 校验码 of a sheet that is printed: the same each time. */
  async code(sheet: PrintedSheet): Promise<string> {
    return await this.know((rows) => codeOf(this.context, rows, this.query.branch, sheet));
  }

  /** The address of a page of this installation, for a QR code. */
  address(path: string): string | undefined {
    return this.origin === undefined ? undefined : `${this.origin}${path}`;
  }
}

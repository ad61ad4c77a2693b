import type { Day } from '#domain/kernel/day.ts';
import type { Json } from './canonical.ts';
import type { Draft } from './chain.ts';
import { factContent, type Joined, joinedContent, type Numbered, standingContent } from './content.ts';
import { type Algorithm, digestOfDocument, type Hash } from './digest.ts';
import type { EventKind } from './event.ts';
import type { Fact } from './fact.ts';

/** Who recorded something and when: an account's id or a program's name, and the instant in UTC. */
export type Act = { readonly actor: string; readonly now: string };

/** A version of a scheme 方案 to be adopted: its text as written and its content as JSON, both exactly as kept. */
export type Adopted = {
  readonly version: number;
  readonly effective: Day;
  readonly source: string;
  readonly document: string;
};

/** Holds a draft to the fields of its kind. */
function draft<K extends EventKind>(
  kind: K,
  { now }: Act,
  plain: Draft<K>['plain'],
  closed: Draft<K>['closed'],
): Draft {
  return { kind, at: now, plain, closed };
}

/** The first event of a chain 创世: names the algorithm of all its hashes. */
export function draftGenesis(algorithm: Algorithm, act: Act): Draft {
  return draft('genesis/1', act, { algorithm }, {});
}

/** The adoption of a version of a scheme (product §3.1). */
export function draftScheme(hash: Hash, { version, effective, source, document }: Adopted, act: Act): Draft {
  const digests = { document: digestOfDocument(hash, document), source: digestOfDocument(hash, source) };
  return draft('scheme/1', act, { version, effective, ...digests }, { actor: act.actor });
}

/** A person taken on the roster 名册. */
export function draftMember(member: string, joined: Joined, act: Act): Draft {
  return draft('member/1', act, {}, { member, content: joinedContent(joined), actor: act.actor });
}

/** A dated standing 党籍状态 of a member. */
export function draftStanding(member: string, standing: Numbered, act: Act): Draft {
  return draft('standing/1', act, {}, { member, content: standingContent(standing), actor: act.actor });
}

/** An entry 分录: a fact as determined, the `entry`-th of its ledger. */
export function draftEntry(entry: number, member: string, fact: Fact, act: Act): Draft {
  return draft('entry/1', act, { entry }, { member, content: factContent(fact), actor: act.actor });
}

/** A reversal 冲正: an entry that takes another back; its fact repeats item and day, with the reason as note and the finding as reference. */
export function draftReversal(entry: number, reverses: number, member: string, fact: Fact, act: Act): Draft {
  return draft('reversal/1', act, { entry, reverses }, { member, content: factContent(fact), actor: act.actor });
}

/** A step of the process 办理事项: the name of its action, the member it is about ('' where it is about none), and what it says. */
export function draftAct(action: string, member: string, content: Json, act: Act): Draft {
  return draft('act/1', act, { action }, { member, content, actor: act.actor });
}

/** The seal 定稿 on a document: its kind, its number among its kind, its whole text. */
export function draftSeal(document: string, number: number, text: string, act: Act): Draft {
  return draft('seal/1', act, { document, number }, { content: text, actor: act.actor });
}

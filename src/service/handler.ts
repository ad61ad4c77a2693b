import type { ActAction, InputOf } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import type { Doing } from './doing.ts';

/** How acts are done 办理: action → function over the act under way and its content. */
export type Handlers<A extends ActAction> = {
  readonly [K in A]: (doing: Doing, input: InputOf<K>) => Promise<ActAnswer>;
};

/** The actions of a noun. */
export type ActsOf<Noun extends string> = Extract<ActAction, `${Noun}.${string}`>;

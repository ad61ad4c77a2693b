import { median } from './compare.ts';
import type { Load } from './http-load.ts';
import type { Measured } from './http-server.ts';

/** A side of a comparison: a server, and what it is asked: each request once, or the same over and over. */
export type Sender = { readonly server: Measured; readonly requests: string[]; readonly again: boolean };

/** A side as measured, the median of its rounds: requests a second, milliseconds until the answer, milliseconds of the server's CPU a request. */
export type Figures = { readonly rate: number; readonly milliseconds: number; readonly cpu: number };

/** How the sides are asked: by which process, over how many connections, and for how many seconds in a round. */
export type Asking = { readonly load: Load; readonly connections: number; readonly seconds: number };

const ROUNDS = 5;

/** The first round is so many requests, or so many times as long as the others: a program that has just started is still being compiled. */
const WARMING = { requests: 2000, times: 5 } as const;

/** Asks two sides in turn, round by round, so that a slower moment of the machine meets both; a first round of each warms up and is not counted. */
export async function compareSides(
  sides: readonly [Sender, Sender],
  asking: Asking,
): Promise<readonly [Figures, Figures]> {
  const found: readonly [Figures[], Figures[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++)
    for (const at of [0, 1] as const) {
      const figures = await ask(sides[at], asking, round === 0);
      if (round > 0) found[at].push(figures);
    }
  const [one, other] = found;
  return [middle(one), middle(other)];
}

async function ask(
  { server, requests, again }: Sender,
  { load, connections, seconds }: Asking,
  warming: boolean,
): Promise<Figures> {
  const most = warming ? WARMING.requests : Math.ceil(3000 * seconds);
  const sent = again
    ? Array.from({ length: most }, (_, at) => requests[at % requests.length] ?? '')
    : requests.slice(0, most);
  const before = await server.cpu();
  const milliseconds = seconds * 1000 * (warming ? WARMING.times : 1);
  const round = { port: server.port, connections, milliseconds, requests: sent };
  const answered = await load.run(round);
  const used = (await server.cpu()) - before;
  if (!again) requests.splice(0, answered.count);
  if (answered.count === 0) throw new Error('nothing was left to be asked');
  const { count } = answered;
  return { rate: count / answered.seconds, milliseconds: answered.median, cpu: (used * 1000) / count };
}

function middle(rounds: readonly Figures[]): Figures {
  const of = (name: keyof Figures): number => median(rounds.map((one) => one[name]));
  return { rate: of('rate'), milliseconds: of('milliseconds'), cpu: of('cpu') };
}

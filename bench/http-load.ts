import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { median } from './compare.ts';

/** A request to be sent. */
export type Asked = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** What one round of requests came to: how many were answered in how many seconds, and the median of their milliseconds. */
export type Answered = { readonly count: number; readonly seconds: number; readonly median: number };

/** A round to be run: on which port, over how many connections, for how long; each request is sent once. */
export type Round = {
  readonly port: number;
  readonly connections: number;
  readonly milliseconds: number;
  readonly requests: readonly string[];
};

/** A process of its own that sends requests, so that its work is not counted as a server's. */
export type Load = { readonly run: (round: Round) => Promise<Answered>; readonly stop: () => void };

/** The bytes of a request over a connection that is kept. */
export function rawOf({ method, path, headers, body }: Asked): string {
  const length =
    body === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`];
  const lines = [`${method} ${path} HTTP/1.1`, 'host: localhost', ...length];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`;
}

/** Starts the process that sends. */
export function startLoad(): Load {
  const child: ChildProcess = fork(process.argv[1] ?? '', ['load'], { stdio: 'inherit' });
  return {
    run: async (round) => {
      child.send(round);
      const [answer] = (await once(child, 'message')) as [Answered | { readonly fault: string }];
      if ('fault' in answer) throw new Error(answer.fault);
      return answer;
    },
    stop: () => child.disconnect(),
  };
}

/** What that process does: runs the rounds that it is told of. */
export function answerLoad(): void {
  process.on('message', (round: Round) => {
    runRound(round).then(
      (answered) => process.send?.(answered),
      (error: unknown) => process.send?.({ fault: String(error) }),
    );
  });
}

async function runRound({ port, connections, milliseconds, requests }: Round): Promise<Answered> {
  const times: number[] = [];
  let next = 0;
  const take = (): string | undefined => requests[next++];
  const sockets = await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      await once(socket, 'connect');
      return socket;
    }),
  );
  const start = performance.now();
  const until = start + milliseconds;
  await Promise.all(sockets.map((socket) => askOn(socket, take, until, times)));
  const seconds = (performance.now() - start) / 1000;
  for (const socket of sockets) socket.destroy();
  return { count: times.length, seconds, median: median(times) };
}

/** Asks on one connection, one after the other, until the time is over or nothing is left to be asked. */
async function askOn(socket: Socket, take: () => string | undefined, until: number, times: number[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let begun = 0;
    let kept = '';
    const ask = (): void => {
      const request = performance.now() < until ? take() : undefined;
      begun = performance.now();
      if (request === undefined) resolve();
      else socket.write(request);
    };
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed the connection')));
    socket.on('data', (chunk) => {
      kept += chunk.toString('latin1'); // one character a byte, as content-length counts
      const head = kept.indexOf('\r\n\r\n');
      if (head === -1) return;
      const length = Number(/^content-length: *(\d+)/im.exec(kept.slice(0, head))?.[1] ?? Number.NaN);
      if (kept.length < head + 4 + length) return;
      if (!kept.startsWith('HTTP/1.1 200')) {
        reject(new Error(Buffer.from(kept, 'latin1').toString()));
        return;
      }
      kept = '';
      times.push(performance.now() - begun);
      ask();
    });
    ask();
  });
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '#tests/postgres/engine.ts';
import { median } from './compare.ts';
import { fillEmbedded, fillServer } from './http-fill.ts';
import { startLoad } from './http-load.ts';
import { compareSides, type Figures, type Sender } from './http-rounds.ts';
import { firstAnswer, type Measured, startBare, startOurs } from './http-server.ts';

// As ratios in one run (issue 3, Speed); only the first answer is in seconds.
const LIMITS = { submit: 0.5, list: 0.6, latency: 1, first: 1 } as const;
const [BRANCHES, PENDING, CONNECTIONS, STARTS] = [40, 60, 16, 5];

/** A line of the table; `met` is absent where there is no limit. */
type Row = {
  readonly figure: string;
  readonly ours: string;
  readonly other: string;
  readonly ratio: string;
  readonly limit: string;
  readonly met?: boolean;
};

/**
 * Measures the server over HTTP beside a bare handler that writes and reads equal rows, both on one PostgreSQL, and on SQLite beside PostgreSQL.
 * BENCH_HTTP sets the seconds of a round. Prints a table; answers with what is slower than it should be, but only where BENCH_STRICT=1.
 */
export async function measureHttp(): Promise<readonly string[]> {
  const seconds = Number(process.env['BENCH_HTTP'] ?? 1.2);
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-bench-'));
  const [embeddedFolder, keyFolder] = [join(folder, 'embedded'), join(folder, 'server')];
  const engine = await startPostgres();
  const load = startLoad();
  const running = new Set<Measured>();
  const run = async (starting: Promise<Measured>): Promise<Measured> => {
    const server = await starting;
    running.add(server);
    return server;
  };
  try {
    const place = await engine.place();
    const most = 2000 + Math.ceil(1500 * seconds * 5);
    const filled = await fillServer(place.at, BRANCHES, PENDING, most);
    const drafts = await fillEmbedded(embeddedFolder, BRANCHES, most);
    const ours = await run(startOurs(keyFolder, place.at));
    const bare = await run(startBare(place.at));
    const embedded = await run(startOurs(embeddedFolder));
    const sides = (mine: readonly string[], other: readonly string[], again = false): readonly [Sender, Sender] => [
      { server: ours, requests: [...mine], again },
      { server: bare, requests: [...other], again },
    ];
    const at = { load, connections: CONNECTIONS, seconds };
    const many = await compareSides(sides(...filled.many), at);
    const one = await compareSides(sides(...filled.one), at);
    const list = await compareSides(sides(filled.lists, filled.lists, true), at);
    const alone: readonly [Sender, Sender] = [
      { server: embedded, requests: [...drafts], again: false },
      { server: ours, requests: [...filled.single], again: false },
    ];
    const single = await compareSides(alone, { ...at, connections: 1 });
    await embedded.stop();
    running.delete(embedded);
    const starts: number[] = [];
    for (let start = 0; start < STARTS; start++) starts.push(await firstAnswer(embeddedFolder));
    return print([
      ...rateRows(`submit, ${BRANCHES} branches`, many, LIMITS.submit),
      ...rateRows('submit, one branch', one),
      ...rateRows(`list of ${PENDING} lines`, list, LIMITS.list),
      latencyRow(single),
      startRow(median(starts)),
    ]);
  } finally {
    for (const server of running) await server.stop();
    load.stop();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function rateRows(figure: string, [ours, bare]: readonly [Figures, Figures], limit?: number): readonly Row[] {
  const ratio = ours.rate / bare.rate;
  return [
    {
      figure: `${figure}, requests/s`,
      ours: ours.rate.toFixed(0),
      other: bare.rate.toFixed(0),
      ratio: ratio.toFixed(2),
      limit: limit === undefined ? '' : `≥ ${limit}`,
      ...(limit !== undefined && { met: ratio >= limit }),
    },
    {
      figure: `${figure}, ms of CPU`,
      ours: ours.cpu.toFixed(2),
      other: bare.cpu.toFixed(2),
      ratio: (ours.cpu / bare.cpu).toFixed(2),
      limit: '',
    },
  ];
}

function latencyRow([embedded, server]: readonly [Figures, Figures]): Row {
  const ratio = embedded.milliseconds / server.milliseconds;
  return {
    figure: 'submit alone, ms: SQLite, PostgreSQL',
    ours: embedded.milliseconds.toFixed(2),
    other: server.milliseconds.toFixed(2),
    ratio: ratio.toFixed(2),
    limit: `≤ ${LIMITS.latency}`,
    met: ratio <= LIMITS.latency,
  };
}

function startRow(seconds: number): Row {
  const met = seconds <= LIMITS.first;
  return { figure: 'first answer, s', ours: seconds.toFixed(2), other: '', ratio: '', limit: `≤ ${LIMITS.first}`, met };
}

function print(rows: readonly Row[]): readonly string[] {
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(38) : cell.padStart(8))).join(' ');
  console.log(line(['figure', 'ours', 'other', 'ratio', 'limit', 'met']));
  for (const { figure, ours, other, ratio, limit, met } of rows)
    console.log(line([figure, ours, other, ratio, limit, met === undefined ? '' : met ? 'yes' : 'no']));
  const missed = rows.filter(({ met }) => met === false);
  return process.env['BENCH_STRICT'] === '1'
    ? missed.map(({ figure, ours, ratio, limit }) => `${figure}: ${ratio || ours}, wanted ${limit}`)
    : [];
}

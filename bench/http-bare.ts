import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { Pool, type PoolClient } from 'pg';

/** The bare side 对照: Node's own http and pg, each statement by itself, no session, no right, no check. It writes the same rows and reads the same lines. */
export async function serveBare(url: string): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 8 });
  const server = createServer((request, response) => {
    const respond = async (): Promise<void> => {
      const [status, text] = await answer(pool, request).then(
        (found) => [200, found] as const,
        (error: unknown) => [500, String(error)] as const,
      );
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
      response.end(text);
    };
    void respond();
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address === 'object' && address !== null) console.log(`http://localhost:${address.port}`);
  });
  process.on('SIGTERM', () => process.exit(0));
}

async function answer(pool: Pool, request: IncomingMessage): Promise<string> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/metrics') {
    const { user, system } = process.cpuUsage();
    return `process_cpu_seconds_total ${(user + system) / 1e6}\n`;
  }
  if (request.method === 'GET') return await list(pool, url.searchParams);
  const client = await pool.connect();
  try {
    return await submit(
      client,
      JSON.parse(await bodyOf(request)) as Submitted,
      String(request.headers['idempotency-key']),
    );
  } finally {
    client.release();
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

type Submitted = { readonly branch: string; readonly id: string };
type Line = {
  readonly subject: string;
  readonly period: string;
  readonly body: string;
  readonly revision: string;
  readonly state: string;
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function submit(client: PoolClient, input: Submitted, key: string): Promise<string> {
  const { branch, id } = input;
  const [now, action] = [new Date().toISOString(), 'declaration.submit'];
  await client.query('begin');
  try {
    const { rows: heads } = await client.query<{ event_seq: string; hash: string }>(
      'select event_seq, hash from head where branch_id = $1 for update',
      [branch],
    );
    const { rows: lines } = await client.query<Line>(
      `select state, revision, subject, period, body from matter where branch_id = $1 and noun = 'line' and id = $2`,
      [branch, id],
    );
    const [head, line] = [heads[0], lines[0]];
    if (!head || !line) throw new Error('no such line');
    const { subject, period, state } = line;
    const before = JSON.parse(line.body) as object;
    const body = { ...before, points: 10_000, deduction: false };
    await client.query(
      `update matter set state = $1, revision = $2, body = $3, period = $4, changed_at = $5 where branch_id = $6 and noun = 'line' and id = $7`,
      ['submitted', 2, JSON.stringify(body), period, now, branch, id],
    );
    await client.query(
      'insert into step (branch_id, noun, id, revision, action, actor, second, at, prior) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [branch, 'line', id, 2, action, subject, null, now, JSON.stringify({ state, body: before, subject, period })],
    );
    const seq = Number(head.event_seq) + 1;
    const content = { body: { points: 10_000 }, from: state, id, noun: 'line', revision: 2, state: 'submitted' };
    await client.query('insert into act (branch_id, seq, content) values ($1, $2, $3)', [
      branch,
      seq,
      JSON.stringify(content),
    ]);
    const closed = Object.entries({ actor: subject, content, member: subject }).map(([field, said]) => {
      const salt = randomBytes(16).toString('hex');
      const text = JSON.stringify({ content: said, salt });
      return { field, salt, digest: sha256(`sunledger/commitment/${field}/1\n${text}`) };
    });
    const digests = Object.fromEntries(closed.map(({ field, digest }) => [field, digest]));
    const said = { action, actor: digests['actor'], content: digests['content'], member: digests['member'] };
    const link = { at: now, body: said, branch, kind: 'act/1', prev: head.hash, seq };
    const hash = sha256(`sunledger/event/act/1\n${JSON.stringify(link)}`);
    await client.query(
      'insert into event (branch_id, seq, kind, at, body, prev, hash, actor, member_id, number) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [branch, seq, 'act/1', now, JSON.stringify(said), head.hash, hash, subject, subject, null],
    );
    await client.query(
      'insert into salt (branch_id, seq, field, salt) values ($1, $2, $3, $4), ($5, $6, $7, $8), ($9, $10, $11, $12)',
      closed.flatMap(({ field, salt }) => [branch, seq, field, salt]),
    );
    await client.query('update head set revision = revision + 1, event_seq = $1, hash = $2 where branch_id = $3', [
      seq,
      hash,
      branch,
    ]);
    await client.query(
      'insert into record (branch_id, record_id, at, actor, action, outcome, code, target, request) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [branch, randomUUID(), now, subject, action, 'done', null, id, randomUUID()],
    );
    const answered = JSON.stringify({ id, state: 'submitted', revision: 2 });
    await client.query(
      'insert into answer (branch_id, who, action, key, digest, answer, at) values ($1, $2, $3, $4, $5, $6, $7)',
      [branch, sha256(subject), action, key, sha256(JSON.stringify(input)), answered, now],
    );
    await client.query('commit');
    return answered;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

type Listed = { readonly id: string; readonly state: string; readonly revision: string; readonly body: string } & Line;

async function list(pool: Pool, query: URLSearchParams): Promise<string> {
  const [branch, state] = [query.get('branch') ?? '', query.get('state') ?? ''];
  const { rows: lines } = await pool.query<Listed>(
    `select * from matter where branch_id = $1 and noun = 'line' and state = $2 order by id limit 101`,
    [branch, state],
  );
  const { rows: hearings } = await pool.query<{ id: string; parent: string }>(
    `select * from matter where branch_id = $1 and noun = 'hearing' and parent = any($2)`,
    [branch, lines.map(({ id }) => id)],
  );
  const byLine = new Map(hearings.map((one) => [one.parent, one.id]));
  await pool.query(
    'insert into access (branch_id, access_id, at, viewer, subject, action, reason) values ($1, $2, $3, $4, $5, $6, $7)',
    [branch, randomUUID(), new Date().toISOString(), 'secretary', `#lines all ${state}`, 'declaration.list', null],
  );
  const rows = lines.map(({ id, state: stands, revision, subject, period: month, body }) => {
    const { origin, fact, deduction, declarant, points } = JSON.parse(body) as Record<string, unknown>;
    const one = {
      id,
      state: stands,
      revision: Number(revision),
      subject,
      month,
      origin,
      fact,
      deduction,
      declarant,
      points,
    };
    return byLine.has(id) ? { ...one, hearing: byLine.get(id) } : one;
  });
  return JSON.stringify({ rows, next: null });
}

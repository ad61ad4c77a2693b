/**
 * What a database's error means to whoever asked 数据库出错: another is writing (`busy`), the database cannot answer now (`down`),
 * or what was given cannot be kept in it (`text`).
 */
export type DatabaseError = 'busy' | 'down' | 'text';

/** Lock not available, deadlock, serialisation failure. */
const BUSY = /^(55P03|40P01|40001|SQLITE_BUSY\w*|SQLITE_LOCKED\w*)$/;

/** Connection lost or refused, no resources, statement time-out, shutdown; a full disk or one that fails. */
const DOWN =
  /^(08\w{3}|53\w{3}|57014|57P0\w|58\w{3}|25P0[34]|ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|SQLITE_(FULL|IOERR|CANTOPEN|READONLY)\w*)$/;

/** Text that UTF-8 or the server does not take (U+0000), a number out of range, too long. */
const TEXT = /^(22021|22P05|22003|22001|54000|SQLITE_TOOBIG)$/;

/** What the driver says in words alone. */
const GONE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

/** Tells which kind of database error this is; undefined when it is none, or one that nobody foresaw: then it is a bug. */
export function databaseErrorOf(error: unknown): DatabaseError | undefined {
  if (error instanceof AggregateError) return databaseErrorOf(error.errors[0]);
  if (!(error instanceof Error)) return undefined;
  // A server that stopped keeping what it acknowledges while this one runs: nothing is written until it keeps it again.
  if (error.name === 'UnsafeConnection' || error.name === 'NotMigrated') return 'down';
  const code = 'code' in error ? String(error.code) : '';
  // Whatever keeps a connection from being made: a socket's file that is gone, a name that is not resolved now, no route.
  if ('syscall' in error && /^(connect|getaddrinfo)$/.test(String(error.syscall))) return 'down';
  if (BUSY.test(code)) return 'busy';
  if (DOWN.test(code) || GONE.test(error.message)) return 'down';
  return TEXT.test(code) ? 'text' : undefined;
}

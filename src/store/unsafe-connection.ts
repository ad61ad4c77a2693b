/** A connection answered a setting, or a right, otherwise than it must be: the database is not opened. */
export class UnsafeConnection extends Error {
  override readonly name = 'UnsafeConnection';
}

/** The server's database lacks a migration: its owner has to run `sunledger migrate` first. */
export class NotMigrated extends Error {
  override readonly name = 'NotMigrated';
}

import { migrate } from './migrate.ts';
import { connect, LIMITS, openPostgres } from './postgres.ts';
import { grantRights, roleOf } from './postgres-rights.ts';
import type { Tables } from './tables.ts';
import { UnsafeConnection } from './unsafe-connection.ts';

/** What `migrate` did: the migrations that were missing, and the application's role that was granted its rights. */
export type Migrated = { readonly done: readonly string[]; readonly role: string };

/**
 * Brings the database of a server 数据库服务器 to the newest tables as their owner, grants the application's role what each table allows, and opens it
 * once as that role: what the server will refuse is refused here. @throws UnsafeConnection, NotMigrated
 */
export async function migratePostgres(ownerUrl: string, applicationUrl: string): Promise<Migrated> {
  const application = connect<Tables>(applicationUrl);
  const owner = connect<Tables>(ownerUrl, { ...LIMITS, pool: 2, statement: 0, lock: 0, idle: 0 });
  try {
    const role = await roleOf(application);
    if (role === (await roleOf(owner)))
      throw new UnsafeConnection(`DATABASE_URL and DATABASE_OWNER_URL are the same role: ${role}`);
    const done = await migrate(owner);
    await grantRights(owner, role);
    await (await openPostgres(applicationUrl)).destroy();
    return { done, role };
  } finally {
    await Promise.all([application.destroy(), owner.destroy()]);
  }
}

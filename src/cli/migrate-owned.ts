/** Migrates a server as the owner of its tables where DATABASE_OWNER_URL 所有者地址 says who that is; else it must be migrated already. */
export async function migrateOwned(applicationUrl: string): Promise<void> {
  const owner = process.env['DATABASE_OWNER_URL'];
  if (owner === undefined || owner === '') return;
  const { migratePostgres } = await import('#store/migrate-postgres.ts');
  await migratePostgres(owner, applicationUrl);
}

import { Command, CommanderError } from 'commander';
import { addBackup } from './backup.ts';
import { isDatabaseError, saidBy } from './data-folder.ts';
import { addDoctor } from './doctor.ts';
import { addExport } from './export.ts';
import { addImport } from './import.ts';
import { addInit } from './init.ts';
import { addMigrate } from './migrate.ts';
import { addMove } from './move.ts';
import { addPlay } from './play.ts';
import { addRestore } from './restore.ts';
import { addScheme } from './scheme.ts';
import { addScore } from './score.ts';
import { addSeed } from './seed.ts';
import { addServe } from './serve.ts';
import { addSettle } from './settle.ts';
import { addUser } from './user.ts';
import { addVerify } from './verify.ts';

/** The command line 命令行 `sunledger`: 0 done, 1 refused or problems found, 2 not understood (contracts). */
async function run(): Promise<void> {
  const program = new Command('sunledger')
    .description('阳光积分：党员积分制管理 / Sunledger: the points scheme of a party branch')
    .exitOverride();
  addScheme(program);
  addScore(program);
  addServe(program);
  addExport(program);
  addImport(program);
  addVerify(program);
  addBackup(program);
  addRestore(program);
  addMove(program);
  addMigrate(program);
  addPlay(program);
  addSettle(program);
  addSeed(program);
  addDoctor(program);
  addInit(program);
  addUser(program);
  // Whoever reads may have seen enough, as `head` has.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (isDatabaseError(error)) {
      // What a command meets on its way: another that writes for long, a server that went away, a full disk.
      process.stderr.write(`数据库出错 / database: ${saidBy(error)}\n`);
      process.exitCode = 1;
    } else throw error;
  }
}

await run();

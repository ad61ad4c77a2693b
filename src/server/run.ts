import type { Lang } from '#words/lang.ts';
import { pageWords } from '#words/pages.ts';
import type { Arguments } from './config.ts';
import { CannotStart, type Running, start } from './start.ts';

/** Runs the server until it is told to stop (SIGTERM, SIGINT): the first signal lets it finish what it has begun, a second ends it at once. */
export async function run(given: Arguments, lang: Lang): Promise<void> {
  let running: Running | undefined;
  let stopping = false;
  const end = (): void => {
    running?.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  const stop = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    print(pageWords(lang).serve.stopping);
    end();
  };
  // Before anything is begun: told while it still starts, it starts to the end and then stops in order.
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  try {
    running = await start({ env: process.env, given, lang, print });
    if (stopping) end();
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

function print(line: string): void {
  console.log(line);
}

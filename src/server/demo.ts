import { join } from 'node:path';
import type { Problem } from '#domain/kernel/problem.ts';
import type { Services } from '#service/open.ts';
import { keepDemoAccounts } from './demo-accounts.ts';
import { readStoryFiles } from './story-files.ts';

/** The stories of the demonstration 演示脚本, below the folder of the project, and the day on which they stop: the year's last, so that its points stand to be seen. */
const STORIES = ['examples/story-2026.yaml', 'examples/story-small.yaml'];
const UNTIL = '2026-12-31';

/** Plays the demonstration into an empty database and opens its accounts; answers with what is wrong with the files. @throws StoryFault */
export async function playDemo(services: Services, folder: string, home: string): Promise<readonly Problem[]> {
  for (const path of STORIES) {
    const story = await readStoryFiles(join(home, path));
    if ('problems' in story) return story.problems;
    await services.play(story, UNTIL);
  }
  keepDemoAccounts(folder, await services.accounts.demo());
  return [];
}

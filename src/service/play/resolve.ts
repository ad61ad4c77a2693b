import type { Rows } from '#store/database.ts';
import { listMatters } from '#store/matter.ts';
import type { Stage } from './stage.ts';
import { StoryMistake } from './story.ts';

/**
 * Fills in what texts of a step stand for: `$name` the id that an earlier step answered, `$name.told.code` something it told, `@D001` a member by roster
 * number, `&key` a branch, `^name` what the subject was told by a named step, `#D001 item day` the line of a member; the last three of another branch as `@key D001`, `#key D001 item day`.
 */
export async function resolve(stage: Stage, rows: Rows, branch: string, value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return await Promise.all(value.map(async (one) => await resolve(stage, rows, branch, one)));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(async ([key, one]) => [key, await resolve(stage, rows, branch, one)]);
    return Object.fromEntries(await Promise.all(entries)) as unknown;
  }
  if (typeof value !== 'string') return value;
  const [sign, rest] = [value.slice(0, 1), value.slice(1)];
  if (sign === '@') return stage.person(branch, rest);
  if (sign === '&') return stage.branch(rest);
  if (sign === '^') return await hearingOf(stage, rows, branch, rest);
  if (sign === '#') return await lineOf(stage, rows, branch, rest);
  return sign === '$' ? named(stage, rest) : value;
}

function named(stage: Stage, text: string): unknown {
  const [name = '', ...path] = text.split('.');
  const answer = stage.named.get(name);
  if (!answer) throw new StoryMistake(`前面没有起名“${name}”的一步 / nothing is named ${name}`);
  if (path.length === 0) return answer.id;
  return path.reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], answer);
}

async function hearingOf(stage: Stage, rows: Rows, branch: string, name: string): Promise<string> {
  const [told] = await listMatters(rows, stage.branch(branch), 'hearing', { parent: String(named(stage, name)) });
  if (!told) throw new StoryMistake(`“${name}”没有告知过谁 / nobody was told of ${name}`);
  return told.id;
}

async function lineOf(stage: Stage, rows: Rows, here: string, text: string): Promise<string> {
  const words = text.split(' ');
  const [branch = here, code = '', item, day] = words.length === 4 ? words : [here, ...words];
  const subject = stage.person(branch, code);
  const lines = (await listMatters(rows, stage.branch(branch), 'line')).filter(
    ({ subject: whose, state, body: { fact } }) =>
      whose === subject && fact.item === item && fact.day === day && state !== 'withdrawn',
  );
  const [line, other] = lines;
  if (!line || other)
    throw new StoryMistake(`“${text}”有 ${lines.length} 项，应为 1 项 / ${lines.length} lines are ${text}`);
  return line.id;
}

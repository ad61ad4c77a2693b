import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { harmless, type Problem } from '#domain/kernel/problem.ts';
import { check } from '#domain/scheme/check.ts';
import { factsByMember, reachMembers, withAddressees } from '#intake/facts/addressed.ts';
import { readFacts } from '#intake/facts/read-facts.ts';
import { indexScheme } from '#intake/facts/scheme-items.ts';
import { readMembers } from '#intake/members/read-members.ts';
import { readDocument } from '#intake/read-document.ts';
import { readTables } from '#intake/read-tables.ts';
import { readStory, type WrittenStory } from '#intake/story/read-story.ts';
import type { Story, StoryBranch } from '#service/play/story.ts';

type WrittenBranch = WrittenStory['branches'][number];

/** Reads a story with the files that it names 情节脚本及所附文件, beside it; or everything that is wrong with them. */
export async function readStoryFiles(path: string): Promise<Story | { readonly problems: readonly Problem[] }> {
  const { story, problems } = await readStory(path);
  if (!story) return { problems };
  const found: Problem[] = [];
  const branches: StoryBranch[] = [];
  for (const written of story.branches) {
    if (written.superior !== undefined && story.superiors.every(({ key }) => key !== written.superior))
      found.push(formProblem(path, `${written.key}.superior`, written.superior));
    const read = await readBranch(dirname(path), written);
    if ('problems' in read) found.push(...read.problems);
    else {
      branches.push(read);
      const codes = new Set(read.members.map(({ id }) => id));
      for (const { code } of read.offices)
        if (!codes.has(code)) found.push(formProblem(path, `${written.key}.offices`, code));
    }
  }
  if (found.length > 0) return { problems: found };
  const steps = story.steps.map(({ second, as, refused, ...step }) => ({
    ...step,
    ...(second !== undefined && { second }),
    ...(as !== undefined && { as }),
    ...(refused !== undefined && { refused }),
  }));
  const assumed = story.assumed.map(({ year, holidays }) => ({
    year,
    holidays: holidays.map(({ name, from, to, worked }) => ({ name, days: { from, to }, worked })),
  }));
  return { title: story.story, assumed, superiors: story.superiors, branches, steps };
}

function formProblem(file: string, where: string, detail: string): Problem {
  return { severity: 'error', code: 'intake.story-form', place: { file }, params: { where, detail } };
}

async function readBranch(
  folder: string,
  written: WrittenBranch,
): Promise<StoryBranch | { readonly problems: readonly Problem[] }> {
  const { key, name, superior, offices } = written;
  const schemeFile = join(folder, written.scheme);
  const document = await readDocument(schemeFile);
  const { scheme, problems } = check(document.value);
  if (!scheme || !harmless(document.problems)) return { problems: [...document.problems, ...problems] };
  const roster = readMembers(await readTables(join(folder, written.roster)));
  if (!harmless(roster.problems)) return { problems: roster.problems };
  const { members } = roster;
  const named = written.people === undefined ? roster : readMembers(await readTables(join(folder, written.people)));
  if (!harmless(named.problems)) return { problems: named.problems };
  const people = named.members;
  const facts = new Map<string, StoryBranch['facts'] extends ReadonlyMap<string, infer F> ? F : never>();
  if (written.facts !== undefined) {
    const tables = await readTables(join(folder, written.facts));
    const rows = readFacts(tables, { items: indexScheme(scheme), members: withAddressees(people) });
    const reached = reachMembers(rows.facts, people, scheme);
    const wrong = [...rows.problems, ...reached.problems];
    if (!harmless(wrong)) return { problems: wrong };
    for (const [member, own] of factsByMember(reached.facts)) facts.set(member, own);
  }
  return {
    key,
    name,
    ...(superior !== undefined && { superior }),
    scheme: {
      version: scheme.document.version ?? 1,
      effective: scheme.document.effective ?? '2026-01-01',
      source: await readFile(schemeFile, 'utf8'),
      document: document.value,
    },
    members,
    people,
    offices,
    facts,
  };
}

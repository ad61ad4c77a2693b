import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStoryFiles } from '#server/story-files.ts';
import { ACCOUNT_LIMITS } from '#service/account/limits.ts';
import { BranchScores } from '#service/branch-scores.ts';
import type { Context } from '#service/context.ts';
import { performAct } from '#service/perform.ts';
import { playStory } from '#service/play/play.ts';
import { BranchSchemes } from '#service/schemes.ts';
import { secretsOf } from '#service/secrets.ts';
import { openStore } from '#store/database.ts';
import { listMatters, readMatter } from '#store/matter.ts';
import { follow, type Place, walk } from './process-follow.ts';

test('the second quarter of the written year, played to the day of its meeting, is walked from convened to the sealed register (§三(三))', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-sitting-'));
  const store = await openStore(folder);
  const days = { today: '2026-01-01' };
  const clock = { now: () => `${days.today}T04:00:00.000Z`, today: () => days.today };
  const secrets = secretsOf('test'.repeat(16));
  const [scores, schemes] = [new BranchScores(), new BranchSchemes()];
  const context: Context = { store, clock, scores, schemes, secrets, accountLimits: ACCOUNT_LIMITS };
  try {
    const story = await readStoryFiles(join(import.meta.dirname, '../examples/story-2026.yaml'));
    if ('problems' in story) throw new Error('the story cannot be read');
    const sits = story.steps.findIndex((step) => step.do === 'scene.sit');
    const played = await playStory(context, { ...story, steps: story.steps.slice(0, sits) }, (day) => {
      days.today = day;
    });
    days.today = '2026-07-15';
    for (const branch of played.branches) {
      const meetings = await listMatters(store.rows, branch, 'assembly', { state: ['convened'] });
      const [meeting] = meetings;
      if (!meeting) continue;
      const { chair } = meeting.body;
      const act: Place['act'] = async (person, action, given) => {
        const input = { branch, ...given } as never;
        const { id } = given as { readonly id?: string };
        const found = store.rows
          .selectFrom('matter')
          .select('revision')
          .where('id', '=', id ?? '');
        const revision = (await found.where('branch_id', '=', branch).executeTakeFirst())?.revision;
        const caller = typeof person === 'string' ? { person, kind: 'person' as const, password: true } : person;
        return await performAct(context, caller, action, { input, revision, key: undefined });
      };
      const at: Place = { context, branch, act };
      const before = await follow(at, chair);
      expect(before).toMatchObject({ meeting: { id: meeting.id, period: '2026Q2' }, next: { step: 'freeze' } });
      expect(before.meeting.owed.length).toBeGreaterThan(1);
      expect(before.contested.length).toBeGreaterThan(0);
      const acts = await walk(
        at,
        meeting.id,
        { present: (_, { roll }) => roll.lines.map(({ member }) => member) },
        chair,
      );
      expect(acts).toContain('appeal.report');
      expect(acts.filter((one) => one === 'quarter.determine')).toHaveLength(1);
      const after = await follow(at, chair, { id: meeting.id });
      expect(after).toMatchObject({
        next: { step: 'done' },
        register: { state: 'sealed' },
        minutes: { state: 'signed' },
      });
      expect((await readMatter(store.rows, branch, 'quarter', '2026Q2'))?.state).toBe('determined');
      return;
    }
    throw new Error('no meeting is convened');
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}, 120_000);

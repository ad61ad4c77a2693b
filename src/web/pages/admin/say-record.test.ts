import { expect, test } from 'vitest';
import { ACTIONS } from '#domain/permission/table.ts';
import { REFUSALS } from '#domain/process/refusal.ts';
import { adminWords } from '#words/web/admin.ts';
import { sayAction, sayCode } from './say-record.ts';

test('the audit log says every action and every refusal in words, never by its code (issue 4 §5)', () => {
  for (const lang of ['zh-CN', 'en'] as const) {
    const { records } = adminWords(lang);
    for (const action of [...ACTIONS, 'session.join'])
      expect(sayAction(action, records), action).toMatch(/^\S.*[:：] ?\S/);
  }
  for (const code of Object.keys(REFUSALS)) expect(sayCode(code, 'en'), code).toMatch(/^[^{}|]+$/);
  const { records } = adminWords('zh-CN');
  for (const action of ACTIONS) expect(sayAction(action, records)).not.toMatch(/[a-z]/);
  for (const code of Object.keys(REFUSALS)) expect(sayCode(code, 'zh-CN'), code).not.toMatch(/^[a-z.-]+$/);
});

import { describe, expect, test } from 'vitest';
import { pagesZhCN } from '#words/pages.zh-CN.ts';
import { isLoopback, readConfig } from './config.ts';

const read = (env: Record<string, string>, given = {}) => readConfig(env, given, '/home', pagesZhCN);
const faults = (env: Record<string, string>) => {
  const answer = read(env);
  return 'faults' in answer ? answer.faults : [];
};

describe('the configuration', () => {
  test('is safe when nothing is said', () => {
    expect(read({})).toMatchObject({ config: { port: 8080, host: '127.0.0.1', demo: false, plainLan: false } });
  });

  test('takes the command line before the environment', () => {
    expect(read({ PORT: '9000' }, { port: '9001', demo: true })).toMatchObject({
      config: { port: 9001, demo: true, folder: '/home/data/demo' },
    });
  });

  test('names every fault at once, in words', () => {
    const found = faults({ PORT: 'http', PUBLIC_URL: 'http://a.cn', RATE_LIMIT: '0', LOG_LEVEL: 'loud' });
    expect(found).toHaveLength(4);
    expect(found.join()).toContain('PORT 应为 0 至 65535 的整数，现为“http”');
    expect(found.join()).toContain('RATE_LIMIT 应为 1 至 1000000 的整数');
    expect(found.join()).not.toMatch(/\{\w+\}/);
  });

  test('takes a PostgreSQL server by DATABASE_URL, with limits, and shows no password when it is faulty', () => {
    const database = 'postgres://app:secret@db.example.cn/sunledger';
    expect(read({ DATABASE_URL: database, LOCK_TIMEOUT: '900' })).toMatchObject({
      config: { database, limits: { pool: 10, statement: 30_000, lock: 900, idle: 60_000, connect: 10_000 } },
    });
    expect(faults({ DATABASE_URL: 'mysql://app:secret@db/x' })).toEqual([pagesZhCN.serve.configDatabase]);
    expect(faults({ DATABASE_URL: 'mysql://app:secret@db/x' }).join()).not.toContain('secret');
  });

  test('an address that others reach needs PUBLIC_URL or ALLOW_PLAIN_LAN', () => {
    expect(faults({ HOST: '0.0.0.0' })[0]).toContain('PUBLIC_URL=https://');
    expect(faults({ HOST: '0.0.0.0', ALLOW_PLAIN_LAN: '1' })).toEqual([]);
    expect(faults({ HOST: '0.0.0.0', PUBLIC_URL: 'https://jifen.example.cn' })).toEqual([]);
  });

  test('knows what is loopback', () => {
    expect(['127.0.0.1', '127.1.2.3', '::1', 'localhost'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '10.0.0.1', '127.evil.cn', 'localhost.evil.cn'].some(isLoopback)).toBe(false);
  });
});

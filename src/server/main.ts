// The server as a program of its own, for containers and service managers: everything comes from the environment.
import { run } from './run.ts';

await run({}, process.env['LANG']?.startsWith('en') === true ? 'en' : 'zh-CN');

import { textIn } from '#paper/list/content.ts';
import type { SchemeRow } from '#paper/list/file-lists.ts';
import { type Asking, unlessRefused } from './asking.ts';

/** A version that nobody works on any more. */
const OVER = 'discarded';

/** The versions of the scheme as its page shows them 方案版本: those adopted, and those on their way. @throws right.missing */
export async function schemeRows({ ask }: Asking): Promise<readonly SchemeRow[]> {
  const { matters } = await ask('scheme.show', {});
  const text = await unlessRefused(ask('scheme.text', {}));
  const now = text?.versions.find(({ inForce }) => inForce)?.version ?? 0;
  const adopted = (text?.versions ?? []).map(({ version, title, effective }): SchemeRow => {
    const matter = matters.find(({ content }) => content['version'] === version);
    const state = version === now ? 'in-force' : version < now ? 'retired' : 'adopted';
    return { version, title, state, effective, resolved: matter && textIn(matter, 'resolved') };
  });
  const known = new Set(adopted.map(({ version }) => version));
  const others = matters.filter(
    ({ state, content: { version } }) => state !== OVER && !(typeof version === 'number' && known.has(version)),
  );
  return [
    ...adopted,
    ...others.map(
      (one): SchemeRow => ({
        version: typeof one.content['version'] === 'number' ? one.content['version'] : undefined,
        title: textIn(one, 'title') ?? '',
        state: one.state,
        effective: textIn(one, 'effective'),
        resolved: textIn(one, 'resolved'),
      }),
    ),
  ];
}

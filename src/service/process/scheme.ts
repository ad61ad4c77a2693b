import { scheme as step } from '#domain/process/scheme.ts';
import { check } from '#domain/scheme/check.ts';
import type { Doing } from '#service/doing.ts';
import type { Handlers } from '#service/handler.ts';
import type { Matter } from '#store/matter.ts';
import { addScheme, lastVersion } from '#store/scheme.ts';

type Acts =
  | 'scheme.draft'
  | 'scheme.edit'
  | 'scheme.check'
  | 'scheme.adopt'
  | 'scheme.start'
  | 'scheme.retire'
  | 'scheme.revoke'
  | 'scheme.discard';

/** What the general meeting decided about a scheme, and on which day 决议. */
async function resolved(doing: Doing, scheme: Matter<'scheme'>, id: string) {
  const motion = await doing.find('motion', id);
  const assembly = motion.parent === undefined ? undefined : await doing.find('assembly', motion.parent);
  const about = motion.body.about === scheme.id && motion.body.kind === 'scheme';
  return {
    ...(about && motion.body.result !== undefined && { motion: motion.body.result }),
    resolved: assembly?.body.day ?? doing.today,
  };
}

/** The acts of a scheme 方案 (product §3.1): it binds from its day on, and is never changed once adopted. */
export const schemeActs: Handlers<Acts> = {
  'scheme.draft': async (doing, { title, source, document }) => {
    await doing.allow({});
    const to = doing.decide(step, undefined, 'scheme.draft', {});
    return doing.answer(await doing.add('scheme', { state: to, body: { title, source, document } }));
  },
  'scheme.edit': async (doing, { id, title, source, document }) => {
    const scheme = await doing.find('scheme', id);
    await doing.allow({}, scheme);
    const to = doing.decide(step, scheme, 'scheme.edit', {});
    return doing.answer(await doing.move(scheme, to, { title, source, document }));
  },
  'scheme.check': async (doing, { id }) => {
    const scheme = await doing.find('scheme', id);
    await doing.allow({}, scheme);
    const { problems, scheme: checked } = check(scheme.body.document);
    const errors = problems.filter(({ severity }) => severity !== 'warning');
    const byApplication = errors.some(({ code }) => code.includes('application'));
    const to = doing.decide(step, scheme, 'scheme.check', {
      errors: byApplication ? 0 : errors.length,
      byApplication,
    });
    const effective = checked?.document.effective;
    return doing.answer(await doing.move(scheme, to, effective === undefined ? {} : { effective }));
  },
  'scheme.adopt': async (doing, { id, motion }) => {
    const scheme = await doing.find('scheme', id);
    await doing.allow({}, scheme);
    const facts = { ...(await resolved(doing, scheme, motion)), ...doing.two };
    const effective = scheme.body.effective ?? doing.today;
    const to = doing.decide(step, scheme, 'scheme.adopt', { ...facts, effective });
    return doing.answer(await doing.move(scheme, to, { motion, effective, resolved: facts.resolved }));
  },
  'scheme.start': async (doing, { id }) => {
    const scheme = await doing.find('scheme', id);
    await doing.allow({}, scheme);
    const { effective = doing.today, source, document } = scheme.body;
    const to = doing.decide(step, scheme, 'scheme.start', { today: doing.today, effective });
    const version = (await lastVersion(doing.rows, doing.at)) + 1;
    await addScheme(doing.rows, doing.at, { version, effective, source, document }, doing.now, doing.actor);
    return doing.answer(await doing.move(scheme, to, { version }));
  },
  'scheme.retire': async (doing, { id }) => {
    const scheme = await doing.find('scheme', id);
    await doing.allow({}, scheme);
    const others = await doing.list('scheme', { state: ['in-force'] });
    const successor = others.some(({ body }) => (body.version ?? 0) > (scheme.body.version ?? 0));
    return doing.answer(await doing.move(scheme, doing.decide(step, scheme, 'scheme.retire', { successor })));
  },
  'scheme.revoke': async (doing, { id, motion }) => {
    const scheme = await doing.find('scheme', id);
    await doing.allow({}, scheme);
    const { motion: result } = await resolved(doing, scheme, motion);
    const facts = { ...(result !== undefined && { motion: result }), ...doing.two };
    return doing.answer(await doing.move(scheme, doing.decide(step, scheme, 'scheme.revoke', facts)));
  },
  'scheme.discard': async (doing, { id }) => {
    const scheme = await doing.find('scheme', id);
    await doing.allow({}, scheme);
    return doing.answer(await doing.move(scheme, doing.decide(step, scheme, 'scheme.discard', {})));
  },
};

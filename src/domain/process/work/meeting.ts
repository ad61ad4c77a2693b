import { type Day, parsePeriod } from '#domain/kernel/day.ts';
import { type Asker, type Board, byOffice, type Owed, rowOf, type Seen, stands, titled } from './owed.ts';

/** The states in which a meeting is still to come or under way. */
const CALLED = ['convened', 'frozen', 'open'] as const;

function isCalled(one: Seen): boolean {
  return stands(one, ...CALLED);
}

/** The day of the next meeting that is called; undefined while none is. */
export function nextMeeting({ assembly }: Board): Day | undefined {
  return assembly
    .filter(isCalled)
    .map(({ body }) => body.day)
    .toSorted()[0];
}

function sittings(asker: Asker, { assembly, quarter, minutes }: Board): readonly Owed[] {
  const called = assembly.filter(isCalled);
  const due = quarter.filter(
    ({ id, state }) =>
      state === 'open' &&
      (parsePeriod(id)?.to ?? asker.today) < asker.today &&
      !called.some(({ period }) => period === id),
  );
  const unwritten = assembly.filter((one) => stands(one, 'closed') && !minutes.some(({ parent }) => parent === one.id));
  return [
    ...called.flatMap((one) => {
      // Whoever belongs to the branch comes, whoever is in its office prepares it.
      if (!asker.wasMember(asker.today) && !asker.may('assembly.attend') && !asker.may('assembly.open')) return [];
      const { day, items } = one.body;
      const today = day === asker.today || stands(one, 'open');
      const kind = today ? 'assembly-today' : 'assembly-next';
      return [rowOf(asker, kind, one, 'me', { ...titled(items[0]), due: stands(one, 'open') ? asker.today : day })];
    }),
    ...(asker.may('assembly.convene')
      ? due.map((one) => rowOf(asker, 'assembly-due', one, 'me', { since: parsePeriod(one.id)?.to ?? asker.today }))
      : []),
    ...(asker.may('minutes.draft') ? unwritten.map((one) => rowOf(asker, 'minutes-draft', one, 'me')) : []),
  ];
}

function signatures(asker: Asker, { minutes, assembly }: Board): readonly Owed[] {
  return minutes.flatMap((one) => {
    const sitting = assembly.find(({ id }) => id === one.parent);
    if (!stands(one, 'drafted') || !sitting || !asker.may('minutes.sign')) return [];
    const { chair, recorder } = sitting.body;
    const mine = (chair === asker.by && !one.body.chair) || (recorder === asker.by && !one.body.recorder);
    const about = { noun: 'assembly', id: sitting.id };
    return [rowOf(asker, 'minutes-sign', one, mine ? 'me' : 'office', { about })];
  });
}

function counts(asker: Asker, { motion }: Board): readonly Owed[] {
  return motion.flatMap((one) => {
    const owedBy = stands(one, 'open') ? byOffice(asker, 'motion.count', 'motion.put') : undefined;
    const about = one.parent === undefined ? {} : { about: { noun: 'assembly', id: one.parent } };
    const more = { ...titled(one.body.title), ...about, due: asker.today };
    return owedBy ? [rowOf(asker, 'motion-count', one, owedBy, more)] : [];
  });
}

function quarters(asker: Asker, { quarter, motion, register }: Board): readonly Owed[] {
  return quarter.flatMap((one) => {
    const passed = motion.some(
      ({ period, state, body }) =>
        period === one.id && state === 'counted' && body.kind === 'bundle' && body.result === 'passed',
    );
    if (stands(one, 'open') && passed && asker.may('quarter.determine'))
      return [rowOf(asker, 'quarter-determine', one, 'me')];
    if (!stands(one, 'determined', 'posted')) return [];
    const sheets = register.filter(({ period }) => period === one.id);
    const sealed = sheets.some(({ state }) => state === 'sealed');
    return [
      ...(sheets.length === 0 && asker.may('register.draw') ? [rowOf(asker, 'register-draw', one, 'me')] : []),
      ...(stands(one, 'determined') && sealed && asker.may('quarter.post')
        ? [rowOf(asker, 'quarter-post', one, 'me')]
        : []),
    ];
  });
}

/** What is owed before, in and after the general meeting 党员大会待办 (product §3.6). */
export function meetingWork(asker: Asker, board: Board): readonly Owed[] {
  const drafted = board.register.filter((one) => stands(one, 'drafted'));
  return [
    ...sittings(asker, board),
    ...counts(asker, board),
    ...signatures(asker, board),
    ...quarters(asker, board),
    ...(asker.may('register.seal') ? drafted.map((one) => rowOf(asker, 'register-seal', one, 'me')) : []),
  ];
}

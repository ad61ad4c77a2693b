import { earlier, parsePeriod } from '#domain/kernel/day.ts';
import { isRecused } from '#domain/process/recusal.ts';
import type { Claimed } from '#store/bodies.ts';
import type { Matter } from '#store/matter.ts';
import { COMMITTEE, IDS } from './people.ts';
import type { Scene } from './scene.ts';

const CREDITS = [
  { item: 'zhiyuan' },
  { item: 'huojiang', level: '区级' },
  { item: 'huojiang', level: '校级' },
] as const;
const DEBITS = [{ item: 'quexi' }, { item: 'weigui' }] as const;

/** A day in one of the months that are open, not in the future; the running day where none is. */
export function aDay(scene: Scene): string {
  const { dice, day } = scene;
  const sealed = scene.of('month', 'sealed');
  const open = scene.of('month', 'open', 'reopened');
  const month = dice.chance(0.15) && sealed.length > 0 ? dice.pick(sealed) : dice.pick(open);
  const from = month ? `${month.id}-01` : day;
  const span = `${from.slice(0, 8)}${String(1 + dice.below(28)).padStart(2, '0')}`;
  return span > day ? earlier(from, day) : span;
}

/** A fact that could be claimed. */
export function credit(scene: Scene): Claimed {
  return { ...scene.dice.one(CREDITS), day: aDay(scene) };
}

/** A failure that could be proposed. */
export function debit(scene: Scene): Claimed {
  return { ...scene.dice.one(DEBITS), day: aDay(scene), note: '签到表' };
}

export function aMember({ dice }: Scene): string {
  return dice.pick(IDS) ?? '';
}

export function aCommittee({ dice }: Scene): string {
  return dice.one(COMMITTEE);
}

/** Who acts for a line: its declarant, its subject where others proposed it, its reporter where the shield hides it. */
export function ownerOf(scene: Scene, line: Matter<'line'>): string {
  const { origin, declarant } = line.body;
  if (origin === 'report') return scene.reporters.get(line.id) ?? '';
  return origin === 'own' ? (declarant ?? '') : (line.subject ?? '');
}

/** Whether the month of a fact takes declarations. */
export function isOpen(scene: Scene, { day }: Claimed): boolean {
  const state = scene.read('month', day.slice(0, 7))?.state;
  if (day > scene.day) return false;
  if (state === 'sealed') return scene.read('month', scene.month)?.state === 'open' && day.slice(0, 7) !== scene.month;
  return state === 'open' || state === 'reopened';
}

export function isPast(scene: Scene, month: string): boolean {
  return scene.day > (parsePeriod(month)?.to ?? '');
}

/** Who of those present at a session may decide a line. */
export function deciders(scene: Scene, line: Matter<'line'>, review: Matter<'review'>): string[] {
  const declarant = line.body.origin === 'report' ? scene.reporters.get(line.id) : line.body.declarant;
  const concerned = {
    subject: line.subject ?? '',
    declarant: declarant ?? line.body.enteredBy ?? line.subject ?? '',
    relatives: scene.of('relation').map(({ body }) => [body.one, body.other] as const),
    steppedBack: review.body.steppedBack.flatMap((one) => (one.line === line.id ? [one.person] : [])),
  };
  return review.body.of.filter((person) => review.body.present.includes(person) && !isRecused(person, concerned));
}

/** Whether the hearing that a line needs is over; a line that needs none has none. */
export function isHeard(scene: Scene, line: Matter<'line'>): boolean {
  const hearing = scene.hearing(line.id);
  if (hearing) return hearing.state !== 'told';
  const declarant = line.body.origin === 'report' ? '' : (line.body.declarant ?? line.subject);
  return !line.body.deduction && declarant === line.subject;
}

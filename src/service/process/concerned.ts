import type { Heard } from '#domain/process/guards.ts';
import { hearingNeeded } from '#domain/process/hearing.ts';
import { type Concerned, isRecused } from '#domain/process/recusal.ts';
import type { Doing } from '#service/doing.ts';
import { listMatters, type Matter, readMatter } from '#store/matter.ts';
import { readShield } from '#store/shield.ts';

/** Where it is asked: an act or a reading of the branch. */
type Asking = Pick<Doing, 'rows' | 'at' | 'context'>;

/** Who declared a line 申报人; of a report the shield is opened for the rules alone, never to be shown (product §3.3). */
export async function declarantOf(doing: Asking, line: Matter<'line'>): Promise<string> {
  const { declarant, enteredBy } = line.body;
  if (declarant !== undefined) return declarant;
  const shield = await readShield(doing.rows, doing.at, line.id);
  return shield ? doing.context.secrets.open(shield.sealed) : (enteredBy ?? line.subject ?? '');
}

/** The near relatives that members of the branch have declared 近亲属. */
export async function relativesIn({ rows, at }: Asking): Promise<readonly (readonly [string, string])[]> {
  return (await listMatters(rows, at, 'relation')).map(({ body }) => [body.one, body.other] as const);
}

/** Everyone concerned by a line 利害关系人, with who stepped back from it in its session. */
export async function concernedBy(doing: Asking, line: Matter<'line'>, review?: Matter<'review'>): Promise<Concerned> {
  const declarant = await declarantOf(doing, line);
  return {
    subject: line.subject ?? '',
    declarant,
    ...(line.body.origin === 'report' && { reporter: declarant }),
    relatives: await relativesIn(doing),
    steppedBack: (review?.body.steppedBack ?? []).flatMap((one) => (one.line === line.id ? [one.person] : [])),
  };
}

/** Whether the subject of a line must be told and heard. */
export async function needsHearing(doing: Asking, line: Matter<'line'>): Promise<boolean> {
  return hearingNeeded({
    subject: line.subject ?? '',
    declarant: await declarantOf(doing, line),
    deduction: line.body.deduction,
  });
}

/** How far the hearing of a matter has come 告知申辩. */
export async function hearingOf(doing: Doing, about: string, needed: boolean): Promise<Heard['hearing']> {
  const [found] = (await doing.list('hearing', { parent: about })).slice(-1);
  if (found) return found.state as Heard['hearing'];
  return needed ? 'not-served' : 'not-needed';
}

/**
 * Refuses a person concerned by a line or named in a veto: nobody confirms or decides what is about itself, not as a second person either
 * (trust §2.5). Other matters concern nobody. @throws review.recused
 */
export async function refuseConcerned(doing: Doing, person: string, about: string): Promise<void> {
  const line = await readMatter(doing.rows, doing.at, 'line', about);
  const veto = line ? undefined : await readMatter(doing.rows, doing.at, 'veto', about);
  const concerned = line ? isRecused(person, await concernedBy(doing, line)) : veto?.subject === person;
  if (concerned) doing.refuse({ refused: 'review.recused' });
}

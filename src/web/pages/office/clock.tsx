import { useText, useWords } from '#web/lang.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { supervisionWords } from '#words/web/office-supervision.ts';
import { useHere } from './here.ts';

/** By when an answer is owed 答复期限; red only when it is late, and never while the day is provisional. */
export function Clock({ last, provisional }: { last: string; provisional: boolean }) {
  const words = useWords();
  const say = useText(supervisionWords);
  const { today } = useHere();
  const late = !provisional && today > last;
  return (
    <span className={late ? 'end off' : 'end'}>
      {fill(provisional ? say.dueProvisional : say.due, { day: sayDay(last, words) })}
      {late && ` · ${say.late}`}
    </span>
  );
}

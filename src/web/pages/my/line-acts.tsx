import { Link, useNavigate } from '@tanstack/react-router';
import { showPoints } from '#domain/kernel/points.ts';
import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { linesWords } from '#words/web/my-lines.ts';
import { useItems } from './items.ts';
import type { Line } from './line-state.ts';
import { toTitle } from './to-title.ts';
import { type Typed, UNTYPED } from './typed-claim.ts';

/** What its member can do about a line as it stands 可办事项: confirm, submit, edit, withdraw, object, appeal. */
export function LineActs({ line }: { line: Line }) {
  const { line: said } = useText(linesWords);
  const { home: branch, person } = useSession();
  const { name } = useItems();
  const { run: act, busy, waits, problem } = useAct();
  const run: typeof act = async (...asked) => {
    const answer = await act(...asked);
    if (answer) toTitle();
    return answer;
  };
  const navigate = useNavigate();
  const { id, revision, state, origin, subject, fact } = line;
  const report = subject !== person;
  const [, type] = useDraft<Typed>(report ? 'report' : 'declare', UNTYPED);
  const item = name(fact.item);
  const doing = (done: string) => ({
    revision,
    done: fill(done, { item }),
    undo: (next: { readonly revision: number }) =>
      ({ action: 'declaration.undo', input: { branch, id }, revision: next.revision }) as const,
  });
  const edit = async () => {
    const number = fact.quantity ?? fact.points ?? fact.score;
    type({
      item: fact.item,
      day: fact.day,
      number: number === undefined ? '' : showPoints(number, 4),
      level: fact.level ?? '',
      ref: fact.ref ?? '',
      words: line.words ?? '',
      who: report ? subject : '',
      line: `${id} ${revision}`,
    });
    await navigate({ to: '/my/declare', ...(report && { search: { about: 'other' } }) });
  };
  const recorded = state === 'proposed' && origin !== 'proposed' && !report;
  // A report is its reporter's to withdraw; what another recorded, the member's own confirmation.
  const others = origin === 'proposed' || origin === 'opening';
  const mine = origin === 'report' ? report : origin === 'own' || (!others && !line.deduction);
  const withdraws = state === 'submitted' && mine;
  const contests = state === 'determined' && !report;
  if (!recorded && state !== 'draft' && !withdraws && !contests) return null;
  return (
    <section className="card">
      <h2>{said.actions}</h2>
      <ProblemNote problem={problem} />
      <WaitsNote waits={waits} />
      <p className="acts">
        {recorded && (
          <button
            type="button"
            className="main"
            disabled={busy}
            onClick={() => run('declaration.confirm', { branch, id, readBack: true }, doing(said.confirmed))}
          >
            {said.confirm}
          </button>
        )}
        {state === 'draft' && (
          <>
            <button
              type="button"
              className="main"
              disabled={busy}
              onClick={() => run('declaration.submit', { branch, id }, doing(said.submitted))}
            >
              {said.submit}
            </button>
            <button type="button" disabled={busy} onClick={edit}>
              {said.edit}
            </button>
          </>
        )}
        {state === 'draft' && (
          <button
            type="button"
            disabled={busy}
            onClick={() => run('declaration.discard', { branch, id }, doing(said.discarded))}
          >
            {said.discard}
          </button>
        )}
        {withdraws && (
          <button
            type="button"
            disabled={busy}
            onClick={() => run('declaration.withdraw', { branch, id }, doing(said.withdrawn))}
          >
            {said.withdraw}
          </button>
        )}
        {contests && (
          <>
            <Link to="/my/objections" search={{ line: id }} className="button">
              {said.object}
            </Link>
            <Link to="/my/appeals" search={{ line: id }} className="button">
              {said.appeal}
            </Link>
          </>
        )}
      </p>
    </section>
  );
}

import { useBlocker } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useText, useWords } from '#web/lang.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { usePrintMark } from '#web/ui/print-mark.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { sayInstant } from '#words/say-instant.ts';
import { slipsWords } from '#words/web/office-slips.ts';
import { useHere } from './here.ts';
import { LazyQr } from './lazy-qr.tsx';

/** A slip as it was told, once; it is kept nowhere but on the page. */
export type Issued = {
  readonly member: string;
  readonly name: string;
  readonly login: string;
  readonly code: string;
  readonly until: string;
};

/** The slips to print 登录单打印页, eight on a sheet of A4; whoever leaves before printing is told kindly what is lost. */
export function SlipSheet({ slips, putAway }: { slips: readonly Issued[]; putAway: () => void }) {
  const { sheet: say, leave } = useText(slipsWords);
  usePrintMark('prints-alone');
  const [printed, setPrinted] = useState('');
  const codes = slips.map(({ code }) => code).join();
  const isPrinted = printed === codes;
  useEffect(() => {
    const after = (): void => setPrinted(codes);
    window.addEventListener('afterprint', after);
    return () => window.removeEventListener('afterprint', after);
  }, [codes]);
  const blocker = useBlocker({
    shouldBlockFn: () => !isPrinted,
    enableBeforeUnload: () => !isPrinted,
    withResolver: true,
  });
  return (
    <section className="card slips-card">
      <div className="no-print">
        <h2>{say.title}</h2>
        <p>{say.keep}</p>
        <p className="soft">{fill(say.count, { n: slips.length })}</p>
        <p className="acts">
          <button type="button" className="main" onClick={() => window.print()}>
            {say.print}
          </button>
          {isPrinted && (
            <button type="button" onClick={putAway}>
              {say.printed}
            </button>
          )}
        </p>
      </div>
      <ul className="slip-sheet">
        {slips.map((slip) => (
          <Slip key={slip.member} slip={slip} />
        ))}
      </ul>
      {blocker.status === 'blocked' && (
        <Dialog title={leave.title} onClose={blocker.reset}>
          <p>{leave.text}</p>
          <p className="acts">
            <button type="button" className="main" onClick={blocker.reset}>
              {leave.stay}
            </button>
            <button type="button" onClick={blocker.proceed}>
              {leave.go}
            </button>
          </p>
        </Dialog>
      )}
    </section>
  );
}

function Slip({ slip: { name, login, code, until } }: { slip: Issued }) {
  const words = useWords();
  const { sheet: say } = useText(slipsWords);
  const { name: branch } = useHere();
  return (
    <li>
      <LazyQr text={`${window.location.origin}/join/${code}`} label={fill(say.qr, { name })} />
      <p className="whose" lang="zh-CN">
        {name}
        <small>{branch}</small>
      </p>
      <dl>
        <dt>{say.login}</dt>
        <dd className="code">{login}</dd>
        <dt>{say.code}</dt>
        <dd className="code">{code}</dd>
        <dt>{say.last}</dt>
        <dd>{sayDay(sayInstant(until).slice(0, 10), words)}</dd>
      </dl>
      <p className="kind">{say.kind}</p>
      <p className="kind">{say.help}</p>
    </li>
  );
}

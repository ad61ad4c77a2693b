import { useEffect, useRef } from 'react';
import { useText } from '#web/lang.ts';
import { usePrintMark } from '#web/ui/print-mark.ts';
import { fill } from '#words/fill.ts';
import { sayInstant } from '#words/say-instant.ts';
import { adminWords } from '#words/web/admin.ts';

/** What a slip says once 登录单. */
export type Slip = { readonly name: string; readonly login: string; readonly code: string; readonly until: string };

/** A slip as it was told 登录单: shown once, printed alone. */
export function SlipCard({ slip: { name, login, code, until }, onClose }: { slip: Slip; onClose: () => void }) {
  const { accounts: text } = useText(adminWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  usePrintMark('prints-alone');
  return (
    <section className="panel narrow slip" data-slip={login}>
      <h2 ref={heading} tabIndex={-1}>
        {fill(text.slipFor, { name })}
      </h2>
      <p className="soft">{text.slipLead}</p>
      <dl className="pairs">
        <dt>{text.login}</dt>
        <dd>{login}</dd>
        <dt>{text.slipCode}</dt>
        <dd>
          <b>{code}</b>
        </dd>
        <dt>{text.slipUntil}</dt>
        <dd>{sayInstant(until)}</dd>
        <dt>{text.slipOpen}</dt>
        <dd>
          {window.location.origin}/join/{code}
        </dd>
      </dl>
      <p className="acts">
        <button type="button" className="main" onClick={() => window.print()}>
          {text.print}
        </button>
        <button type="button" onClick={onClose}>
          {text.put}
        </button>
      </p>
    </section>
  );
}

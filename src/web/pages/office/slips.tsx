import './office.css';
import './slips.css';
import { useState } from 'react';
import { useText } from '#web/lang.ts';
import { queries, useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { sayDone } from '#web/ui/done.ts';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { slipsWords } from '#words/web/office-slips.ts';
import { ActNotes } from './act-form.tsx';
import { useHere } from './here.ts';
import { SlipChoice } from './slip-choice.tsx';
import { type Issued, SlipSheet } from './slip-sheet.tsx';

/** Sign-in slips 登录单: chosen, issued, printed; the codes stand on this page alone until they are printed (contracts, First use). */
export function Page() {
  const say = useText(slipsWords);
  const { branch } = useHere();
  const members = useRead('member.list', { branch });
  const accounts = useRead('account.list', { branch });
  const acting = useAct();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [issued, setIssued] = useState<readonly Issued[]>([]);
  const [sent, setSent] = useState<number>();
  const issue = async (): Promise<void> => {
    const left = new Set(chosen);
    setSent(0);
    for (const member of chosen) {
      const answer = await acting.run('account.slip', { branch, member }, { quiet: true });
      if (!answer?.told) break;
      const { name = '', login = '', code = '', until = '' } = answer.told;
      setIssued((before) => [...before.filter((one) => one.member !== member), { member, name, login, code, until }]);
      left.delete(member);
      setSent(chosen.size - left.size);
    }
    setSent(undefined);
    setChosen(left);
    if (left.size < chosen.size) sayDone(say.done);
    await queries.invalidateQueries();
  };
  return (
    <>
      <div className="head">
        <Title text={say.title} />
        <p className="lead">{say.lead}</p>
      </div>
      <div className="stack">
        {issued.length > 0 && <SlipSheet slips={issued} putAway={() => setIssued([])} />}
        <section className="card no-print">
          <h2>{say.choose}</h2>
          <p className="soft">{say.recorded}</p>
          <Asked query={members}>
            {({ members: all }) => (
              <Asked query={accounts}>
                {({ rows }) => (
                  <>
                    <SlipChoice members={all} accounts={rows} chosen={chosen} choose={setChosen} />
                    <ListLinks branch={branch} list="accounts" />
                  </>
                )}
              </Asked>
            )}
          </Asked>
          <p className="acts">
            <button
              type="button"
              className="main"
              disabled={acting.busy || sent !== undefined || chosen.size === 0}
              onClick={() => void issue()}
            >
              {fill(say.send, { n: chosen.size })}
            </button>
          </p>
          {sent !== undefined && <p role="status">{fill(say.sending, { n: sent, of: chosen.size })}</p>}
          <ActNotes acting={acting} />
        </section>
      </div>
    </>
  );
}

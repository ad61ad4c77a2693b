import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { SheetFound } from '#contract/read/paper.ts';
import { readScan } from '#domain/process/paper-scan.ts';
import { Refused, read } from '#web/call.ts';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { UNTYPED } from '#web/pages/meeting/count-fields.ts';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { sheetsWords } from '#words/web/sheets.ts';
import { AskSheet } from './ask-sheet.tsx';

type Ballot = Extract<SheetFound, { as: 'ballot' }>;

/** The ballots that were counted and the sheets that belong elsewhere, by their codes alone; kept on this device until the count is done. */
type Counted = { readonly codes: readonly string[]; readonly odd: readonly string[] };

/**
 * Helps to count ballots 清点表决票: each code once, what was counted before and what belongs elsewhere told apart. What is written on a ballot is never
 * asked for, so nothing joins a code to a choice (product §5.7).
 */
export function Ballots({
  branch,
  first,
  camera,
  onCamera,
  leave,
}: {
  branch: string;
  first: Ballot;
  camera: boolean;
  onCamera: (on: boolean) => void;
  leave: () => void;
}) {
  const words = useWords();
  const { ballot: say, ...text } = useText(sheetsWords);
  const { assembly, motions, printed } = first;
  const set = motions.map(({ id }) => id).join(' ');
  const [kept, change] = useDraft<Counted>(`ballots:${assembly.id}:${set}`, { codes: [first.code], odd: [] });
  const counted = useRef(kept);
  const [said, setSaid] = useState<{ readonly how: 'added' | 'twice' | 'foreign'; readonly n: number } | undefined>(
    kept.codes.includes(first.code) ? { how: 'added', n: kept.codes.length } : undefined,
  );
  const [error, setError] = useState<string>();
  const before = useRef(Promise.resolve(true));
  const keep = (next: Counted): void => {
    counted.current = next;
    change(next);
  };
  const judge = async (typed: string): Promise<boolean> => {
    setError(undefined);
    const scan = readScan(typed);
    const code = 'as' in scan && scan.as === 'code' ? scan.code : typed.trim();
    const { codes, odd } = counted.current;
    const say = (how: 'added' | 'twice' | 'foreign', n = codes.length): true => {
      setSaid({ how, n });
      return true;
    };
    if (codes.includes(code)) return say('twice');
    const foreign = (): true => {
      if (!odd.includes(code)) keep({ codes, odd: [...odd, code] });
      return say('foreign');
    };
    if ('as' in scan && scan.as !== 'code') return foreign();
    try {
      const found = await read('paper.find', { branch, text: code });
      const same =
        found.as === 'ballot' &&
        found.assembly.id === assembly.id &&
        found.motions.map(({ id }) => id).join(' ') === set;
      if (!same) return foreign();
      keep({ codes: [...codes, code], odd });
      return say('added', codes.length + 1);
    } catch (problem) {
      if (problem instanceof Refused && problem.problem.status === 404) return foreign();
      setSaid(undefined);
      setError(problem instanceof Refused ? problem.problem.message : words.ui.unreached);
      return false;
    }
  };
  // One after the other: sheets that come quickly before the camera are all counted.
  const take = async (typed: string): Promise<boolean> => {
    before.current = before.current.then(() => judge(typed));
    return await before.current;
  };
  const n = kept.codes.length;
  return (
    <>
      <div className="head">
        <Title text={say.title} />
        <p className="lead">{say.lead}</p>
      </div>
      <section className="card ballot-count" data-counted={n} data-odd={kept.odd.length}>
        <p role="status" className={said?.how === 'added' ? 'agrees' : 'said'}>
          {said && fill(say[said.how], { n: said.n })}
        </p>
        <dl className="numbers-row">
          <div className="first">
            <dt>{say.counted}</dt>
            <dd>{fill(say.sheets, { n })}</dd>
          </div>
          <div>
            <dt>{say.printed}</dt>
            <dd>{fill(say.sheets, { n: printed })}</dd>
          </div>
          <div>
            <dt>{say.odd}</dt>
            <dd>{fill(say.sheets, { n: kept.odd.length })}</dd>
          </div>
        </dl>
      </section>
      <AskSheet error={error} camera={camera} onCamera={onCamera} onText={take} />
      <section className="card">
        <h2>{say.motions}</h2>
        <p className="soft">
          {text.meeting} {sayDay(assembly.day, words)}
        </p>
        <ul className="motions">
          {motions.map((motion) => (
            <Motion key={motion.id} motion={motion} returned={n} />
          ))}
        </ul>
        <p className="acts">
          <Link className="button" to={`/meeting/${branch}/${assembly.id}`}>
            {say.open}
          </Link>
          <button
            type="button"
            onClick={() => {
              keep({ codes: [], odd: [] });
              setSaid(undefined);
            }}
          >
            {say.again}
          </button>
          <button type="button" onClick={leave}>
            {say.otherSheet}
          </button>
        </p>
      </section>
    </>
  );
}

/** A motion on the ballots; while it is voted on by paper, the number returned goes into its count on this device. */
function Motion({
  motion: { id, title, state, way },
  returned,
}: {
  motion: Ballot['motions'][number];
  returned: number;
}) {
  const { ballot: say } = useText(sheetsWords);
  const [typed, change] = useDraft(`count:${id}`, UNTYPED);
  const states: Readonly<Record<string, string>> = say.states;
  const filled = typed.returned === String(returned);
  return (
    <li>
      <span lang="zh-CN">{title}</span>
      <span className="tag">{states[state] ?? ''}</span>
      {state === 'open' && way === 'paper' && returned > 0 && (
        <>
          <button type="button" disabled={filled} onClick={() => change({ returned: String(returned) })}>
            {fill(say.fill, { n: returned })}
          </button>
          <span role="status">{filled && say.filled}</span>
        </>
      )}
    </li>
  );
}

import './sheets.css';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { SheetFound } from '#contract/read/paper.ts';
import { readScan } from '#domain/process/paper-scan.ts';
import { Refused } from '#web/call.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Title } from '#web/ui/title.tsx';
import { sheetsWords } from '#words/web/sheets.ts';
import { AskSheet } from './ask-sheet.tsx';
import { Ballots } from './ballots.tsx';
import { Found } from './found.tsx';

/** Paper that comes back 纸质材料: a code is typed or scanned, and the page goes on with what the sheet is about. */
export function Page() {
  const text = useText(sheetsWords);
  const { ui } = useWords();
  const { branch = '' } = useParams({ strict: false });
  const { code } = useSearch({ strict: false }) as { readonly code?: unknown };
  const first = typeof code === 'string' ? code : '';
  const [asked, setAsked] = useState(first);
  const [camera, setCamera] = useState(false);
  // The code on a slip for signing in is not sent anywhere, not even to be looked up.
  const scan = readScan(asked);
  const join = 'as' in scan && scan.as === 'join';
  const query = useRead('paper.find', { branch, text: asked }, { when: asked !== '' && !join });
  const found: SheetFound | undefined = join ? { as: 'join' } : asked === '' ? undefined : query.data;
  const error = join || asked === '' ? undefined : messageOf(query.error, ui.unreached);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = found && JSON.stringify(found);
  useEffect(() => {
    if (shown === undefined) return;
    heading.current?.focus();
  }, [shown]);
  const ballot = found?.as === 'ballot' ? found : undefined;
  const take = async (typed: string): Promise<boolean> => {
    const next = typed.trim();
    if (next === asked) await query.refetch();
    else setAsked(next);
    // Ballots go on being counted with the camera; of any other sheet the next thing is done by hand.
    const read = readScan(next);
    if ('as' in read && read.as !== 'code') setCamera(false);
    return false;
  };
  useEffect(() => {
    if (shown !== undefined && ballot === undefined) setCamera(false);
  }, [shown, ballot]);
  if (ballot)
    return (
      <Ballots
        key={`${ballot.assembly.id} ${ballot.motions.map(({ id }) => id).join()}`}
        branch={branch}
        first={ballot}
        camera={camera}
        onCamera={setCamera}
        leave={() => {
          setCamera(false);
          setAsked('');
        }}
      />
    );
  return (
    <>
      <div className="head">
        <Title text={text.title} />
        <p className="lead">{text.lead}</p>
      </div>
      <AskSheet first={first} error={error} camera={camera} onCamera={setCamera} onText={take} />
      <div role="status">{asked !== '' && query.isFetching && !found && <p className="waiting">{ui.loading}</p>}</div>
      {found && <Found branch={branch} found={found} heading={heading} />}
    </>
  );
}

function messageOf(error: unknown, unreached: string): string | undefined {
  if (!error) return undefined;
  return error instanceof Refused ? error.problem.message : unreached;
}

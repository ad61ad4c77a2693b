import './sheets.css';
import { useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SheetFound } from '#contract/read/paper.ts';
import { readScan } from '#domain/process/paper-scan.ts';
import { Refused, read } from '#web/call.ts';
import { textOf } from '#web/content.ts';
import { useText, useWords } from '#web/lang.ts';
import { ListLinks } from '#web/ui/list-links.tsx';
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
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const first = textOf(search['code']);
  const [found, setFound] = useState<SheetFound>();
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [camera, setCamera] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const look = useCallback(
    async (typed: string): Promise<boolean> => {
      setBusy(true);
      setError(undefined);
      try {
        const sheet = await sheetOf(branch, typed.trim());
        setFound(sheet);
        // Ballots go on being counted with the camera; of any other sheet the next thing is done by hand.
        if (sheet.as !== 'ballot') setCamera(false);
      } catch (problem) {
        setFound(undefined);
        setError(problem instanceof Refused ? problem.problem.message : ui.unreached);
      } finally {
        setBusy(false);
      }
      return false;
    },
    [branch, ui],
  );
  useEffect(() => {
    if (found) heading.current?.focus();
  }, [found]);
  if (found?.as === 'ballot')
    return (
      <Ballots
        key={`${found.assembly.id} ${found.motions.map(({ id }) => id).join()}`}
        branch={branch}
        first={found}
        camera={camera}
        onCamera={setCamera}
        leave={() => {
          setCamera(false);
          setFound(undefined);
        }}
      />
    );
  return (
    <>
      <div className="head">
        <Title text={text.title} />
        <p className="lead">{text.lead}</p>
      </div>
      <AskSheet first={first} error={error} camera={camera} onCamera={setCamera} onText={look} />
      <div role="status">{busy && <p className="waiting">{ui.loading}</p>}</div>
      {found && !busy && <Found branch={branch} found={found} heading={heading} />}
      <ListLinks branch={branch} list="scans" label={text.scans} />
    </>
  );
}

/** Looks a sheet up; the code on a slip for signing in is sent nowhere, not even to be looked up. @throws Refused, or a TypeError when nothing was reached */
async function sheetOf(branch: string, text: string): Promise<SheetFound> {
  const scan = readScan(text);
  if ('as' in scan && scan.as === 'join') return { as: 'join' };
  return await read('paper.find', { branch, text });
}

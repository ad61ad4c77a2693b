import './import.css';
import { useRef, useState } from 'react';
import type { ProblemAnswer } from '#contract/problem.ts';
import type { ImportReadAnswer } from '#contract/upload.ts';
import { Refused } from '#web/call.ts';
import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { useHere } from '#web/pages/office/here.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { unreached, useAct } from '#web/use-act.ts';
import { importWords } from '#words/web/import.ts';
import { Columns } from './columns.tsx';
import { Difference } from './difference.tsx';
import { Earlier, type Looked } from './earlier.tsx';
import { Faults } from './faults.tsx';
import { type Chosen, FileForm } from './file-form.tsx';
import { readFile } from './read-file.ts';

/** An import under way: what the file came to, and which import was made of it. */
type Read = { readonly answer: ImportReadAnswer; readonly open?: { readonly id: string; readonly revision: number } };

type Headings = Readonly<Record<string, string>>;

/** What was said of headings and not applied yet, for each kind of table. */
type Said = Readonly<Record<Chosen['kind'], Headings>>;

/** Import of a roster, of facts or of opening points 导入: the file is read, the difference seen, applied as one step, and taken back as one (product §3.13). */
export function Page() {
  const say = useText(importWords);
  const { branch } = useHere();
  const [said, keepSaid] = useDraft<Said>(`import-mapping:${branch}`, { roster: {}, facts: {}, points: {} });
  const [chosen, setChosen] = useState<Chosen>();
  const [read, setRead] = useState<Read>();
  const [reading, setReading] = useState(false);
  const [looked, setLooked] = useState<Looked>();
  const [refused, setRefused] = useState<ProblemAnswer>();
  const acting = useAct();
  const result = useRef<HTMLElement>(null);
  const discard = async (): Promise<void> => {
    if (!read?.open) return;
    const { id, revision } = read.open;
    await acting.run('dossier.discard', { branch, id }, { revision, quiet: true });
  };
  const take = async (given: Chosen, by: Readonly<Record<string, string>>): Promise<void> => {
    setReading(true);
    setRefused(undefined);
    setChosen(given);
    setLooked(undefined);
    await discard();
    setRead(undefined);
    try {
      const answer = await readFile({ branch, ...given, mapping: by });
      const { rows } = answer;
      const made = rows && (await acting.run('dossier.read', { branch, title: given.file.name.slice(0, 200), rows }));
      setRead({ answer, ...(made && { open: { id: made.id, revision: made.revision } }) });
    } catch (error) {
      setRefused(error instanceof Refused ? error.problem : unreached());
    } finally {
      setReading(false);
      result.current?.focus();
    }
  };
  const end = (applied: boolean): void => {
    if (applied && chosen) keepSaid({ [chosen.kind]: {} });
    setRead(undefined);
    setLooked(undefined);
    setChosen(undefined);
  };
  const look = (one: Looked): void => {
    setRefused(undefined);
    setLooked(one);
    result.current?.focus();
  };
  return (
    <>
      <div className="head">
        <Title text={say.title} />
        <p className="lead">{say.lead}</p>
      </div>
      <div className="import-page">
        <FileForm branch={branch} busy={reading || acting.busy} read={(given) => void take(given, said[given.kind])} />
        <section className="import-result" ref={result} tabIndex={-1} aria-label={say.difference}>
          <div role="status">{reading && <p className="waits-note">{say.reading}…</p>}</div>
          <ProblemNote problem={refused ?? acting.problem} />
          {read && <Faults problems={read.answer.problems} />}
          {read && chosen && (
            <Columns
              key={read.open?.id ?? 'none'}
              kind={chosen.kind}
              answer={read.answer}
              mapping={said[chosen.kind]}
              busy={reading}
              again={(next) => {
                keepSaid({ [chosen.kind]: next });
                void take(chosen, next);
              }}
            />
          )}
          {read?.open && <Difference branch={branch} id={read.open.id} end={end} />}
          {!read && looked && <Difference key={looked.id} branch={branch} {...looked} end={end} />}
          {!read && !looked && !reading && !refused && <p className="lead">{say.empty}</p>}
        </section>
        <Earlier branch={branch} except={read?.open?.id} look={read ? undefined : look} />
      </div>
    </>
  );
}

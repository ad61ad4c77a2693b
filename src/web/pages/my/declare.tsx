import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ProblemAnswer } from '#contract/problem.ts';
import { Refused } from '#web/call.ts';
import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Field } from '#web/ui/field.tsx';
import { PersonField } from '#web/ui/person-field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { linesWords } from '#words/web/my-lines.ts';
import { attach } from './attach.ts';
import { ClaimFields } from './claim-fields.tsx';
import { ItemChoice, ItemWorth } from './item-choice.tsx';
import type { ListedItem } from './items.ts';
import './my.css';
import { claimOf, type Typed, UNTYPED, type Wrong } from './typed-claim.ts';
import { usualItems } from './usual-items.ts';

/** Declaring 申报: choose an item, the day is today, send; or, asked so by the address, about another member. */
export function Page() {
  const { about } = useSearch({ strict: false });
  const { home } = useSession();
  const query = useRead('item.list', { branch: home });
  const other = about === 'other';
  return <Asked query={query}>{({ items }) => <Declare key={String(other)} all={items} other={other} />}</Asked>;
}

function Declare({ all, other }: { all: readonly ListedItem[]; other: boolean }) {
  const { declare } = useText(linesWords);
  const { home: branch, person, today } = useSession();
  const navigate = useNavigate();
  const [typed, type, forget] = useDraft<Typed>(other ? 'report' : 'declare', UNTYPED);
  const [wrong, setWrong] = useState<Wrong>({});
  const [file, setFile] = useState<File>();
  const { run, busy, waits, problem } = useAct();
  const [fileProblem, setFileProblem] = useState<ProblemAnswer>();
  // A draft, its file and the sending of it are one press, however long the file takes.
  const [sending, setSending] = useState(false);
  const own = useRead('declaration.list', { branch, member: person });
  // What was pressed to choose is gone then: the focus stays at the place of the item.
  const place = useRef<HTMLDivElement>(null);
  const items = all.filter((one) => one.declare);
  const item = items.find(({ id }) => id === typed.item);
  const day = typed.day === '' ? today : typed.day;

  const send = async () => {
    const made = claimOf({ ...typed, day }, item, declare);
    const faults = { ...('wrong' in made && made.wrong), ...(other && typed.who === '' && { who: declare.noPerson }) };
    setWrong(faults);
    setFileProblem(undefined);
    if (!('claim' in made) || Object.keys(faults).length > 0) return;
    const words = typed.words.trim();
    const said = { branch, fact: made.claim, ...(words !== '' && { words }) };
    // What was refused before is already a draft with the server: it is edited, not made a second time.
    const [before = '', revision = ''] = typed.line.split(' ');
    const kept = own.data?.rows.some(({ id, state }) => id === before && state !== 'draft') ? '' : before;
    const drafted =
      kept === ''
        ? await run('declaration.draft', { ...said, subject: other ? typed.who : person }, { quiet: true })
        : await run('declaration.edit', { ...said, id: kept }, { revision: Number(revision), quiet: true });
    if (!drafted) return;
    let seen = drafted.revision;
    const keep = () => type({ line: `${drafted.id} ${seen}` });
    keep();
    if (file) {
      try {
        seen = (await attach(branch, drafted.id, seen, file)).revision;
        keep();
        setFile(undefined);
      } catch (error) {
        const unreached = { type: '', title: '', status: 0, code: 'unreached', message: '', requestId: '' };
        setFileProblem(error instanceof Refused ? error.problem : unreached);
        return;
      }
    }
    const { id } = drafted;
    await run(
      'declaration.submit',
      { branch, id },
      {
        revision: seen,
        done: fill(other ? declare.sentOther : declare.sent, { item: item?.label ?? '' }),
        undo: (answer) => ({ action: 'declaration.undo', input: { branch, id }, revision: answer.revision }),
        // At once, since whoever reads that it is sent may go somewhere else and is not to be fetched from there.
        atOnce: () => {
          forget();
          void navigate({ to: '/my/lines' });
        },
      },
    );
  };

  return (
    <>
      <div className="head">
        <Title text={other ? declare.titleOther : declare.title} />
      </div>
      <p className="lead">{other ? declare.leadOther : declare.lead}</p>
      <form
        className="card form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setSending(true);
          void send().finally(() => setSending(false));
        }}
      >
        {other && (
          <PersonField
            branch={branch}
            label={declare.who}
            value={typed.who === '' ? undefined : typed.who}
            onChange={(who) => type({ who, line: '' })}
            except={[person]}
            error={wrong.who}
          />
        )}
        {items.length === 0 && <p>{all.length === 0 ? declare.empty : declare.noneToDeclare}</p>}
        <div className="place-of-item" ref={place} tabIndex={-1}>
          {!item && items.length > 0 && (
            <ItemChoice
              items={items}
              usual={usualItems(own.data?.rows ?? [], other ? undefined : person, items)}
              error={wrong.item}
              onChoose={(id) => {
                type({ item: id, number: '', level: '' });
                place.current?.focus();
              }}
            />
          )}
          {item && (
            <div className="chosen">
              <p>
                <b lang="zh-CN">{item.label}</b> <ItemWorth item={item} />{' '}
                {item.clause !== undefined && (
                  <span className="clause" lang="zh-CN">
                    {item.clause}
                  </span>
                )}
              </p>
              <button
                type="button"
                onClick={() => {
                  type({ item: '' });
                  place.current?.focus();
                }}
              >
                {declare.change}
              </button>
            </div>
          )}
        </div>
        {item && (
          <>
            <ClaimFields item={item} typed={{ ...typed, day }} wrong={wrong} onType={type} />
            <Field label={declare.file} hint={declare.fileHint} error={fileProblem?.message}>
              {(field) => (
                <input
                  {...field}
                  type="file"
                  accept="image/jpeg,image/png,image/webp,application/pdf"
                  onChange={(event) => setFile(event.target.files?.[0])}
                />
              )}
            </Field>
          </>
        )}
        <ProblemNote problem={problem} />
        <WaitsNote waits={waits} />
        {item && (
          <p className="acts">
            <button type="submit" className="main" disabled={busy || sending}>
              {declare.send}
            </button>
          </p>
        )}
      </form>
      <p className="way">
        <Link to="/my/declare" search={other ? {} : { about: 'other' }}>
          {other ? declare.self : declare.other}
        </Link>
      </p>
    </>
  );
}

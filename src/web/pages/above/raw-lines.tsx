import { type ReactNode, useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import type { ProblemAnswer } from '#contract/problem.ts';
import { Refused, read } from '#web/call.ts';
import { useText } from '#web/lang.ts';
import { queries } from '#web/query.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { fill } from '#words/fill.ts';
import { aboveWords } from '#words/web/above.ts';

/** A line of a member as a superior opens it. */
export type RawLine = AnswerOf<'line.open'>['rows'][number];
/** What was opened, and why. */
export type OpenedLines = { readonly lines: readonly RawLine[]; readonly reason: string };

/** Opens the raw lines of a member 查阅党员事项, only after a reason was written that the branch and the member see. */
export function RawLines({
  branch,
  member,
  name,
  onOpened,
  children,
}: {
  branch: string;
  member: string;
  name: string;
  onOpened?: (lines: readonly RawLine[]) => void;
  children: (opened: OpenedLines) => ReactNode;
}) {
  const { lines: words } = useText(aboveWords);
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState<OpenedLines>();
  if (opened)
    return (
      <div data-opened={member}>
        <p className="soft" role="status">
          {fill(words.opened, { reason: opened.reason })}{' '}
          <button type="button" className="bare" onClick={() => setOpened(undefined)}>
            {words.put}
          </button>
        </p>
        {opened.lines.length === 0 ? <p>{words.none}</p> : children(opened)}
      </div>
    );
  return (
    <>
      <p className="acts">
        <button type="button" onClick={() => setAsking(true)}>
          {fill(words.open, { name })}
        </button>
      </p>
      {asking && (
        <ReasonDialog
          branch={branch}
          member={member}
          name={name}
          onClose={() => setAsking(false)}
          onOpened={(found) => {
            setAsking(false);
            setOpened(found);
            onOpened?.(found.lines);
          }}
        />
      )}
    </>
  );
}

type Asking = {
  branch: string;
  member: string;
  name: string;
  onClose: () => void;
  onOpened: (opened: OpenedLines) => void;
};

function ReasonDialog({ branch, member, name, onClose, onOpened }: Asking) {
  const { lines: words } = useText(aboveWords);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [problem, setProblem] = useState<ProblemAnswer>();
  const [busy, setBusy] = useState(false);
  const open = async (): Promise<void> => {
    const said = reason.trim();
    setWrong(said === '' ? words.reasonNeeded : undefined);
    if (said === '') return;
    setBusy(true);
    try {
      const { rows } = await read('line.open', { branch, member, reason: said });
      await queries.invalidateQueries();
      onOpened({ lines: rows, reason: said });
    } catch (error) {
      setProblem(
        error instanceof Refused
          ? error.problem
          : { type: '', title: '', status: 0, code: 'unreached', message: '', requestId: '' },
      );
      setBusy(false);
    }
  };
  return (
    <Dialog title={fill(words.title, { name })} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation(); // the question may stand within another form
          void open();
        }}
      >
        <p>{fill(words.told, { name })}</p>
        <Field label={words.reason} error={wrong}>
          {(props) => (
            <textarea {...props} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
        <ProblemNote problem={problem} />
        <p className="acts">
          <button type="submit" className="main" disabled={busy}>
            {words.go}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

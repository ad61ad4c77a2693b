import { LEAST_ON_SCREEN, type VotingWay } from '#domain/process/ballot.ts';
import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { Choice } from '#web/ui/field.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { fill } from '#words/fill.ts';
import { meetingWords } from '#words/web/meeting.ts';
import type { MeetingWords } from '#words/web/meeting.zh-CN.ts';
import { Defer } from './defer.tsx';
import { LineCard } from './line-card.tsx';
import { LinesTable } from './lines-table.tsx';
import { sayMotion } from './say.ts';
import { isMine, lineOf, linesOf, motionOf, nameIn, type Poll, pollOf, type Sitting, type Step } from './sitting.ts';
import { type StepProps, StepShell } from './step-shell.tsx';

/** What belongs to putting a motion: at one press it is put, the meeting is briefed, and the vote is open. */
const TO_THE_VOTE: readonly Step[] = ['brief', 'open-vote'];

type Voting = {
  readonly kept: string;
  readonly motion: ReturnType<typeof motionOf>;
  readonly line: ReturnType<typeof lineOf>;
};

/** A motion comes up 提出、通报、开始表决: what it is about, whether it can pass, and the one press that opens its vote. */
export function VoteStep(props: StepProps) {
  const { sitting } = props;
  const { next, meeting } = sitting;
  const motion = motionOf(sitting);
  const line = lineOf(sitting);
  // A way chosen for one contested line does for the next; the bundle, on which the quarter hangs, has its own.
  const kept = `way:${meeting.id}:${next.step === 'put-contested' || line ? 'alone' : 'bundle'}`;
  return <Vote {...props} key={kept} kept={kept} motion={motion} line={line} />;
}

function Vote({ kept, motion, line, ...props }: StepProps & Voting) {
  const m = useText(meetingWords);
  const { sitting, hands, advance } = props;
  const { next } = sitting;
  const [{ way }, change] = useDraft<{ way: VotingWay }>(kept, { way: 'hands' });
  const poll = pollOf(sitting);
  const mine = isMine(sitting, hands);
  const screen = poll.voters >= LEAST_ON_SCREEN;
  const chosen = way === 'screen' && !screen ? 'hands' : way;
  const busy = advance.doing !== undefined;
  const go = (knowing: boolean): void => {
    void advance.advance(
      next.step,
      { way: chosen, ...(knowing && { knowing }) },
      knowing ? [...TO_THE_VOTE] : TO_THE_VOTE,
    );
  };
  const number = line?.number ?? 0;
  const title = motion ? sayMotion(motion, m) : line ? fill(m.line.number, { n: number }) : m.line.rest;
  return (
    <StepShell {...props} title={title}>
      <About sitting={sitting} />
      <p className={poll.canPass ? 'can' : 'cannot'}>{sayPoll(poll, m)}</p>
      {line && poll.voters < poll.present && (
        <p className="soft">{fill(m.vote.own, { name: nameIn(sitting)(line.subject) })}</p>
      )}
      {mine && (
        <>
          <div className="ways">
            <Choice
              label={m.vote.way}
              value={chosen}
              onChange={(value) => change({ way: value })}
              options={(['hands', 'paper', ...(screen ? (['screen'] as const) : [])] as const).map((value) => ({
                value,
                label: m.vote.ways[value],
              }))}
            />
          </div>
          <p className="acts">
            {poll.canPass ? (
              <button type="button" className="main big" disabled={busy} onClick={() => go(false)}>
                {sayStart(sitting, m)}
              </button>
            ) : (
              <CannotPass {...props} poll={poll} go={() => go(true)} />
            )}
          </p>
          {chosen === 'paper' && poll.canPass && <PaperFirst {...props} put={motion !== undefined} />}
          {motion && <Defer {...props} motion={motion.id} />}
        </>
      )}
    </StepShell>
  );
}

/** Ballots 表决票 are printed before the vote is opened: of a motion that is put; one that is not is put first. */
function PaperFirst({ branch, sitting, advance, put }: StepProps & { put: boolean }) {
  const m = useText(meetingWords);
  if (put) return <FormLinks branch={branch} form="ballot" of={sitting.meeting.id} />;
  return (
    <p className="acts">
      <button
        type="button"
        disabled={advance.doing !== undefined}
        onClick={() => void advance.advance(sitting.next.step, {}, ['brief'])}
      >
        {m.vote.printFirst}
      </button>
    </p>
  );
}

/** Nothing can pass: it may be put and put off, or with the quorum there be voted on knowingly. */
function CannotPass({ sitting, advance, poll, go }: StepProps & { poll: Poll; go: () => void }) {
  const m = useText(meetingWords);
  const busy = advance.doing !== undefined;
  const { step } = sitting.next;
  return (
    <>
      {step !== 'open-vote' && (
        <button
          type="button"
          className="main"
          disabled={busy}
          onClick={() => void advance.advance(step, {}, ['brief'])}
        >
          {m.vote.prepare}
        </button>
      )}
      {poll.met && (
        <button type="button" disabled={busy} onClick={go}>
          {m.vote.anyway}
        </button>
      )}
    </>
  );
}

/** Whether it can pass, with the numbers: said before the vote. */
function sayPoll(poll: Poll, { vote }: MeetingWords): string {
  const { entitled, present, voters, needed, met, canPass } = poll;
  if (!met) return fill(vote.short, { entitled, present });
  return fill(canPass ? vote.can : vote.cannot, { entitled, present, voters, needed });
}

function sayStart(sitting: Sitting, { vote }: MeetingWords): string {
  const { next, rest, contested } = sitting;
  if (next.step === 'put-contested') return fill(vote.start, { n: lineOf(sitting)?.number ?? 0 });
  // A contested line that was voted on alone is not among the rest.
  if (next.step === 'put-rest') return fill(vote.startRest, { n: rest.length, contested: contested.length });
  return next.step === 'open-vote' ? vote.startBriefed : vote.startMotion;
}

function About({ sitting }: { sitting: Sitting }) {
  const m = useText(meetingWords);
  const line = lineOf(sitting);
  const motion = motionOf(sitting);
  const name = nameIn(sitting);
  if (line) return <LineCard line={line} name={name} />;
  if (motion && motion.kind !== 'bundle') return null;
  const lines = motion ? linesOf(sitting).filter(({ number }) => motion.numbers.includes(number)) : sitting.rest;
  return (
    <>
      <p>
        {m.line.restLead} {fill(m.line.few, { n: lines.length })}
      </p>
      <details className="quiet">
        <summary>{m.line.table}</summary>
        <LinesTable lines={lines} name={name} />
      </details>
    </>
  );
}

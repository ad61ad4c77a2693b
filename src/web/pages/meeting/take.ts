import type { ActAction, InputOf } from '#contract/api.ts';
import { contestedTitle, restTitle } from '#words/web/meeting-record.ts';
import { linesOf, type Sitting, type Step } from './sitting.ts';

/** What the operators said of a step: how the vote is taken, the counts, who came, why something is put off. */
export type Said = {
  readonly way?: InputOf<'motion.open'>['way'];
  readonly knowing?: boolean;
  readonly counts?: NonNullable<InputOf<'motion.count'>['counts']>;
  readonly present?: readonly string[];
  readonly leave?: InputOf<'assembly.attend'>['leave'];
  readonly reason?: string;
  readonly text?: string;
  /** The revision of the minutes before the person's eyes: nothing else is signed. */
  readonly seen?: number;
  /** The motion that was meant: if the meeting has gone on meanwhile nothing is done. */
  readonly motion?: string;
};

/** An act with all that goes with it. */
export type Taken = {
  readonly [A in ActAction]: { readonly action: A; readonly input: InputOf<A>; readonly revision?: number };
}[ActAction];

/** The act 办理 by which a step of a meeting is taken; undefined when what it is about is not there any more. */
export function actFor(step: Step, sitting: Sitting, branch: string, said: Said): Taken | undefined {
  const { meeting, next, motions, minutes } = sitting;
  const { id, revision } = meeting;
  const about = { branch, id };
  const motion = motions.find((one) => one.id === (said.motion ?? next.motion));
  switch (step) {
    case 'freeze':
      return { action: 'assembly.freeze', input: about, revision };
    case 'cancel':
      return { action: 'assembly.cancel', input: { ...about, reason: said.reason ?? '' }, revision };
    case 'attend':
      return {
        action: 'assembly.attend',
        input: { ...about, present: [...(said.present ?? [])], leave: [...(said.leave ?? [])] },
        revision,
      };
    case 'lapse':
      return { action: 'assembly.lapse', input: about, revision };
    case 'open':
      return { action: 'assembly.open', input: about, revision };
    case 'tell-outcomes':
      return { action: 'assembly.brief', input: { ...about, outcomes: true }, revision };
    case 'brief':
      return motion && { action: 'assembly.brief', input: { ...about, motion: motion.id }, revision };
    case 'close':
      return { action: 'assembly.close', input: about, revision };
    case 'open-vote':
    case 'count':
    case 'defer':
      return motion && vote(step, { branch, id: motion.id }, motion.revision, said);
    case 'draft-minutes':
      return { action: 'minutes.draft', input: { branch, assembly: id } };
    case 'edit-minutes':
    case 'sign-chair':
    case 'sign-recorder':
      return minutes ? sign(step, { branch, id: minutes.id }, minutes.revision, said) : undefined;
    default:
      return onQuarter(step, sitting, branch);
  }
}

type About = { readonly branch: string; readonly id: string };

function vote(step: 'open-vote' | 'count' | 'defer', about: About, revision: number, said: Said): Taken {
  const { way = 'hands', knowing, counts, reason = '' } = said;
  if (step === 'defer') return { action: 'motion.defer', input: { ...about, reason }, revision };
  if (step === 'count') return { action: 'motion.count', input: { ...about, ...(counts && { counts }) }, revision };
  return { action: 'motion.open', input: { ...about, way, ...(knowing && { knowing }) }, revision };
}

function sign(step: Step, about: About, now: number, { text = '', seen: revision = now }: Said): Taken {
  if (step === 'edit-minutes') return { action: 'minutes.edit', input: { ...about, text }, revision };
  return { action: 'minutes.sign', input: about, revision };
}

function onQuarter(step: Step, sitting: Sitting, branch: string): Taken | undefined {
  const { meeting, next, quarter, register } = sitting;
  const assembly = meeting.id;
  const period = next.quarter ?? quarter?.id ?? '';
  switch (step) {
    case 'report-outcome': {
      const owed = meeting.owed.find(({ id }) => id === next.outcome?.id);
      if (!owed) return undefined;
      const action = owed.noun === 'objection' ? 'objection.report' : 'appeal.report';
      return { action, input: { branch, id: owed.id, assembly }, revision: owed.revision };
    }
    case 'put-contested': {
      const line = linesOf(sitting).find((one) => one.line === next.line);
      if (line?.line === undefined) return undefined;
      const title = contestedTitle(line.number, line.label ?? '');
      const lines = [line.line];
      return { action: 'motion.put', input: { branch, assembly, kind: 'contested', title, quarter: period, lines } };
    }
    case 'put-rest': {
      const input = { branch, assembly, kind: 'bundle', title: restTitle(period), quarter: period } as const;
      return { action: 'motion.put', input };
    }
    case 'determine':
      if (!quarter || next.motion === undefined) return undefined;
      return {
        action: 'quarter.determine',
        input: { branch, id: period, motion: next.motion },
        revision: quarter.revision,
      };
    case 'draw-register':
      return { action: 'register.draw', input: { branch, quarter: period } };
    case 'draw-supplement':
      return { action: 'register.supplement', input: { branch, quarter: period } };
    case 'seal-register':
      return register
        ? { action: 'register.seal', input: { branch, id: register.id }, revision: register.revision }
        : undefined;
    default:
      return undefined;
  }
}

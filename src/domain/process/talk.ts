import { notStayed, type Proposal, proposable } from './consequence.ts';
import { type Reasoned, reasoned } from './guards.ts';
import { must, NONE, type Step } from './step.ts';

/** The states of a talk 提醒谈话. */
export type TalkState = 'proposed' | 'held' | 'signed' | 'dropped';

/** The record of a talk 谈话记录: all of it must be there. */
export type TalkRecord = {
  readonly subject: string;
  readonly talker: string;
  readonly recorder: string;
  readonly time: string;
  readonly place: string;
  readonly cause: string;
  readonly content: string;
};

/** What each act on a talk must know; `head` leads the branch, `admonition` says that it is to be called 诫勉. */
export type TalkActs = {
  'talk.propose': Proposal;
  'talk.hold': Pick<Proposal, 'objectionRunning'> & {
    readonly record: TalkRecord;
    readonly head: string;
    readonly superiors: readonly string[];
    readonly admonition: boolean;
    readonly ordered: boolean;
  };
  'talk.sign': { readonly by: string; readonly subject: string };
  'talk.drop': Reasoned;
};

/** Who may hold the talk: the branch's head; when the talk is with the head, someone of the superior (product §3.12). */
export function mayTalk(talker: string, subject: string, head: string, superiors: readonly string[]): boolean {
  return subject === head ? superiors.includes(talker) && talker !== subject : talker === head;
}

/** The talk 提醒谈话 (§四(三), product §3.12): by the branch's head, with a whole record which the member has read; called 诫勉 only when the superior ordered it. */
export const talk: Step<TalkState, TalkActs> = {
  noun: 'talk',
  term: '提醒谈话',
  clause: '§四(三)',
  stages: [['proposed'], ['held'], ['signed']],
  aside: ['dropped'],
  final: ['signed', 'dropped'],
  blocked: 'talk.not-now',
  rows: {
    'talk.propose': { from: [NONE], by: ['committee', 'secretary', 'superior'], guards: proposable, to: 'proposed' },
    'talk.hold': {
      from: ['proposed'],
      by: ['secretary', 'superior'],
      guards: [
        notStayed,
        must('talk.wrong-talker', ({ record, head, superiors }) =>
          mayTalk(record.talker, record.subject, head, superiors),
        ),
        must('talk.not-ordered', ({ admonition, ordered }) => !admonition || ordered),
        must('talk.record-incomplete', ({ record }) => Object.values(record).every((part) => part.trim() !== '')),
      ],
      to: 'held',
    },
    'talk.sign': {
      from: ['held'],
      by: ['subject', 'recorder'],
      guards: [must('talk.not-subject', ({ by, subject }) => by === subject)],
      to: 'signed',
    },
    'talk.drop': { from: ['proposed'], by: ['committee', 'secretary', 'superior'], guards: [reasoned], to: 'dropped' },
  },
};

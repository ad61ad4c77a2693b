import type { AnswerOf } from '#contract/api.ts';
import { useText, useWords } from '#web/lang.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { linesWords } from '#words/web/my-lines.ts';

/** A step by which a line came to where it stands. */
export type TraceStep = AnswerOf<'line.show'>['steps'][number];

/** A step in words: its heading, what is told of it, what people said in it, and whether it speaks against the line. */
export type Told = {
  readonly title: string;
  readonly texts: readonly string[];
  readonly quote?: string | undefined;
  readonly against?: boolean;
};

/** Says a step of the thread 办理经过 in words; whoever reported another stands in none. */
export function useSayStep(): (step: TraceStep) => Told {
  const words = useWords();
  const { step: said, declare } = useText(linesWords);
  const day = (text: string) => sayDay(text, words);
  const reason = (text: string | undefined) => (text === undefined ? [] : [fill(said.reason, { reason: text })]);
  const session = (step: TraceStep & { readonly step: 'reviewed' | 'referred' }) =>
    fill(said.session, {
      body: said.body[step.body],
      of: step.of,
      present: step.present,
      recused: step.recused,
      ayes: step.ayes,
    });
  return (step): Told => {
    switch (step.step) {
      case 'declared':
        return { title: said.declared[step.by], texts: [said.by[step.by]] };
      case 'confirmed':
        return { title: said.confirmed, texts: [said.confirmedBy[step.by]] };
      case 'withdrawn':
        return { title: said.withdrawn, texts: [] };
      case 'told': {
        const text = step.provisional ? said.toldProvisional : said.toldText;
        return { title: said.told, texts: [fill(text, { last: day(step.last) })] };
      }
      case 'answered':
        return {
          title: said.answered,
          texts: [said.answers[step.answer], ...(step.onBehalf ? [said.onBehalf] : [])],
          quote: step.words,
        };
      case 'verified':
        return { title: said.verified, texts: [said.verifiedText] };
      case 'reviewed':
        return {
          title: `${said.reviewed} · ${said.as[step.as]}`,
          texts: [session(step), ...reason(step.reason)],
          against: step.as === 'declined',
        };
      case 'referred':
        return { title: said.referred, texts: [session(step), said.referredText] };
      case 'undone':
        return { title: said.undone, texts: [said.undoneWhat[step.what]] };
      case 'put': {
        const { meeting, number, title, alone } = step;
        const text = fill(said.putText, { day: day(meeting), number, title });
        return { title: said.put, texts: [text, alone ? said.alone : said.together] };
      }
      case 'deferred':
        return { title: said.deferred, texts: reason(step.reason) };
      case 'voted': {
        const { entitled, present, ayes, noes, abstentions, invalid, way, result } = step;
        const counts = fill(said.counts, { way: said.way[way], entitled, present, ayes, noes, abstentions });
        const spoilt = invalid === undefined || invalid === 0 ? '' : fill(said.invalid, { n: invalid });
        return {
          title: `${said.voted} · ${said.result[result]}`,
          texts: [counts + spoilt],
          against: result === 'lost',
        };
      }
      case 'rejected':
        return { title: said.rejected, texts: reason(step.reason), against: true };
      case 'entered': {
        const text = step.entry === undefined ? said.enteredNone : fill(said.enteredText, { entry: step.entry });
        return { title: said.entered, texts: [text, ...code(step.fingerprint)] };
      }
      case 'registered': {
        const { quarter, kind, number } = step;
        const text = fill(said.registeredText, { quarter: sayQuarter(quarter, words), kind: said.kind[kind], number });
        return { title: said.registered, texts: [text, ...code(step.fingerprint)] };
      }
      case 'noticed':
        return {
          title: said.noticed,
          texts: [sayNotice(step), ...code(step.fingerprint)],
        };
      case 'objected':
        return { title: said.objected[step.noun], texts: [], quote: step.words };
      case 'found':
        return { title: `${said.found[step.noun]} · ${said.finding[step.result]}`, texts: reason(step.reason) };
      case 'replied':
        return { title: said.replied[step.noun], texts: [said.repliedText] };
      case 'reported':
        return { title: said.reported[step.noun], texts: [said.reportedText] };
      case 'reversed': {
        const { entry, reverses } = step;
        const text = entry === undefined ? [] : [fill(said.reversedText, { entry, reverses: reverses ?? '' })];
        return {
          title: said.reversed,
          texts: [...text, ...reason(step.reason), ...code(step.fingerprint)],
          against: true,
        };
      }
      case 'corrected':
        return {
          title: said.corrected,
          texts: [fill(said.correctedText, { entry: step.entry }), ...code(step.fingerprint)],
        };
      default:
        return { title: declare.title, texts: [] };
    }
  };

  function sayNotice({ of, period, last, provisional }: TraceStep & { readonly step: 'noticed' }): string {
    const what = of === 'quarter' ? sayQuarter(period, words) : fill(words.my.periodYear, { y: period });
    return fill(provisional ? said.noticedProvisional : said.noticedText, { what, last: day(last) });
  }

  function code(fingerprint: string | undefined): readonly string[] {
    return fingerprint === undefined ? [] : [fill(said.fingerprint, { code: fingerprint })];
  }
}

/** A quarter as people say it: 2026年第1季度. */
export function sayQuarter(quarter: string, { my }: ReturnType<typeof useWords>): string {
  const key = fill(my.key.quarter, { n: quarter.slice(5) });
  return fill(my.periodOf, { y: quarter.slice(0, 4), key });
}

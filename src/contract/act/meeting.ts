import { z } from 'zod';
import { day } from '#contract/amount.ts';
import { change, id, make } from '#contract/endpoint.ts';
import { people, quarter, reason } from './words.ts';

const said = z.string().max(200);
const count = z.int().min(0).max(100_000);

/** The numbers of a vote 计票; the sheets are told of paper ballots only, and nothing of a vote on screen, which is counted by itself. */
const counts = z.strictObject({
  ayes: count,
  noes: count,
  abstentions: count,
  issued: z.exactOptional(count),
  returned: z.exactOptional(count),
  invalid: z.exactOptional(count),
});

/** The acts of general meeting, motions, minutes, quarter and register 党员大会 (§三(三)). */
export const meeting = {
  'assembly.convene': make('Convenes a general meeting with its agenda', {
    day,
    place: said,
    chair: id,
    recorder: id,
    items: z.array(said).max(100),
    quarter: quarter.optional(),
  }),
  'assembly.freeze': change('Freezes the roll of entitled members on the day of the meeting', {}),
  'assembly.attend': change('Records who came and who is on leave', {
    present: people,
    leave: z.array(z.strictObject({ member: id, reason: said })).max(2000),
  }),
  'assembly.open': change('Opens the meeting', {}),
  'assembly.brief': change('Tells the meeting the outcomes that it is owed, or briefs it on a motion', {
    outcomes: z.boolean().optional(),
    motion: id.optional(),
  }),
  'assembly.close': change('Closes the meeting', {}),
  'assembly.lapse': change('Records that the quorum did not come; what was put goes to the next meeting', {}),
  'assembly.cancel': change('Cancels a meeting that was convened', { reason }),
  'absence.ask': make('Asks to be off the roll for a long absence', { from: day, to: day }),
  'absence.consent': change('The superior consents to an absence', {}),
  'absence.approve': change('Records that the general meeting approved an absence', { motion: id }),
  'motion.put': make('Puts a motion to an open meeting', {
    assembly: id,
    kind: z.enum(['bundle', 'contested', 'scheme', 'absence', 'other']),
    title: said,
    quarter: quarter.optional(),
    lines: people.optional(),
    about: id.optional(),
  }),
  'motion.open': change('Opens the vote, by hands, paper or on screen', {
    way: z.enum(['hands', 'paper', 'screen']),
    knowing: z.boolean().optional(),
  }),
  'motion.cast': change('Casts one’s secret ballot on screen', { choice: z.enum(['aye', 'no', 'abstain']) }),
  'motion.count': change('Counts a vote, once', { counts: counts.optional() }),
  'motion.defer': change('Defers a motion on which nobody has voted', { reason }),
  'line.determine': change('Determines a line by a motion that passed', { motion: id }),
  'line.reject': change('Rejects a line that the meeting did not approve', { motion: id, reason }),
  'line.reverse': change('Takes a determined line back on a finding, by two persons', { finding: said, reason }),
  'minutes.draft': make('Drafts the minutes of a meeting from the data', { assembly: id }),
  'minutes.edit': change('Edits the minutes; signatures are given anew', { text: z.string().min(1).max(50_000) }),
  'minutes.sign': change('Signs the minutes, as chair or as recorder', {}),
  'quarter.open': make('Opens a quarter', { quarter }),
  'quarter.determine': change('Determines the lines of a quarter by its motion and seals its months', { motion: id }),
  'quarter.post': change('Records that the quarter is on notice', {}),
  'quarter.close': change('Ends a quarter when its notice is over', {}),
  'register.draw': make('Draws the register of a determined quarter', { quarter }),
  'register.supplement': make('Draws a supplement sheet of lines determined later', { quarter }),
  'register.redraw': change('Draws a drafted register anew', {}),
  'register.seal': change('Seals a register', {}),
  'month.seal': change('Seals a month whose quarter is determined', {}),
} as const;

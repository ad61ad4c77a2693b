import type { Fact } from '#domain/ledger/fact.ts';
import { bestOfMatter, least, most, rounded, sumMost } from './reference-arithmetic.ts';
import { ACCIDENT, AWARD, CHECK, CLASS, GUIDE, HONOUR, INDEX, NOTES, OFFICE, PAPER } from './reference-tables.ts';

/**
 * The default scheme written out by hand as one function: what a program would do that knew no other scheme.
 * It is the measure for `evaluate` (issue, Speed), is kept as fast as we can make it, and gives equal totals on the run's data.
 * Amounts in 1/10000 point.
 */

// Twelve months, four quarters or two halves an item: cleared and used again for the next member.
const day = new Float64Array(12);
const teaching = new Float64Array(12);
const lessons = new Float64Array(12);
const visits = new Float64Array(12);
const mentoring = new Float64Array(12);
const material = new Float64Array(12);
const retired = new Float64Array(12);
const dues = new Float64Array(12);
const hours = new Float64Array(4);
const office = new Float64Array(4);
const reports = new Float64Array(4);
const late = new Float64Array(4);
const clock = new Float64Array(4);
const notes = new Float64Array(4);
const open = new Float64Array(4);
const post = new Float64Array(2);
const routine = new Float64Array(2);
const all = [
  day,
  teaching,
  lessons,
  visits,
  mentoring,
  material,
  retired,
  dues,
  hours,
  office,
  reports,
  late,
  clock,
  open,
  post,
  routine,
];
const postDay = ['', ''];
const officeDay = ['', '', '', ''];
const reportDay = ['', '', '', ''];
let visitDays: string[] = [];
let opened: Fact[] = [];
let awards: Fact[] = [];
let guided: Fact[] = [];
let urgent: Fact[] = [];

/** A member's total by hand. */
export function referenceScore(facts: readonly Fact[], category: string, role: string | undefined): number {
  for (const list of all) list.fill(0);
  notes.fill(1);
  postDay.fill('');
  officeDay.fill('');
  reportDay.fill('');
  if (visitDays.length > 0) visitDays = [];
  if (opened.length > 0) opened = [];
  if (awards.length > 0) awards = [];
  if (guided.length > 0) guided = [];
  if (urgent.length > 0) urgent = [];
  let [marks, marked, promised, kept, honour, paper, pioneer, pioneerSaid, lectures] = [0, 0, '', 0, 0, 0, '', 0, 0];
  let promisedYes = true;
  let [staff, staffCount, parents, parentCount] = [0, 0, 0, 0];
  let [
    leave,
    absent,
    study,
    missed,
    guard,
    speech,
    task,
    training,
    patrol,
    reported,
    law,
    complaint,
    ethics,
    trust,
    manners,
    home,
    accident,
    broken,
  ] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  let participation = 0;
  for (let at = 0; at < facts.length; at++) {
    const fact = facts[at] as Fact;
    const month = (fact.day.charCodeAt(5) - 48) * 10 + fact.day.charCodeAt(6) - 49;
    const quarter = (month / 3) | 0;
    const count = fact.quantity === undefined ? 1 : Math.floor(fact.quantity / 10_000);
    switch (INDEX.get(fact.item)) {
      case 0:
        day[month] = (day[month] as number) + count;
        participation += fact.quantity ?? 10_000;
        break;
      case 1:
        hours[quarter] = (hours[quarter] as number) + (fact.quantity ?? 20_000);
        break;
      case 2:
        teaching[month] = (teaching[month] as number) + count * 5_000;
        break;
      case 3:
        lessons[month] = (lessons[month] as number) + rounded(1_000 * (fact.quantity ?? 10_000), 10_000);
        break;
      case 4: {
        const seen = visitDays.includes(fact.day);
        if (!seen) {
          visitDays.push(fact.day);
          if (count > 0) visits[month] = (visits[month] as number) + 5_000;
        }
        break;
      }
      case 5:
        mentoring[month] = (mentoring[month] as number) + count;
        break;
      case 6: {
        const half = (month / 6) | 0;
        if (fact.day >= (postDay[half] as string)) {
          const points = fact.level === '否' ? 0 : 30_000;
          post[half] = fact.day === postDay[half] ? Math.max(points, post[half] as number) : points;
          postDay[half] = fact.day;
        }
        break;
      }
      case 7: {
        const half = (month / 6) | 0;
        routine[half] = Math.max(routine[half] as number, CHECK[fact.level as string] as number);
        break;
      }
      case 8:
        marks += rounded(40_000 * (fact.score as number), 1_000_000);
        marked++;
        break;
      case 9:
        opened.push(fact);
        break;
      case 10:
        if (fact.ref !== undefined) awards.push(fact);
        break;
      case 11:
        if (fact.ref !== undefined) honour = Math.max(honour, HONOUR[fact.level as string] as number);
        break;
      case 12:
        if (fact.ref !== undefined) guided.push(fact);
        break;
      case 13:
        if (fact.ref !== undefined) {
          const level = fact.level as string;
          const cut = level.indexOf('、');
          paper += (PAPER[cut < 0 ? level : level.slice(0, cut)] as number) + (cut < 0 ? 0 : 5_000);
        }
        break;
      case 14:
        if (fact.day >= promised) {
          promised = fact.day;
          promisedYes = fact.level !== '否';
        }
        break;
      case 15:
        kept += fact.quantity ?? 10_000;
        break;
      case 16:
        if (fact.day > pioneer || (fact.day === pioneer && (fact.points as number) > pioneerSaid)) {
          pioneer = fact.day;
          pioneerSaid = fact.points as number;
        }
        break;
      case 17:
        if (fact.rater === '教职工') {
          staff += fact.score as number;
          staffCount++;
        } else if (fact.rater === '家长') {
          parents += fact.score as number;
          parentCount++;
        }
        break;
      case 18:
        retired[month] = (retired[month] as number) + count;
        break;
      case 19:
        if (fact.day >= (reportDay[quarter] as string)) {
          reports[quarter] = fact.level === '否' ? 0 : 20_000;
          reportDay[quarter] = fact.day;
        }
        break;
      case 20:
        if (fact.day >= (officeDay[quarter] as string)) {
          office[quarter] = fact.level === '否' ? 0 : (OFFICE[role ?? ''] ?? 0);
          officeDay[quarter] = fact.day;
        }
        break;
      case 21:
        late[quarter] = (late[quarter] as number) - 5_000 * count;
        break;
      case 22:
        leave += count;
        break;
      case 23:
        material[month] = (material[month] as number) + 5_000 * count;
        break;
      case 24:
        clock[quarter] = (clock[quarter] as number) + (fact.quantity ?? 30_000);
        break;
      case 25:
        absent += count;
        break;
      case 26:
        study += count;
        break;
      case 27:
        missed += count;
        break;
      case 28:
        guard += count;
        break;
      case 29:
        speech += fact.points as number;
        break;
      case 30: {
        const points = NOTES[fact.level as string] as number;
        if ((notes[quarter] as number) > 0 || points > (notes[quarter] as number)) notes[quarter] = points;
        break;
      }
      case 31:
        urgent.push(fact);
        break;
      case 32:
        lectures += count;
        break;
      case 33:
        task += count;
        break;
      case 34:
        training += count;
        break;
      case 35:
        dues[month] = (dues[month] as number) + count;
        break;
      case 36:
        patrol += count;
        break;
      case 37:
        reported -= fact.level === '校级' ? 10_000 : 20_000;
        break;
      case 38:
        law = 10_000;
        break;
      case 39:
        complaint += count;
        break;
      case 40:
        ethics += fact.points as number;
        break;
      case 41:
        trust += count;
        break;
      case 42:
        manners += count;
        break;
      case 43:
        home += count;
        break;
      case 44:
        accident += ACCIDENT[fact.level as string] as number;
        break;
      case 45:
        broken = 20_000;
        break;
      default:
        break;
    }
  }

  let duty1 = most((post[0] as number) + (post[1] as number), 60_000);
  duty1 += most((routine[0] as number) + (routine[1] as number), 40_000);
  if (marked > 0) duty1 += most(rounded(marks, marked), 40_000);
  duty1 += most(sumMost(teaching, 10_000), 30_000);
  if (opened.length > 0) {
    bestOfMatter(
      opened,
      (fact) => CLASS[fact.level as string] as number,
      (fact, points) => {
        const quarter = (((fact.day.charCodeAt(5) - 48) * 10 + fact.day.charCodeAt(6) - 49) / 3) | 0;
        open[quarter] = (open[quarter] as number) + points;
      },
    );
    duty1 += most(sumMost(open, 30_000), 40_000);
  }
  duty1 += most(sumMost(mentoring, 1) * 5_000, 40_000);
  let taught = 0;
  for (let quarter = 0; quarter < 4; quarter++) {
    let three = 0;
    for (let month = quarter * 3; month < quarter * 3 + 3; month++) three += most(lessons[month] as number, 5_000);
    taught += most(three, 10_000);
  }
  duty1 = most(duty1 + most(taught, 30_000), 200_000);

  const duty2 =
    (promised !== '' && promisedYes ? 10_000 : 0) +
    (kept >= 30_000 ? 30_000 : kept >= 20_000 ? 20_000 : kept >= 10_000 ? 10_000 : 0);

  let volunteered = 0;
  for (let quarter = 0; quarter < 4; quarter++)
    volunteered += most(Math.floor((hours[quarter] as number) / 20_000) * 10_000, 30_000);
  let duty3 = most(volunteered, 60_000) + most(sumMost(visits, 10_000), 40_000);
  if (urgent.length > 0) {
    let sum = 0;
    bestOfMatter(
      urgent,
      (fact) => fact.points as number,
      (_, points) => {
        sum += points;
      },
    );
    duty3 += most(sum, 50_000);
  }
  duty3 += most(sumMost(day, 1) * (category === '离退休' || category === '流动' ? 5_000 : 2_500), 25_000);
  duty3 += most(lectures, 2) * 10_000;
  duty3 += most((office[0] as number) + (office[1] as number) + (office[2] as number) + (office[3] as number), 40_000);
  if (category === '离退休') duty3 += most(sumMost(retired, 1) * 10_000, 80_000);
  if (category === '流动')
    duty3 += most(
      (reports[0] as number) + (reports[1] as number) + (reports[2] as number) + (reports[3] as number),
      80_000,
    );

  let won = 0;
  if (awards.length > 0)
    bestOfMatter(
      awards,
      (fact) => AWARD[fact.level as string] as number,
      (_, points) => {
        won += points;
      },
    );
  let coached = 0;
  if (guided.length > 0)
    bestOfMatter(
      guided,
      (fact) => GUIDE[fact.level as string] as number,
      (_, points) => {
        coached += points;
      },
    );
  let duty4 = honour + most(won, 80_000) + most(coached, 40_000) + most(paper, 40_000) + pioneerSaid;
  if (staffCount + parentCount > 0) {
    const one = staffCount > 0 ? rounded(staff, staffCount) : 0;
    const two = parentCount > 0 ? rounded(parents, parentCount) : 0;
    const mean = staffCount > 0 && parentCount > 0 ? rounded(one + two, 2) : one + two;
    duty4 += rounded(40_000 * mean, 1_000_000);
  }
  if (participation >= 100_000 && absent === 0) duty4 += 10_000;
  const duty = least(most(duty1 + duty2 + duty3 + most(duty4, 150_000), 400_000), 0);

  let noted = 0;
  for (let quarter = 0; quarter < 4; quarter++) if ((notes[quarter] as number) <= 0) noted += notes[quarter] as number;
  let lost = least(-study * 10_000 + noted, -50_000);
  lost += least(-task * 10_000 + least(-sumMost(material, 10_000), -30_000), -50_000);
  lost += least(speech, -50_000) + least(-training * 5_000, -50_000);
  let lateSum = 0;
  for (let quarter = 0; quarter < 4; quarter++) lateSum += least(late[quarter] as number, -10_000);
  lost += least(
    -absent * 10_000 + lateSum - (leave > 2 ? (leave - 2) * 5_000 : 0) - sumMost(dues, 1) * 10_000,
    -50_000,
  );
  let clocked = 0;
  for (let quarter = 0; quarter < 4; quarter++) clocked += Math.floor((clock[quarter] as number) / 30_000) * 10_000;
  lost += least(-clocked - patrol * 5_000, -50_000);
  lost += least(reported, -50_000) - law;
  lost += least(-complaint * 20_000 + ethics, -50_000);
  lost += least(-trust * 20_000, -50_000) + least(-manners * 10_000, -50_000) + least(-home * 10_000, -50_000);
  lost += least(accident - guard * 5_000, -60_000) + least(-missed * 5_000, -30_000) - broken;

  return least(600_000 + duty + lost, 0);
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServices } from '#service/open.ts';
import { hashOf } from '#store/hash.ts';
import { ArchiveCheck } from '#verifier/archive-check.ts';
import { turn } from './hands.ts';
import { openPlace, type Place } from './place.ts';
import { appeal, decideAppeal, file, mask, object, post, sameEverywhere } from './six-notice.ts';
import { closeMonth, convene, finish, hallOf, review, sittingOf, takeRoll, voteOnScreen } from './six-october.ts';
import { declare, deduct, enterBySentence, gather, nobodyReadsWhoReported, report, type Six } from './six-september.ts';
import { appraise, fileYear, lastQuarter, lift, settle } from './six-winter.ts';

let place: Place;
let six: Six;

/** Those of the hall who are not among the six and hold a phone. */
const OTHERS = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20, 22, 24].map(
  (n) => `D${String(n).padStart(3, '0')}`,
);

beforeAll(async () => {
  place = await openPlace({ until: '2026-09-25' });
  six = await gather(place);
}, 300_000);
afterAll(async () => await place?.stop());

describe('the rest of a year in the hands of six people, each in a browser of their own (issue 4)', {
  timeout: 180_000,
}, () => {
  test('September: a sentence for four members, a declaration in three presses, a report, a deduction and its hearing (§二(三), §三(一))', async () => {
    await enterBySentence(six);
    await declare(six);
    await report(six);
    await deduct(six);
  });

  test('October: the review by keyboard, then the general meeting with a vote on telephones (§三(二), §三(三))', async () => {
    await turn(place, '2026-10-09');
    await review(six, '2026年9月');
    await closeMonth(six, '2026-09');
    await convene(six, '2026-10-14', '二楼会议室');
    await turn(place, '2026-10-14');
    await takeRoll(six, ['柳明辉', '秦月娥']);
    await voteOnScreen(six, hallOf(place, OTHERS, 'no'));
    await finish(six, 'meet');
    const { motions, quarter, register } = await sittingOf(six);
    expect(motions.map(({ result }) => result)).toEqual(['lost', 'passed']);
    expect([quarter?.state, register?.state]).toEqual(['determined', 'sealed']);
  });

  test('the notice says without script what the member’s page and the API say, and names nobody who does not want it (§三(四), §五(三))', async () => {
    await turn(place, '2026-10-15');
    await post(six, '2026Q3', /2026年第3季度党员积分公示/);
    await sameEverywhere(six, '2026Q3');
    await turn(place, '2026-10-16');
    await mask(six, '2026Q3');
    await object(six);
  });

  test('an appeal changes nothing that anybody in the branch can see before it is served (product §3.8, §5.7)', async () => {
    await turn(place, '2026-10-20');
    await appeal(six);
    await decideAppeal(six);
    await turn(place, '2026-10-24');
    await file(six, '2026Q3');
  });

  test('winter: a veto lifted by two, the last quarter, and what came of objection and appeal told to the meeting (§二(四), §三(四))', async () => {
    await turn(place, '2026-11-16');
    await lift(six);
    await lastQuarter(six);
    await turn(place, '2027-01-08');
    await post(six, '2026Q4', /2026年第4季度党员积分公示/);
  });

  test('the year is previewed, sealed, posted, filed, returned, stood by and approved; only then is it appraised (§三(五), §四)', async () => {
    await turn(place, '2027-01-18');
    await file(six, '2026Q4');
    await settle(six);
    await sameEverywhere(six, '2026');
    await turn(place, '2027-01-27');
    await file(six, '2026');
    await fileYear(six);
    await appraise(six);
  });

  test('nobody but the verifier ever read who reported, no page complained, and the chain is sound (product §5.2, §5.7)', async () => {
    const { member, elder, secretary, recorder, committee, superior } = six;
    const complaints = [member, elder, secretary, recorder, committee, superior].flatMap((hand) => hand.complaints);
    // While the server goes on to another day, pages that ask it regularly find nobody there; refusals are told to the person.
    expect(complaints.filter((one) => !/ERR_CONNECTION|ERR_EMPTY|status of 4\d\d/.test(one))).toEqual([]);
    await nobodyReadsWhoReported(six);
    const services = await openServices(`${place.folder}/data`);
    const check = new ArchiveCheck(hashOf, undefined);
    const strays = await services.verify({ branch: place.branch }, (line) => check.take(line));
    await services.close();
    const { sound, faults } = check.finish();
    expect([sound, faults, strays]).toEqual([true, [], []]);
  });
});

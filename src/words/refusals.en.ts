import type { RefusalCode } from '#domain/process/refusal.ts';

/** The English words for each refusal of the process; a code without words does not compile. */
export const refusalsEn: Readonly<Record<RefusalCode, string>> = {
  'right.missing': 'This is not within your office. Please ask the person responsible.',
  'right.exclusive':
    'An administrator may hold neither another administrator’s office nor one that deals with points. Choose someone else, or end the earlier office first.',
  'thing.unknown': 'This could not be found. Please check and try again.',
  'revision.stale':
    'This has changed in the meantime. Please read the latest version and decide again; what you wrote is kept.',
  'password.missing': 'This step asks for your password again, to confirm that it is you.',
  'reason.missing': 'Please give the reason in words, so that those concerned can know it.',
  'term.unpublished':
    'The holidays around {last} are not published yet, so the day is provisional and nothing lapses on it. It is recounted once they are.',
  'second.missing': 'This takes two people. Please ask another person to confirm it.',
  'second.same-person':
    'The two must be different people; another office or account of the same person does not count.',
  'second.waiting':
    'There is no suitable second person yet, so this waits. The superior can send someone, or another branch can lend a member.',
  'undo.not-here': 'This cannot be undone. If it must be corrected, use the steps for corrections.',
  'undo.not-yours': 'Only the person who did this can undo it. Please contact them.',
  'undo.too-late': 'More than {minutes} minutes have passed, so this cannot be undone. Use the steps for corrections.',
  'undo.acted-on':
    'Someone else has already acted on this, so it cannot be undone. Speak with them, or use the steps for corrections.',
  'setting.below-least': '{found} is less than the minimum of {least}. A term may be longer, not shorter.',
  'setting.above-most': '{found} is more than the maximum of {most}. A term may be shorter, not longer.',
  'setting.looser-vote':
    'The shares for quorum and majority may not be under half nor over the whole. They may be stricter, never looser.',
  'roster.twice': 'This number or member is already on the roster. Please check before adding.',
  'scheme.not-now':
    'A scheme is drafted, checked, adopted and put into force, in this order; it is not yet at this step.',
  'scheme.adopted': 'An adopted scheme is not changed. To change the rules, draft a new version.',
  'scheme.has-errors': 'The check found {errors} {errors|mistake|mistakes}. Please correct and check again.',
  'scheme.by-application':
    'An item is based on the use of an application. National rules forbid points for that; remove it or choose another basis.',
  'scheme.retroactive':
    'A scheme is never retroactive: it cannot take effect before {resolved}, when it was passed. Choose a later day.',
  'scheme.not-yet': 'The scheme takes effect on {effective}; that day has not come.',
  'scheme.no-successor': 'No new scheme is in force yet; the present one stays.',
  'month.not-open': 'That month is not open yet. Please do this once it is.',
  'month.not-closed': 'That month’s review is not closed yet. Close the month first.',
  'month.closed':
    'That month is closed and its preliminary scores stand. If something was missed, two persons can decide to reopen it.',
  'month.no-scheme': 'No scheme is in force, so the month cannot open. Adopt one first.',
  'month.not-over': 'The month runs until {last}; it can be closed after that.',
  'month.lines-pending': 'Items not yet reviewed: {pending}. Review them, or refer them to the general meeting.',
  'line.not-now': 'An item is declared, reviewed and determined, in this order; it is not at this step.',
  'line.in-review': 'The item is being reviewed and cannot be changed or withdrawn. Please wait for the result.',
  'line.determined': 'The general meeting has determined this item. If you disagree, you can object or appeal.',
  'line.withdrawn': 'The item was withdrawn. You may declare it again.',
  'line.not-briefed': 'The meeting has not been briefed on this item. Brief it first, then determine.',
  'declaration.item-unknown': 'The scheme of that day has no such item. Choose another, or check the day.',
  'declaration.item-not-open':
    'The branch records this item; it is not declared. If something is missing, tell the recorder.',
  'declaration.future-day': 'That day is in the future. Declare it once it is done.',
  'declaration.not-read-back':
    'What was entered on someone’s behalf must be read back and confirmed. Do so before submitting.',
  'declaration.not-verified': 'What was reported has not been verified. Wait for the verifier before it is reviewed.',
  'verifier.not-named': 'Only the named verifier deals with this; nobody else can see it or stand in.',
  'verifier.waiting': 'No impartial verifier has been named, so this waits for the superior to name one.',
  'opening.covers-day':
    'The opening points already cover this day; nothing more is entered for it. Contest the opening points when you answer, or object.',
  'opening.only-points':
    'Only the points of opening points can be corrected, not the item or day; nothing else becomes opening points.',
  'opening.by-period':
    'This scheme scores each period separately; one table cannot cover several. Import opening points for the first period only.',
  'opening.other-year':
    'The cut-off day {until} is outside this year ({from} to {to}) or in the future. Check the day.',
  'hearing.not-needed': 'A member’s own declaration needs no hearing.',
  'hearing.not-served': 'The member concerned has not been told. Tell and hear the member first, then decide.',
  'hearing.not-over': 'The member’s days to answer are not over. Wait for the answer or the end of the term.',
  'hearing.running': 'The days to answer run until {last}; before that, silence is not recorded.',
  'hearing.over': 'The answer is in, or its term is over. You can still speak at the meeting or object.',
  'hearing.not-subject': 'The member concerned answers in person, or through the recorder with confirmation.',
  'hearing.only-credit': 'Only a credit can be declined. If you disagree with a deduction, contest it and say why.',
  'review.not-open': 'No review session is open. The secretary convenes and opens one.',
  'review.no-quorum':
    '{present} of {body} are present; a review needs at least {least}. Wait for more, or choose another time.',
  'review.recused': 'Those concerned step aside and do not decide this item. Please let the others decide.',
  'review.too-few-deciders':
    'Only {deciders} can decide; at least {least} are needed. Refer the item to the general meeting.',
  'review.no-majority':
    'Of the {deciders} who decide, {least} must agree. Discuss further, or refer the item to the general meeting.',
  'review.can-decide': 'The review has a majority, so the item need not be referred. Record the decision.',
  'review.no-citation': 'Each decision names the item and the fact. Please add them.',
  'review.lines-open':
    'Items still before the session: {linesOpen}. Decide them, or refer them to the general meeting.',
  'veto.not-now': 'A veto is cited from a finding, then confirmed; it is not at this step.',
  'veto.ground-unknown': 'The scheme has no such ground. A veto rests only on the grounds it lists.',
  'veto.no-finding': 'A veto needs a finding of the competent body: name, number and day. Until then no score changes.',
  'veto.future-finding': 'The date of the finding is in the future. Check the document.',
  'reversal.no-finding': 'A reversal names the finding it rests on. Give its name and number.',
  'assembly.not-open': 'The general meeting is not in session. Do this while it is.',
  'assembly.still-open': 'The general meeting is still in session. Do this once it is closed.',
  'assembly.closed': 'This general meeting is over. What remains goes to the next one.',
  'assembly.no-agenda': 'List what is to be dealt with before the meeting is convened.',
  'assembly.outcomes-missing':
    'Outcomes of objections or appeals due at this meeting: {outcomes}. Put them on the agenda.',
  'assembly.outcomes-first': 'First report the outcomes of past objections and appeals, then go on.',
  'assembly.same-day':
    'In a branch without a committee, review and determination are held on different days. Choose another day.',
  'assembly.wrong-day': 'The meeting is set for {day}; its roll is closed on that day.',
  'assembly.quorum-there': 'There is a quorum; the meeting has not lapsed.',
  'assembly.has-decided': 'A motion has been counted already, so the meeting has not lapsed. Close it in order.',
  'motion.not-open': 'Voting has not begun. Wait until the chair opens it.',
  'motion.still-open': 'A vote is still open. Count it first.',
  'motion.counted': 'This motion has been counted and stands. To reopen the matter, put a new motion.',
  'motion.contested-alone':
    'A contested item is a separate motion, on which the member concerned does not vote; uncontested items go together. Separate them.',
  'motion.not-briefed': 'Brief all members before the vote.',
  'motion.no-quorum':
    '{present} of {entitled} entitled members are present; a vote needs {least}. Wait, set another day, or brief only.',
  'motion.cannot-pass':
    'Of {entitled} entitled, only {voters} can vote and {least} ayes are needed: nothing can pass now. Wait or defer; to vote anyway, the chair confirms it.',
  'motion.screen-too-few':
    'With fewer than {least} voters, phones are not used, as votes could be guessed. Use paper ballots.',
  'motion.not-on-screen': 'This motion is not voted on screen. Raise your hand or fill in the ballot, as announced.',
  'motion.not-entitled': 'The roll of that day gives you no vote; it states why. If you doubt it, ask the secretary.',
  'motion.not-present': 'You are not recorded as present. Please report to the recorder first.',
  'motion.own-line': 'You do not vote on a contested item about yourself. You may speak to it.',
  'motion.voted-already': 'You have already voted; each member has one vote, which cannot be changed.',
  'motion.counts-not-whole': 'Counts are whole numbers, 0 or more. Check them.',
  'motion.too-many-votes': 'The votes add up to more than the {voters} voters. Count again.',
  'motion.too-many-ballots':
    'More ballots were returned than issued, or more issued than there are voters ({voters}). The ballot is void; hold it again.',
  'motion.ballots-differ':
    'Ayes, noes, abstentions and invalid ballots do not add up to the ballots returned. Count again.',
  'motion.vote-begun': 'Votes have been cast, so the motion cannot be deferred. Finish the vote and count it.',
  'motion.not-passed':
    'The general meeting has not passed this: more than half of all entitled members must be for it. Put it to the vote.',
  'minutes.signed': 'The minutes are signed and stand. Add what is missing at the next meeting.',
  'minutes.two-signatures': 'The minutes are signed by both the chair and the recorder.',
  'quarter.determined':
    'The general meeting has determined that quarter. Submit the item as a supplement for the next meeting.',
  'quarter.not-determined': 'The general meeting has not determined that quarter. Hold the meeting first.',
  'quarter.not-posted': 'That quarter has not been posted yet. Post the notice first.',
  'quarter.months-open': 'Months of that quarter not yet closed: {months}. Close them first.',
  'register.sealed': 'The register is sealed and stands. What is determined later goes on a supplement sheet.',
  'register.not-sealed': 'The register is not sealed. Check and seal it before the notice.',
  'register.differs':
    'The register differs from what was determined ({differences} {differences|place|places}). Draw it up again from the decisions.',
  'notice.not-now': 'A notice is drafted, reviewed, posted, closed and filed, in this order; it is not at this step.',
  'notice.not-reviewed': 'Nobody else has reviewed the notice’s content. Have it reviewed, then post it.',
  'notice.posted': 'The notice is posted and stands. If it is wrong, withdraw it and post anew; its term begins again.',
  'notice.same-person': 'Whoever wrote the notice does not review it. Ask another person.',
  'notice.not-sealed': 'The register or settlement that it shows is not sealed. Seal it first.',
  'notice.too-short': 'The notice is set for {days} working days; it needs at least {least}. Choose a longer term.',
  'notice.running': 'The notice runs until {last} and then closes by itself.',
  'notice.not-over': 'The notice has not ended. Do this once it has.',
  'notice.questions-open': 'Questions without an answer: {questions}. Answer them before filing.',
  'objection.not-now':
    'An objection is received, assigned, decided, answered and reported, in this order; it is not at this step.',
  'objection.not-own': 'Members object to their own score. About another member, you can report to the branch.',
  'appeal.not-now':
    'An appeal is taken up, served, decided, answered and reported, in this order; it is not at this step.',
  'appeal.not-own': 'Members appeal about their own score.',
  'appeal.no-superior':
    'No superior is connected here. Print the form and send it to the superior at the address on it.',
  'investigation.barred': 'Nobody who decided, investigated or is concerned may investigate this. Name someone else.',
  'investigation.not-yours': 'Someone else has been named to investigate and decide this.',
  'finding.not-carried-out':
    'The decision has not been carried out. Reverse and re-enter the item, then report to the meeting.',
  'question.not-now': 'A question is received, admitted, answered and shown, in this order; it is not at this step.',
  'question.names-office':
    'The question names someone in office; the branch does not deal with it. Forward it to the superior.',
  'concern.not-now': 'A concern is received, taken up and answered, in this order; it is not at this step.',
  'concern.too-many': 'Many concerns have come in today. Please try again tomorrow, write a letter or come in person.',
  'concern.no-words': 'Please write what it is about.',
  'concern.no-superior': 'No superior is connected here. Print the form and send it to the superior.',
  'settlement.not-sealed': 'The annual settlement is not sealed. Check and seal it first.',
  'settlement.sealed':
    'The settlement is sealed and stands. To correct it, make an amended one with a reason; the first is kept.',
  'settlement.year-running': 'The year runs until {last}; it is settled after that.',
  'settlement.quarters-open': 'Quarters not yet determined and posted to the end: {quarters}. Finish them first.',
  'settlement.objections-running': 'Objections not yet answered: {objections}. Answer them before sealing the year.',
  'settlement.no-successor': 'The amended settlement is not sealed; the first stays in force.',
  'filing.not-now': 'A filing is sent, reviewed and archived, in this order; it is not at this step.',
  'filing.sent': 'The filing is with the superior and stands. To correct it, ask the superior to return it.',
  'filing.lines-open': 'Returned items not yet finished: {lines}. Finish them and send again.',
  'filing.no-lines': 'A return names the items concerned; only these are reopened. Please choose them.',
  'appraisal.not-now':
    'An appraisal goes through self-assessment, peers, ballot, decision and notification, in this order; it is not at this step.',
  'appraisal.before-notice': 'Scores are published before the appraisal. Begin once the annual notice has ended.',
  'appraisal.no-reasons': 'Grades without a reason: {grades}. Add it, so that the member can be told.',
  'appraisal.probationary': 'Probationary members take part but receive no grade. Please remove theirs.',
  'appraisal.places-over': '{excellent} are graded excellent, but at most {most} may be. Choose among them in order.',
  'appraisal.unqualified-alone':
    'A score below base only allows this to be considered. Grading someone unqualified takes a separate decision.',
  'consequence.no-rule': 'Name the rule of the scheme that this rests on.',
  'consequence.no-end': 'Give an end date later than the beginning.',
  'consequence.stayed': 'The member has objected to what this rests on; it is suspended until the answer.',
  'commendation.not-now': 'A commendation is proposed, then passed by the meeting; it is not at this step.',
  'commendation.barred': 'The member is not eligible for commendation for now; propose again when that has ended.',
  'commendation.running': 'This runs until {last} and has not ended.',
  'talk.not-now': 'A talk is proposed, held and read over, in this order; it is not at this step.',
  'talk.wrong-talker': 'The branch’s head holds the talk; when it is with the head, the superior does.',
  'talk.not-ordered': 'Without the superior’s order it is not called 诫勉 (admonition). Call it a reminder talk.',
  'talk.record-incomplete':
    'The record names the member, who held the talk, recorder, time, place, cause and content. Please complete it.',
  'talk.not-subject': 'The record is read and signed by the member concerned.',
  'improvement.not-now': 'An improvement is proposed, begun and judged, in this order; it is not at this step.',
  'improvement.no-plan': 'Write down what is to be improved.',
  'improvement.no-helper': 'Name someone else who helps the member.',
  'improvement.too-long': 'Including extensions it may last {most} months at most. Shorten it.',
  'improvement.running': 'It runs until {last}; before then it is not considered to have failed.',
  'disposition.skips': 'A disposition goes step by step and none is skipped. Take the next one.',
  'disposition.not-below-base': 'The annual score is not below base, so it is no ground for being listed.',
  'disposition.no-approval': 'This step needs the superior’s approval. Give its number.',
  'disposition.improvement-running': 'The improvement period is still running. Wait for its result.',
  'disposition.improved': 'The member has improved, so there is no next step. End the disposition.',
  'disposition.not-away': 'This takes {least} consecutive months without organisational life, dues or assigned work.',
  'dossier.not-now': 'An import is read, checked and applied, in this order; it is not at this step.',
  'dossier.has-problems': 'The table has {problems} {problems|problem|problems}. Correct and read it again.',
  'dossier.not-seen': 'Please view the changes before applying them.',
  'dossier.determined': 'Items already determined: {determined}; they cannot be withdrawn. Reverse the import.',
  'dossier.not-determined': 'None of it has been determined, so there is nothing to reverse. Withdraw it.',
  'scan.not-now': 'A newer scan has taken its place. Replace the newest one.',
  'scan.not-signed': 'This has not been sealed or signed yet. Seal, print and sign it, then keep the scan.',
  'scan.of-report':
    'A slip that reports another member bears the name of the reporter; no scan of it is kept. The verifier keeps it apart.',
};

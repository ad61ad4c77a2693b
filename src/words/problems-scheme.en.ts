import type { SchemeCode } from './problems-scheme.zh-CN.ts';

/** The English words for each problem that `check` finds in a scheme; a code without words does not compile. */
export const problemsSchemeEn: Readonly<Record<SchemeCode, string>> = {
  'scheme.not-text': 'Text is expected here, not “{found}”. Write text.',
  'scheme.empty-text': 'Nothing stands here. Fill it in, or delete the line.',
  'scheme.text-too-long': 'The text is longer than {most} characters. Shorten it.',
  'scheme.not-one-of': '“{found}” is not among the choices. Choose one: {words}.',
  'scheme.not-yes-or-no': 'Write true or false here, not “{found}”.',
  'scheme.not-a-number': 'A number is expected here, not “{found}”. Write it without quotes and unit.',
  'scheme.too-fine': '“{found}” has more than four decimals or is too large. Keep at most four decimals.',
  'scheme.out-of-range': '“{found}” is out of range. Write a number from {least} to {most}.',
  'scheme.not-whole': 'A whole number is expected here, not “{found}”.',
  'scheme.not-a-share': '“{found}” is no share. Write it as 0.2, "1/3" or "20%".',
  'scheme.not-a-list': 'A list is expected here, not “{found}”. Begin each entry on its own line with “- ”.',
  'scheme.too-few': 'The list needs at least {least} entries. Add what is missing.',
  'scheme.too-many': 'The list has more than {most} entries. Shorten it.',
  'scheme.not-a-table': 'Names with amounts are expected here, not “{found}”. Write “name: amount”.',
  'scheme.not-an-object': 'Keys are expected here, not “{found}”. Possible keys: {keys}.',
  'scheme.unknown-key': 'There is no key “{key}”. Possible keys: {keys}.',
  'scheme.unknown-key-near': 'There is no key “{key}”; “{near}” is similar. Check the spelling.',
  'scheme.missing-key': '“{key}” is missing. Add it.',
  'scheme.too-deep': 'The document is nested too deeply. Use fewer levels of groups.',
  'scheme.not-a-day': '“{found}” is no existing day. Write it as 2026-01-01.',
  'scheme.not-a-month-day': '“{found}” is no existing month and day. Write it as 09-01.',
  'scheme.not-first-of-month': '“{found}” is not the first day of a month. Write it as 07-01.',
  'scheme.not-an-id':
    '“{found}” cannot be an id. An id has letters, digits, - and _, begins with a letter or digit and has at most 40 characters.',
  'scheme.id-twice': 'The id “{id}” is already used at {earlier}. Choose another.',
  'scheme.id-reserved': 'The id “{id}” means the total. Choose another.',
  'scheme.label-twice':
    'The label “{label}” is that of “{earlier}” too. Use the id “{id}” in sheets, or another label.',
  'scheme.label-is-id': 'The label “{label}” is the id of another node, which sheets cannot tell apart. Change it.',
  'scheme.two-values': '“{label}” has several values ({values}). Keep one.',
  'scheme.no-value': '“{label}” has no value. Write one of {values}, or what it opens with (opens).',
  'scheme.basis-missing': '“{label}” states no basis. Write basis: attendance, act, result, award, judged or outside.',
  'scheme.basis-refused':
    '“{label}” rests on the use of an application. Under the national rule no points are given for installing, logging in, checking in, reading or liking; it is refused.',
  'scheme.basis-word':
    '“{label}” contains “{word}”. If it rests on the use of an application it is refused; if not, word it otherwise.',
  'scheme.unknown-node': 'There is no node with the id “{id}”. Check the id.',
  'scheme.unknown-review': 'There is no review with the id “{id}”. Declare it under reviews, or check the id.',
  'scheme.unknown-grade': 'There is no grade “{label}”. Check how grades writes it.',
  'scheme.unknown-category': 'There is no category “{name}”. Declared: {known}.',
  'scheme.concerns-itself': 'A deduction cannot concern itself. Name the base or duty item that it concerns.',
  'scheme.concerns-not-item': '“{id}” is no item. A deduction concerns an item; name one.',
  'scheme.concerned-twice': '“{id}” is already concerned by {earlier}. One deduction for each item; merge them.',
  'scheme.double-jeopardy':
    '“{concerned}” is docked itself, and “{label}” deducts for it too: one failure would cost twice. Keep one.',
  'scheme.veto-without-effect': 'The veto states no effect and changes nothing. Write zero, or grade or clears.',
  'scheme.veto-clears-by-points':
    'A pool cannot be cleared on a condition on points. Use a count or a quantity, or a finding.',
  'scheme.meets-points': 'The condition of an item cannot look at points. Write count or quantity.',
  'scheme.meets-itself': 'An item cannot depend on itself. Name another item.',
  'scheme.condition-not-item': '“{of}” is no item and has neither count nor quantity. Name an item.',
  'scheme.condition-points-of-extra': '“{of}” is an extra without points of its own. Name its item.',
  'scheme.condition-empty': 'The condition has no bound. Write from, to or upTo.',
  'scheme.in-a-row-unread': 'Periods in a row are not looked at here. Delete inARow.',
  'scheme.in-a-row-whole':
    'A year scored as a whole has no periods in a row. Set cycle.year to sum, mean or last, or delete inARow.',
  'scheme.in-a-row-total': 'Periods in a row look at the total alone. Write of: total and delete measure.',
  'scheme.in-a-row-too-long': 'A year does not have {inARow} periods in a row. Lower inARow.',
  'scheme.range-two-ends': 'Both to and upTo are written. Keep one: to is outside the range, upTo inside.',
  'scheme.range-empty': 'The range starts at or above its end, so nothing falls in it. Check from, to and upTo.',
  'scheme.judged-turned': 'The judged range starts above its end. Check from and to.',
  'scheme.cap-below-floor': 'The cap is below the floor. Check cap, full and floor.',
  'scheme.limit-empty': 'This limit limits nothing. Write cap, floor or count.',
  'scheme.without-value': 'Without a value “{key}” does nothing. Add a value, or delete “{key}”.',
  'scheme.lost-without-opens': 'The item is lost whole, but opens with nothing. Write opens.',
  'scheme.extra-neither': '“{label}” neither adds nor multiplies. Write plus or times.',
  'scheme.extra-both': '“{label}” both adds and multiplies. Make two extras of it.',
  'scheme.extra-unread':
    'This kind of value does not look at extras. Put them on an item scored by occurrence, level or judgement.',
  'scheme.carry-odd': 'The share carried over lies above 0 and is at most 1. Correct it.',
  'scheme.amount-too-large': 'The amount is beyond {most} points. Check it.',
  'scheme.factor-too-large': 'The factors multiply to more than {most}. Check them.',
  'scheme.order-factor':
    '“{label}” has a factor and a cap or floor. Cap and floor act first, then the factor; make sure this is meant.',
  'scheme.order-extra':
    '“{label}” has extras that add and that multiply. They act in the order listed; make sure this is meant.',
  'scheme.terms-missing': 'The cycle goes by terms, but none is given. Write cycle.terms.',
  'scheme.terms-unread': 'The cycle does not go by terms, so these do nothing. Delete them, or write period: term.',
  'scheme.term-twice': 'Two terms begin on {found}. Correct them.',
  'scheme.year-limit-by-period':
    'The scheme is scored by periods, but the limit of “{label}” reaches over them. What earlier periods used counts; make sure this is meant.',
  'scheme.pool-by-period':
    'The scheme is scored by periods, but “{label}” takes facts together, or counts once, over more than one. Only the facts of the period come together. Write a stretch within the period, or cycle.year: whole.',
  'scheme.veto-at-once':
    'The conditions of the veto “{label}” have no lower end: they hold before anything is recorded and would strike everybody in the year. Word them otherwise; if it is found at the year’s end, leave out when and record the finding.',
  'scheme.cap-on-deduction': '“{label}” deducts, so a cap does nothing. To limit what it takes, write floor: {floor}.',
  'scheme.term-below-least': '“{name}” is {found}, below the minimum of {least}. Correct it.',
  'scheme.term-above-most': '“{name}” is {found}, above the maximum of {most}. Correct it.',
  'scheme.term-zero': '“{name}” cannot be 0. Correct it.',
  'scheme.share-below-half': '“{name}” is {found}, less than half. Correct it.',
  'scheme.share-over-whole': '“{name}” is {found}, more than the whole. Correct it.',
  'scheme.quota-without-number': 'The quota on “{grades}” has no number. Write max, min or places.',
  'scheme.quota-into-itself': 'Who exceeds the quota of “{grades}” cannot go into “{into}” again. Name another grade.',
  'scheme.quota-turned': 'The least share of “{grades}” is above the most. Correct it.',
  'scheme.cap-zero': 'The cap is 0, so nothing can count. Check it.',
  'scheme.limit-below-once': 'The limit of {limit} is smaller than one occurrence of {once}. Check it.',
  'scheme.no-number': '“{label}” is judged without a most. Write cap on the item, or a limit for the year.',
  'scheme.step-unreachable': 'Row {row} is never taken: earlier rows cover it. Move or delete it.',
  'scheme.step-overlap': 'Rows {row} and {earlier} overlap at {range}; the earlier is taken. Correct them.',
  'scheme.step-shared-end': 'Rows {row} and {earlier} both contain {low}; the earlier is taken. Make one end open.',
  'scheme.step-gap': 'No row holds {range}; what is left over applies. Close the gap.',
  'scheme.band-unreachable': 'The grade “{label}” is never taken: earlier ones cover it. Move or delete it.',
  'scheme.band-overlap': 'The grades “{label}” and “{earlier}” overlap at {range}; the earlier is taken. Correct them.',
  'scheme.band-shared-end':
    'The grades “{label}” and “{earlier}” both contain {low}; the earlier is taken. Make one end open.',
  'scheme.band-out-of-reach': 'The grade “{label}” cannot be reached: the total is at most {most}. Check it.',
  'scheme.bands-not-all': 'A total of {range} has no grade. Add one, or say that none is given.',
  'scheme.band-whole-points':
    'The bands are in whole points: a total between {low} and {high} has no grade. Make the ends open (to).',
  'scheme.band-gap': 'No grade holds {range}. Close the gap.',
  'scheme.band-hole':
    'A total of {range} that misses the other conditions of “{label}” has no grade. Say which it gets.',
  'scheme.rank-without-number':
    'The grade “{label}” asks for the front or the rear, but no share is given. Write rank.front or rank.rear; a third is taken otherwise.',
  'scheme.rank-over-whole': 'Front and rear together are more than the whole. Correct them.',
  'scheme.items-over-heading':
    'The items of “{label}” come to at most {sum}, above its full marks of {full}; the rest does not count. Check it.',
  'scheme.items-under-heading':
    'The items of “{label}” come to at most {sum}, below its full marks of {full}. Check it.',
  'scheme.components-over-full': 'The components come to {sum}, above the scheme’s full marks of {full}. Check it.',
  'scheme.components-under-full': 'The total is at most {sum}, below the scheme’s full marks of {full}. Check it.',
  'scheme.no-floor': 'The total has no floor and can fall below 0. Write total.floor, usually 0.',
  'scheme.no-components':
    'The scheme has no components. Write them; a scheme that is only read says why under readOnly.',
  'scheme.read-only-with-components':
    'A scheme that is only read has components. If it can be scored, delete readOnly.',
  'scheme.source-partial': 'The source is incomplete: {partial}. The original holds.',
};

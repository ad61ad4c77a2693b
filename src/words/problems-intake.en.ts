import type { IntakeCode } from '#words/problems-intake.zh-CN.ts';

/** The English words for each problem that reading people's files finds; a code without words does not compile. */
export const problemsIntakeEn: Readonly<Record<IntakeCode, string>> = {
  'intake.not-a-file': '“{file}” is a folder or a device, not a file. Name the file in it.',
  'intake.file-missing': 'There is no file “{file}”. Check the name and the folder.',
  'intake.file-unreadable': 'The file “{file}” may not be read. Check its permissions.',
  'intake.file-empty': 'The file “{file}” is empty. Choose the one with content.',
  'intake.unknown-format':
    'The format of “{file}” is not known. Open it in Excel or WPS, save it as .xlsx and try again; .xls, .et, .csv and .json are read too.',
  'intake.not-a-workbook':
    'The content of “{file}” is no workbook that can be read. Open it in Excel or WPS, save it as .xlsx and try again.',
  'intake.is-web-page':
    'The content of “{file}” is a table of a web page and no workbook, as online systems often export it. Open it in Excel or WPS, save it as .xlsx and try again.',
  'intake.is-xml-sheet':
    'The content of “{file}” is an XML table (Excel 2003) and no workbook. Open it in Excel or WPS, save it as .xlsx and try again.',
  'intake.is-ods':
    '“{file}” is an OpenDocument spreadsheet (.ods). Open it in WPS, Excel or LibreOffice, save it as .xlsx and try again.',
  'intake.is-text':
    'The content of “{file}” is text and no workbook. Open it in Excel or WPS, save it as .xlsx and try again; where commas or tabs separate it, it may be renamed to .csv too.',
  'intake.is-pdf':
    '“{file}” is a PDF and cannot be read as a table. Find the table that it was made of, save it as .xlsx and try again.',
  'intake.is-picture':
    '“{file}” is a picture and cannot be read as a table. Find the table that it was made of, save it as .xlsx and try again.',
  'intake.packed-too-large':
    'The workbook “{file}” is larger than {most} MB. Remove pictures and unrelated sheets, or split it.',
  'intake.unpacked-too-large':
    'The workbook “{file}” unpacks to more than {most} MB. Copy what is needed to a new workbook and try again.',
  'intake.text-too-large': 'The file “{file}” is larger than {most} MB. Split it.',
  'intake.too-many-parts':
    'The workbook “{file}” has more than {most} inner parts. Copy what is needed to a new workbook and try again.',
  'intake.workbook-broken':
    'The workbook “{file}” is damaged or was tampered with and cannot be read. Open it in Excel or WPS, save it as a new .xlsx and try again.',
  'intake.workbook-encrypted': 'The workbook “{file}” has a password. Save it without one and try again.',
  'intake.workbook-macros': 'The workbook “{file}” has macros. Save it as .xlsx without macros and try again.',
  'intake.workbook-external-links':
    'The workbook “{file}” links to other files. Break the links (Data → Edit Links → Break), keep the values and try again.',
  'intake.workbook-doctype':
    'The workbook “{file}” declares a document type or entities, which is not allowed. Open it in Excel or WPS, save it as a new .xlsx and try again.',
  'intake.workbook-too-heavy':
    'The workbook “{file}” holds more than can be read within the memory limit. Remove unneeded rows and columns, or split it.',
  'intake.workbook-too-slow':
    'The workbook “{file}” was not read within {most} seconds. Remove unneeded rows and columns, or split it.',
  'intake.too-many-rows': 'More than {most} rows have content. Split the file.',
  'intake.too-many-columns': 'More than {most} columns have content. Remove unrelated columns.',
  'intake.too-many-cells':
    'The file “{file}” has more than {most} cells with something in them. Remove the rows, columns and sheets that do not belong to it.',
  'intake.sheet-hidden': 'The sheet “{sheet}” is hidden and was not read. Unhide it if it should be.',
  'intake.no-sheet':
    'The workbook “{file}” has no sheet that can be read. Put the table on a sheet that is not hidden and save it as .xlsx.',
  'intake.rows-hidden':
    'On the sheet “{sheet}” {count} rows are hidden or filtered out, the first is row {row}; they were read too. Remove from the file what should not be.',
  'intake.columns-hidden':
    'On the sheet “{sheet}” the columns {columns} are hidden; they were read too. Remove from the file what should not be.',
  'intake.sheet-skipped':
    'The sheet “{sheet}” has other headings ({found}) and was not read. Nothing to do if it is unrelated.',
  'intake.encoding': 'The text of “{file}” is neither UTF-8 nor GB18030. Save it as “CSV UTF-8” and try again.',
  'intake.encoding-big5':
    'The text of “{file}” looks like Big5 (traditional Chinese), which is not read; UTF-8 and GB18030 are. Open it in Excel or WPS, see that the words are right, save it as “CSV UTF-8” or .xlsx and try again.',
  'intake.encoding-broken':
    'The file “{file}” has a character of UTF-8 that is not whole; it may have been damaged when it was sent or saved. Export it again.',
  'intake.csv-quote':
    'A quote in this row is never closed, so what follows cannot be split into columns. Close it; a quote within a field is written twice.',
  'intake.json-broken': 'Near this line the file “{file}” is not valid JSON. Correct it and try again.',
  'intake.json-shape':
    'The file “{file}” should be a list of objects, or an object with the lists members or facts. Rewrite it so.',
  'intake.json-row': 'This element of the list is not an object. Write it as {"member": …, "item": …}.',
  'intake.json-nested': 'The value of “{heading}” cannot be a list or an object. Write text or a number.',
  'intake.no-headings':
    'No header was found. Expected headings: {expected}; found: {found}. Check that it is the right sheet, or write the headings within the first 20 rows.',
  'intake.looks-like-facts': 'This looks like a table of facts, not a roster. Import it as facts.',
  'intake.looks-like-roster': 'This looks like a roster, not a table of facts. Import it as a roster.',
  'intake.heading-twice': 'The heading “{heading}” repeats column {first}. Keep one column, or rename one heading.',
  'intake.heading-near':
    'The heading “{heading}” is not used; it looks like “{known}”. If it is that column, rename it to “{known}”.',
  'intake.item-left-out': 'The scheme has no item “{item}”; {count} records are left out of the trial.',
  'intake.reaches-nobody-by-rule':
    '“{item}” is not recorded for a group or the branch, so not for “{name}”. Write a member’s id or name.',
  'intake.reaches-nobody-that-day':
    'On {day} no member belonged to “{name}”, so “{item}” reached nobody. Check the roster.',
  'intake.scheme-is-examples': 'These are worked examples, not a scheme. Use the scheme file “{scheme}” instead.',
  'intake.scheme-read-only':
    'The scheme “{title}” is only read and explained; it scores no member ({why}). Use a scheme that does.',
  'intake.versions-differ':
    'The scheme “{title}” is no version of the one before it (“{scheme}”, not “{first}”). List the versions of one scheme only.',
  'intake.versions-same-day': 'Two versions of the scheme “{title}” take effect on {day}. List only one of them.',
  'intake.item-not-in-force':
    'The version in force from {from} has no item “{item}”; {count} records of that time earn nothing. Check the days and the item.',
  'intake.explain-unknown': 'There is no member “{name}”. Check the id or name.',
  'intake.explain-ambiguous': '“{name}” is the name of {count} members. Use an id: {ids}.',
  'intake.out-unwritable':
    'The file “{file}” cannot be written ({detail}). Check its name, its folder and its permissions.',
  'intake.no-roster':
    'No roster is given, so category, role, group and dates of belonging are unknown. Give one with --members.',
  'intake.no-entries': 'Nothing stands under the headings of “{file}”. Fill it in and try again.',
  'intake.footer-row':
    'This row begins with “{text}” and was taken for a sum or a note, not read. If it is an entry, name the member.',
  'intake.heading-row':
    'This row looks like headings or an explanation (“{text}”) and was not read. If it is about a person, correct the name.',
  'intake.heading-below':
    'This looks like a second row of headings ({found}) that divides a column above it; it cannot be told which to take. Keep one row of headings with a name for each column.',
  'intake.formula-cell': 'The cell {cell} ({heading}) is a formula. Copy it and paste it as a value.',
  'intake.formula-column':
    'The column “{heading}” has formulas in {count} cells ({first} to {last}). Select the column, copy it and paste it as values.',
  'intake.error-cell': 'The cell {cell} ({heading}) holds the error {text}. Correct it.',
  'intake.no-member': 'This row names no member. Write the id or the name, or delete the row.',
  'intake.id-missing': '“{name}” has no id. Where there is an id column, everyone needs one.',
  'intake.digits-lost':
    'The id “{id}” is stored as a number and has lost its last digits. Set the column to text and write it again.',
  'intake.name-missing': 'The id “{id}” has no name. Write the name.',
  'intake.id-two-names': 'The id “{id}” is “{name}” here and “{other}” in row {row}. Check the ids.',
  'intake.name-twice':
    'The name “{name}” is that of row {row} too. Where people share a name, or a person has several rows, add an id column.',
  'intake.rows-overlap':
    'This row of “{name}” ({id}) overlaps row {row} in time. Correct the days, or delete the repeated row.',
  'intake.from-after-to': 'The first day {from} is after the last day {to}. Correct them.',
  'intake.last-total-twice': 'Last year’s total of “{id}” differs from row {row}. Check and keep one.',
  'intake.unknown-standing': '“{text}” under “{heading}” is no standing. Possible: {known}.',
  'intake.unknown-member': 'The roster has no “{name}”. Check the id or name, or add the person to the roster first.',
  'intake.unknown-member-near': 'The roster has no “{name}”; similar: {near}. Check the id or name.',
  'intake.ambiguous-member': '{name}: {count} people have this name, write the id.',
  'intake.name-differs': 'The id “{id}” is “{name}”, but “{text}” is written here. Check id and name.',
  'intake.not-in-branch': '“{name}” was not in the branch on {day}. Check the day, or correct the days in the roster.',
  'intake.no-group':
    '“{name}” has no group on {day}, and “{item}” counts for a whole group. Fill in the group in the roster.',
  'intake.no-item': 'This row names no item. Write the item’s name or id.',
  'intake.unknown-item': 'The scheme has no item “{item}”. Check its name or id.',
  'intake.unknown-item-near': 'The scheme has no item “{item}”; similar: {near}. Write it as the scheme does.',
  'intake.ambiguous-item': 'Several items of the scheme are called “{item}”. Write the item’s id.',
  'intake.no-day': 'This row has neither a day nor a period. Write one of them.',
  'intake.day-and-period': 'This row has both a day and a period. Keep one of them.',
  'intake.not-a-day':
    '“{text}” under “{heading}” is no day. Write it as 2026-03-05; a whole month or quarter belongs in the period column.',
  'intake.not-a-period': '“{text}” under “{heading}” is no period. Write it as 2026-03, 2026Q1 or 2026.',
  'intake.day-outside': 'The day {day} is outside the year ({from} to {to}). Check the day, or use that year’s scheme.',
  'intake.period-outside':
    'The period {period} is outside the year ({from} to {to}). Check the period, or use that year’s scheme.',
  'intake.not-a-number': '“{text}” under “{heading}” is no number. Write digits only.',
  'intake.too-large': '“{text}” under “{heading}” is more than a million. Check it.',
  'intake.too-fine': '“{text}” under “{heading}” has more than four decimals. Keep at most four.',
  'intake.negative-quantity':
    '“{text}” under “{heading}” is negative. A quantity cannot be; for a deduction choose a deduction item.',
  'intake.not-whole': '“{item}” counts whole things, but “{text}” stands under “{heading}”. Write a whole number.',
  'intake.no-level': '“{item}” needs a level. Possible: {known}.',
  'intake.unknown-level': '“{item}” has no level “{text}”. Possible: {known}.',
  'intake.no-points': '“{item}” needs judged points. Fill them in.',
  'intake.points-outside':
    'The judged points of “{item}” lie between {from} and {to}; “{text}” is written here. Correct it.',
  'intake.no-score': '“{item}” needs an outside score. Fill it in.',
  'intake.no-rater': '“{item}” needs a rater. Fill it in.',
  'intake.no-ref': '“{item}” needs a reference (such as the deciding body, number and day). Fill it in.',
  'intake.value-unread':
    '“{item}” does not read “{heading}”; “{text}” has no effect here. Told once for all such rows.',
  'intake.duplicate-row': 'This row is exactly like row {row}; both count. Delete one if it was written twice.',
  'intake.more':
    'There are {count} more problems ({errors} errors and {warnings} warnings in all). Correct those above first and try again.',
  'intake.roster-no-name': 'This row has no name. Write the name, or delete a row that is not needed.',
  'intake.name-maimed': 'In the name “{name}” a character was not kept. Write the right one and try again.',
  'intake.roster-no-kind': '“{name}” has no kind of member. Write 正式党员 or 预备党员.',
  'intake.roster-unknown-kind':
    '“{text}” under “{heading}” is no kind of member. It can be: {known}; delete the rows of people who are not members.',
  'intake.roster-too-long': '“{heading}” is longer than {most} characters. Shorten it.',
  'intake.roster-code-private':
    '“{heading}” looks like an identity or telephone number ({id}). The number is shown on pages and slips: use the branch’s own numbers, or delete the column.',
  'intake.roster-not-a-day': '“{text}” under “{heading}” is no day. Write it as 1985.06, 1985年6月 or 1985-06-01.',
  'intake.roster-month-ambiguous':
    '“{text}” under “{heading}” is kept as a number and may be January or October; it was read as January. Make the column text and check it.',
  'intake.roster-identity-lost':
    'The identity number is kept as a number (such as 4.2E+17); its last digits are lost and it cannot be checked. Make the column text and write it again.',
  'intake.roster-identity-form': 'The identity number (ending in {tail}) has not 18 characters. Check it.',
  'intake.roster-identity-check':
    'The check digit of the identity number (ending in {tail}) does not fit: at least one character is wrong. Check it.',
  'intake.roster-identity-born':
    'The day of birth within the identity number (ending in {tail}) does not exist. Check it.',
  'intake.roster-gender-differs': 'The sex “{text}” does not fit the identity number. Check it.',
  'intake.roster-born-differs': 'The day of birth {day} does not fit the identity number. Check it.',
  'intake.roster-future-day': '“{heading}”: {day} is still to come. Check it.',
  'intake.roster-too-young':
    'On the day of joining, {day}, the person was not yet eighteen. Check it and the day of birth.',
  'intake.roster-day-order':
    'The day of becoming a full member, {day}, is before that of joining, {joined}. Check both.',
  'intake.roster-confirmed-already':
    'The day of becoming a full member, {day}, has passed, and the kind is still probationary. Check the kind.',
  'intake.roster-branches':
    'The branch here is “{text}”, in row {row} it is “{other}”. One import is of one branch: keep the rows of this branch only.',
  'intake.roster-unchecked':
    '“{heading}” is a formula or an error and was not checked. The column is not kept; the import goes on.',
  'intake.roster-sheet-twice':
    '“{name}” stands in row {row} of the sheet “{sheet}”, too. If the sheets are rosters of different times, keep the latest only.',
  'intake.roster-code-twice':
    'The number “{id}” of “{name}” is that of row {row} too. Check the numbers, or delete the doubled row.',
  'intake.roster-person-twice':
    '“{name}” is the same person as in row {row} (name and identity number are equal). Delete one of the rows.',
  'intake.roster-identity-shared': '“{name}” has the identity number of “{other}” in row {row}. Check both.',
  'intake.roster-namesake':
    '“{name}” has the name of row {row} and another number; they were read as two persons. Check it.',
  'intake.looks-like-points': 'This looks like a sheet of points, not a table of facts. Import it as opening points.',
  'intake.points-sheet':
    'This is a sheet of points (“{heading}”), not of facts. Points of before this system are imported as opening points, with a column for each component; what a member brings from another branch is entered with the transfer.',
  'intake.points-sheets':
    'The sheets “{sheet}” and “{first}” both hold points. Where each is of a month, name them “1月”, “2月” and so on; of running totals keep the one of the last day.',
  'intake.points-sheet-when':
    'The sheet “{sheet}” holds points too, but not of a month that can be told. Write the month into its name, “汇总” where it is a summary, or remove the sheet.',
  'intake.points-sheet-twice':
    'The sheets “{sheet}” and “{first}” both hold the points of {period}. Check the months and keep one.',
  'intake.points-sheet-outside':
    'The sheet “{sheet}” holds the points of {period}, outside this year ({from} to {to}). Check the month, or remove the sheet.',
  'intake.points-sheet-title':
    'The title on the sheet “{sheet}” says {titled}; by the name of the sheet it was read as {period}. Check whether it was copied and left unchanged.',
  'intake.points-sheet-unread':
    'The sheet “{sheet}” is named after a month, but its headings ({found}) are not those of points. Write them as on the other months, or remove the sheet.',
  'intake.points-sheet-lacks':
    'The sheet “{sheet}” has no column “{missing}”, other months have. Add it, with 0 where there are no points; where the heading is only written otherwise, make it the same.',
  'intake.points-sheet-row':
    'The sum of “{name}” says “{text}”, the components add up to {sum}. Check the points, and whether a column was not read.',
  'intake.points-sheet-sum':
    'For “{name}” this says “{text}”, the months from {from} to {to} add up to {sum}; it cannot be told which holds. Check the months, and whether they hold running totals.',
  'intake.points-sheet-blank':
    'On the sheet “{sheet}” {count} rows are empty under “{heading}”, from this one on, and have no sum to check by. Write 0 where there are no points, or fill in the sums.',
  'intake.points-sheet-nothing':
    'On the sheet “{sheet}” these have no points: {names}. Nothing is counted for them in that month; check it.',
  'intake.points-plus':
    'The “{text}” under “{heading}” has no minus sign, and no sum shows that it is taken off. Write deductions below zero, such as -1.',
  'intake.points-member-twice':
    '“{name}” stands on this sheet already, in row {row}. Make one row of them, or tell persons of the same name apart by numbers.',
  'intake.points-sheets-same': '“{name}” stands so on the sheets {sheets} too; correct them all.',
  'intake.points-sheets-late': 'All sheets of months come after the cut-off {until}. Check the cut-off.',
  'intake.points-sheets-later': 'The sheets {sheets} come after the cut-off and were not counted.',
  'intake.points-sheets-left':
    'The sheets {sheets} are no points of a month and were not read. Nothing to do if they are unrelated.',
  'intake.points-sheets-missing':
    'The file has no points of {months}; these months count for nothing. Check whether a sheet is missing.',
  'intake.points-sheets-running':
    'The points of everybody rise from month to month, like running totals. If they are, keep the sheet of the last day alone; if not, add a sheet of sums to check by.',
  'intake.points-sheets-proved':
    '{names}: the sheets of the months from {from} to {to} ({count}) were added; the sums on “{sheet}” agree.',
  'intake.points-sheets-added':
    '{names}: the sheets of the months from {from} to {to} ({count}) were added. There is no sheet of sums to check by; make sure that each holds its own month and no running totals.',
  'intake.points-empty': '“{heading}” is empty. Fill in the points, or 0 where there are none.',
  'intake.points-total': 'The sum says “{text}”, the components add up to {sum}. Check them.',
  'intake.points-totals':
    'In {count} rows the sum is not what the components add up to. See whether a column of points was not read.',
  'intake.points-only-total':
    'The sheet has “{total}” alone; what of it is {components} cannot be told, and caps, least points and deductions are counted apart. Give each component a column of its own, as in the template; where it cannot be parted, the branch settles it first.',
  'intake.points-months':
    'The sheet has points of {count} months and does not say of which component. Add a row under the months that names the component of each column, or give each component one column with what it came to.',
  'intake.points-unproved':
    'Months are added only where the sheet has their sum, to check them by: here it has none, or a formula without its result. Fill it in; copy a formula and paste it as a value.',
  'intake.points-months-total':
    'The sum says “{text}”, the months add up to {sum}; it cannot be told which holds. See whether a column was not read ({unread}), and whether the months hold running totals.',
  'intake.points-added': '{names}: the months from {from} to {to} were added; the sums of the sheet agree.',
  'intake.points-signed':
    '“{names}” has no minus; by the sums of the sheet it is taken away, and was read as less than zero.',
  'intake.points-unchecked':
    '“{heading}” is a formula or an error and was not used for checking. The sum is not kept; this stops nothing.',
  'intake.mapping-form':
    'The mapping “{file}” must be JSON of headings and columns, such as {"现任职务": "党内职务"}. Correct it.',
  'intake.mapping-unknown':
    'In the mapping, “{text}” for “{heading}” is no column that can be read. It can be: {known}.',
  'intake.document-too-large': 'The file “{file}” is larger than {most} MB. A scheme should not be; check it.',
  'intake.document-encoding': 'The file “{file}” is not UTF-8. Save it as UTF-8 and try again.',
  'intake.document-syntax': 'This is not valid YAML ({detail}). Check indents, colons and quotes.',
  'intake.document-tab': 'A tab is used to indent. Use spaces.',
  'intake.document-indent':
    'The indent or line break is wrong here. Align the line with its neighbours, two spaces more for what is below.',
  'intake.document-mark': 'A mark is missing here, such as a quote, comma or bracket ({detail}). Add it.',
  'intake.document-deep': 'The file “{file}” nests deeper than {most} levels. Flatten it.',
  'intake.story-form': 'In the story, {where} is not as it must be: {detail}.',
  'intake.document-key': 'A key can only be a word. Correct it.',
  'intake.document-duplicate-key': 'The same key is written twice in one place. Keep one.',
  'intake.document-alias': 'Too many references (* and &), or one that points to itself. Write the content out.',
  'intake.document-tag': 'The tag “{tag}” is not allowed. Delete it.',
  'intake.document-many': 'The file “{file}” holds several documents. Keep one.',
};

import type { SlipsWords } from './office-slips.zh-CN.ts';

/** The English texts of the sign-in slips. */
export const slipsEn: SlipsWords = {
  title: 'Sign-in slips',
  lead: 'Give members their slips: they scan the QR code and set a password. A lost slip is simply replaced; the earlier one then expires.',
  recorded: 'Every slip is recorded; the member sees who issued it under “Who looked at mine”.',
  choose: 'Choose members',
  find: 'Search by name, pinyin or number',
  found: '{n} {n|person|people}, {chosen} chosen',
  without: 'Choose the {n} without an account',
  clear: 'Clear the choice',
  empty: 'Nobody is on the roster yet. Please add members to the roster first, then issue slips.',
  groups: {
    none: 'No account yet',
    new: 'Slip issued, no password set yet',
    active: 'Can sign in',
    locked: 'Account locked',
  },
  slip: {
    open: 'slip valid until {day}',
    over: 'slip expired on {day}',
    ended: 'slip used or replaced',
  },
  send: 'Issue slips ({n})',
  sending: 'Issuing: {n} of {of}',
  done: 'The slips have been issued. Please print them now.',
  sheet: {
    title: 'Slips to print',
    keep: 'The codes are shown only once, on this page. Please print now and hand each slip to its member.',
    print: 'Print',
    printed: 'Handed out, close',
    count: '{n} {n|slip|slips}, 8 to a sheet of A4',
    login: 'Sign-in name',
    code: 'Code',
    last: 'Valid until',
    qr: 'QR code for {name} to sign in',
    kind: 'Scan the code with a phone and set a password you can remember; you can then see your points and where each comes from.',
    help: 'If you have no phone, just tell the branch. It does everything for you, and it counts the same.',
  },
  leave: {
    title: 'The slips have not been printed yet',
    text: 'Once you leave this page the codes cannot be seen again, and slips not printed must be issued again.',
    stay: 'Stay and print',
    go: 'Leave without printing',
  },
};

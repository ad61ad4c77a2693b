import type { SlipsWords } from './office-slips.zh-CN.ts';

/** The English texts of the sign-in slips. */
export const slipsEn: SlipsWords = {
  title: 'Sign-in slips',
  lead: 'Give members their slips: scan the QR code, set a password, done. A lost slip is replaced; the earlier one ends.',
  recorded: 'Every slip is recorded; the member sees under “who looked at mine” who issued it.',
  choose: 'Choose members',
  find: 'Search by name, sound or number',
  found: '{n} people, {chosen} chosen',
  without: 'Choose the {n} without an account',
  clear: 'Choose nobody',
  empty: 'Nobody is on the roster yet. Take members on the roster first, then issue slips.',
  groups: {
    none: 'No account yet',
    new: 'Slip issued, no password set yet',
    active: 'Can sign in',
    locked: 'Account locked',
  },
  slip: {
    open: 'slip good until {day}',
    over: 'slip ran out on {day}',
    ended: 'slip used or replaced',
  },
  send: 'Issue slips ({n})',
  sending: 'Issuing: {n} of {of}',
  done: 'The slips are issued. Please print them now.',
  sheet: {
    title: 'Slips to print',
    keep: 'The codes are shown on this page only once. Please print now and hand each slip to its member.',
    print: 'Print',
    printed: 'Handed out, put away',
    count: '{n} slips, 8 to a sheet of A4',
    login: 'Sign-in name',
    code: 'Code',
    last: 'Good until',
    qr: 'QR code for {name} to sign in',
    kind: 'Scan the code with a telephone and set a password you can remember; then you see your points and where each comes from.',
    help: 'Without a telephone, just tell the branch. It does everything for you, and it counts the same.',
  },
  leave: {
    title: 'The slips are not printed yet',
    text: 'Once you leave this page the codes cannot be seen again. Those not printed have to be issued anew.',
    stay: 'Stay and print',
    go: 'Leave without printing',
  },
};

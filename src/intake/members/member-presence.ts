import type { Member } from '#domain/ledger/member.ts';
import { packDay } from '#intake/csv/plain-bytes.ts';

/** For each member of a roster the days yyyymmdd between which it was surely in the branch, and whether it surely had a group then. */
export class MemberPresence {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly grouped: Uint8Array;

  constructor(members: readonly Member[]) {
    this.from = new Int32Array(members.length);
    this.to = new Int32Array(members.length).fill(-1);
    this.grouped = new Uint8Array(members.length);
    members.forEach((member, index) => {
      const only = member.history.length === 1 ? member.history[0] : undefined;
      // A longer history is left to the careful reader, day by day.
      if (!only || only.standing === 'transferred' || only.standing === 'deceased') return;
      this.from[index] = packDay(only.from);
      this.to[index] = packDay(only.to);
      this.grouped[index] = only.group === undefined ? 0 : 1;
    });
  }
}

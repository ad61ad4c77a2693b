/**
 * Who acts 办理人 in a row of a state table: an office of the branch, or a part that someone has in this one matter.
 * Which roles may play which part stands in the permission table; a test holds the two equal. `clock` is time itself, no person.
 */
export type Who =
  | 'member'
  | 'voter'
  | 'declarant'
  | 'subject'
  | 'objector'
  | 'secretary'
  | 'committee'
  | 'recorder'
  | 'discipline'
  | 'verifier'
  | 'investigator'
  | 'content-reviewer'
  | 'superior'
  | 'observer'
  | 'clock';

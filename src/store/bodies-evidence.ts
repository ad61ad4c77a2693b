/** A file attached to a line 证明材料: its name, the digests (SHA-256) of the original and of what is kept, its type and size. */
export type EvidenceKept = {
  readonly name: string;
  readonly sha256: string;
  readonly kept: string;
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';
  readonly bytes: number;
};

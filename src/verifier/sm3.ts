/** Takes a block of 512 bits: the bytes that it stands in, and from where on. */
type Take = (block: Uint8Array, at: number) => void;

const START = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e] as const;

const turn = (word: number, by: number): number => (word << (by % 32)) | (word >>> (32 - (by % 32)));
const p0 = (x: number): number => x ^ turn(x, 9) ^ turn(x, 17);
const p1 = (x: number): number => x ^ turn(x, 15) ^ turn(x, 23);

/** SM3 (GB/T 32905) of a message 国密摘要 that is handed over in padded blocks: its eight words. */
export function sm3(eachBlock: (take: Take) => void): readonly number[] {
  const words: number[] = [...START];
  const w = new Int32Array(68);
  eachBlock((block, start) => {
    for (let i = 0; i < 16; i++) {
      const at = start + i * 4;
      const [b0 = 0, b1 = 0, b2 = 0, b3 = 0] = block.subarray(at, at + 4);
      w[i] = (b0 << 24) | (b1 << 16) | (b2 << 8) | b3;
    }
    const word = (i: number): number => w[i] ?? 0;
    for (let i = 16; i < 68; i++)
      w[i] = p1(word(i - 16) ^ word(i - 9) ^ turn(word(i - 3), 15)) ^ turn(word(i - 13), 7) ^ word(i - 6);
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = words;
    for (let i = 0; i < 64; i++) {
      const early = i < 16;
      const ss1 = turn((turn(a, 12) + e + turn(early ? 0x79cc4519 : 0x7a879d8a, i)) | 0, 7);
      const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
      const gg = early ? e ^ f ^ g : (e & f) | (~e & g);
      const tt1 = (ff + d + (ss1 ^ turn(a, 12)) + (word(i) ^ word(i + 4))) | 0;
      const tt2 = (gg + h + ss1 + word(i)) | 0;
      [d, c, b, a] = [c, turn(b, 9), a, tt1];
      [h, g, f, e] = [g, turn(f, 19), e, p0(tt2)];
    }
    for (const [i, one] of [a, b, c, d, e, f, g, h].entries()) words[i] = (words[i] ?? 0) ^ one;
  });
  return words;
}

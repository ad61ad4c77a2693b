import { randomBytes, randomUUID } from 'node:crypto';

/** Makes an id: a UUIDv7 of the instant, so that rows written one after the other stand together. */
export function newId(instant: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(instant, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Makes an id that tells no time 随机编号; every other id does. */
export function timelessId(): string {
  return randomUUID();
}

/** Makes the code of a board 公示牌: 160 random bits that nobody guesses, easy to read in an address. */
export function newBoardCode(): string {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz'; // no i, l, o, u: they are misread
  return [...randomBytes(32)].map((byte) => letters[byte & 31]).join('');
}

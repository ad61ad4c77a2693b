/** The limits of a file that someone attaches: its bytes, and the pixels of a picture once it is unfolded. */
export type EvidenceLimits = { readonly bytes: number; readonly pixels: number };

/** What is kept of a file, or why nothing is. */
export type ReadEvidence =
  | { readonly type: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'; readonly bytes: Buffer }
  | { readonly fault: 'too-large' | 'not-readable' };

/** No camera and no scanner makes a longer side, in pixels; one line of fifty million needs gigabytes to decode. */
const LONGEST_SIDE = 30_000;

/** A picture that takes longer to decode was made to take long. */
const SECONDS = 15;

/**
 * Reads a file that someone attaches 证明材料: a picture is decoded and encoded anew, so that place, device and whatever else hides in it are dropped; a PDF
 * is kept as it is when it looks like one from end to end. The type is that of the bytes, whatever anyone says of them.
 */
export async function readEvidence(given: Buffer, { bytes, pixels }: EvidenceLimits): Promise<ReadEvidence> {
  if (given.length > bytes) return { fault: 'too-large' };
  const format = formatOf(given);
  if (format === 'pdf') return { type: 'application/pdf', bytes: given };
  if (format === undefined) return { fault: 'not-readable' };
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  try {
    const picture = sharp(given, { limitInputPixels: pixels, failOn: 'error', pages: 1 });
    const { width, height } = await picture.metadata();
    if (Math.max(width, height) > LONGEST_SIDE) return { fault: 'too-large' };
    const kept = await picture.autoOrient().timeout({ seconds: SECONDS }).toFormat(format).toBuffer();
    return kept.length > 4 * bytes ? { fault: 'too-large' } : { type: `image/${format}`, bytes: kept };
  } catch (error) {
    const large = error instanceof Error && error.message.includes('pixel limit');
    return { fault: large ? 'too-large' : 'not-readable' };
  }
}

/** What the first bytes, and of a PDF the last, say that it is. */
function formatOf(given: Buffer): 'jpeg' | 'png' | 'webp' | 'pdf' | undefined {
  const text = given.toString('latin1', 0, 12);
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('RIFF') && text.endsWith('WEBP')) return 'webp';
  const end = given.toString('latin1', Math.max(0, given.length - 1024));
  return text.startsWith('%PDF-') && end.includes('%%EOF') ? 'pdf' : undefined;
}

import { unzipSync } from 'fflate';
import { ArchiveCheck } from '#verifier/archive-check.ts';
import { ArchiveText } from '#verifier/archive-text.ts';
import { pureHashOf } from '#verifier/digests.ts';
import { checkPackage, type PackedFiles, packageGate } from '#verifier/package-check.ts';
import type { Report } from '#verifier/report.ts';

/** Bytes read between two looks of the page at what else it has to do. */
const STEP = 256 * 1024;

const decoder = () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Lets the browser draw, and hear whoever uses the page. */
const breathe = async () => await new Promise((resolve) => setTimeout(resolve, 0));

/** Verifies a chosen file 核对文件: an archive or a package. `progress` is told the share that was read. Throws what the browser says where it cannot read. */
export async function verifyChosen(
  file: File,
  outside: string | undefined,
  progress: (share: number) => void,
): Promise<Report> {
  const begins = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const isPackage = begins[0] === 0x50 && begins[1] === 0x4b && begins[2] === 3 && begins[3] === 4;
  if (isPackage) {
    const files = unpack(new Uint8Array(await file.arrayBuffer()));
    progress(1);
    await breathe();
    return checkPackage(pureHashOf, files, outside);
  }
  const text = new ArchiveText(new ArchiveCheck(pureHashOf, outside));
  const decode = decoder();
  for (let at = 0; at < file.size; at += STEP) {
    const bytes = await file.slice(at, at + STEP).arrayBuffer();
    const last = at + STEP >= file.size;
    const piece = decoded(() => decode.decode(bytes, { stream: !last }));
    if (piece === undefined) return text.finish(true);
    if (!text.take(piece)) return text.finish();
    progress(Math.min(1, (at + STEP) / file.size));
    await breathe();
  }
  return text.finish();
}

function decoded(decode: () => string): string | undefined {
  try {
    return decode();
  } catch {
    return undefined; // no UTF-8
  }
}

/** The files of a package; one that cannot be unpacked has none, and no archive among them. */
function unpack(bytes: Uint8Array): PackedFiles {
  try {
    const files = Object.entries(unzipSync(bytes, { filter: packageGate() }));
    return new Map(files.map(([name, file]) => [name, decoded(() => decoder().decode(file)) ?? file]));
  } catch {
    return new Map();
  }
}

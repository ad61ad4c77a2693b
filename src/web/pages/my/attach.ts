import type { ActAnswer } from '#contract/endpoint.ts';
import { upload } from '#web/upload.ts';

/** Attaches a file 附件 to a line. @throws Refused, or a TypeError when nothing was reached */
export async function attach(branch: string, id: string, revision: number, file: File): Promise<ActAnswer> {
  return await upload('evidence.attach', { branch, id }, file, revision);
}

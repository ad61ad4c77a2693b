import { readFileSync } from 'node:fs';

/** The peak of this process alone, as the kernel counted it: what `resourceUsage` says may be the parent's. */
export function peak(): number {
  try {
    const [, size] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (size !== undefined) return Number(size) / 1024;
  } catch {
    // Another system than Linux: what Node knows must do.
  }
  return process.resourceUsage().maxRSS / 1024;
}

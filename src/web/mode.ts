import { useState } from 'react';

/** The sizes of text: as usual, and the two of the elder mode 大字版 (product §7). */
export const MODES = ['', 'big', 'bigger'] as const;
/** One size of text. */
export type Mode = (typeof MODES)[number];

/** The size of text on this device, and how to change it; a cookie tells the server, so that the next page comes in it at once. */
export function useMode(): [Mode, (mode: Mode) => void] {
  const [mode, setMode] = useState<Mode>(
    () => MODES.find((one) => one === document.documentElement.dataset['mode']) ?? '',
  );
  return [
    mode,
    (next) => {
      document.documentElement.dataset['mode'] = next;
      // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser that people here use
      document.cookie = `sunledger-mode=${next}; Path=/; Max-Age=31536000; SameSite=Lax`;
      setMode(next);
    },
  ];
}

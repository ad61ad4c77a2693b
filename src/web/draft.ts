import { useCallback, useState } from 'react';
import { useSession } from './query.ts';

/**
 * What a person is writing 草稿, kept on this device under the person's own name until it is sent: a reload, a lost network or an error loses nothing.
 * Answers with the value, how to change it, and how to forget it.
 */
export function useDraft<T extends object>(key: string, empty: T): [T, (change: Partial<T>) => void, () => void] {
  const { login } = useSession();
  const [first] = useState(empty);
  const place = `sunledger:draft:${login}:${key}`;
  const [value, setValue] = useState<T>(() => ({ ...empty, ...kept<T>(place) }));
  const change = useCallback(
    (part: Partial<T>) =>
      setValue((before) => {
        const next = { ...before, ...part };
        keep(place, JSON.stringify(next));
        return next;
      }),
    [place],
  );
  const forget = useCallback(() => {
    keep(place, undefined);
    setValue(first);
  }, [place, first]);
  return [value, change, forget];
}

function kept<T>(place: string): Partial<T> {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<T>;
  } catch {
    return {};
  }
}

function keep(place: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(place);
    else localStorage.setItem(place, text);
  } catch {
    // A device that keeps nothing still lets the person write.
  }
}

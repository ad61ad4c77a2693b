import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

/** Where the device keeps that keys are off. */
const PLACE = 'sunledger-keys';

/** The arrow keys are other names of two letters. */
const SAME: Readonly<Record<string, string>> = { ArrowDown: 'j', ArrowUp: 'k', '？': '?' };

/** Whether keys 快捷键 work on this device, and how to switch them; they do unless somebody switched them off. */
export function useKeysOn(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => {
    try {
      return localStorage.getItem(PLACE) !== 'off';
    } catch {
      return true;
    }
  });
  const change = useCallback((next: boolean) => {
    setOn(next);
    try {
      localStorage.setItem(PLACE, next ? 'on' : 'off');
    } catch {
      // A device that keeps nothing still switches for this visit.
    }
  }, []);
  return [on, change];
}

/** Whether somebody is writing there: then every key is a letter. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'button';
  return target.isContentEditable || target.matches('textarea, select');
}

/** A key presses the button of the page that says it does (`data-key`): what the key does is always to be seen, and only what is to be seen can be done. */
export function useKeys(place: RefObject<HTMLElement | null>, on: boolean): void {
  // As soon as the buttons can be seen their keys work.
  useLayoutEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      const key = SAME[event.key] ?? event.key.toLowerCase();
      if (!/^[a-z?]$/.test(key)) return;
      const button = place.current?.querySelector<HTMLButtonElement>(`button[data-key="${key}"]:not(:disabled)`);
      if (!button) return;
      event.preventDefault();
      if (!event.repeat || key === 'j' || key === 'k') button.click();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [place, on]);
}

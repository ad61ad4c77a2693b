import { useEffect, useRef } from 'react';
import { useText } from '#web/lang.ts';
import { sheetsWords } from '#words/web/sheets.ts';
import { openReader } from './read-picture.ts';

/** So often a picture of the camera is looked at, and so long a sheet has to be away before it counts as laid there again, in milliseconds. */
const EVERY = 150;
const AWAY = 1500;

/** The picture of the camera 相机画面, whose QR codes are told as they come into view, each once while it stays. */
export function Camera({ onText, onRefused }: { onText: (text: string) => void; onRefused: () => void }) {
  const text = useText(sheetsWords);
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onText, onRefused });
  useEffect(() => {
    told.current = { onText, onRefused };
  });
  useEffect(() => {
    const ended = new AbortController();
    void watch(video.current, ended.signal, (found) => told.current.onText(found)).catch(() => {
      if (!ended.signal.aborted) told.current.onRefused();
    });
    return () => ended.abort();
  }, []);
  return (
    <figure className="camera">
      <video ref={video} playsInline muted aria-label={text.camera} />
      <figcaption>{text.looking}</figcaption>
    </figure>
  );
}

/** Runs the camera until it is ended. @throws where the person or the machine gives none */
async function watch(video: HTMLVideoElement | null, ended: AbortSignal, tell: (text: string) => void): Promise<void> {
  if (!video) return;
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
  });
  const stop = (): void => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (ended.aborted) return stop();
  ended.addEventListener('abort', stop);
  video.srcObject = stream;
  await video.play();
  const read = await openReader();
  let [last, seen] = ['', 0];
  while (!ended.aborted) {
    const found = await read(video);
    const now = performance.now();
    if (found !== undefined && !ended.aborted) {
      if (found !== last || now - seen > AWAY) tell(found);
      [last, seen] = [found, now];
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
}

/** Whether this page may have the camera at all: browsers lend it only to a page that came over TLS or from this computer itself. */
export function hasCamera(): boolean {
  return typeof navigator.mediaDevices?.getUserMedia === 'function';
}

import { useEffect, useRef, useState } from 'react';
import { useText } from '#web/lang.ts';
import { Field } from '#web/ui/field.tsx';
import { sheetsWords } from '#words/web/sheets.ts';
import { Camera, hasCamera } from './camera.tsx';
import { openReader } from './read-picture.ts';

type Note = 'noCamera' | 'refused' | 'noQr' | 'noPicture' | 'reading';

/** Asks for a sheet 录入校验码: typed, before the camera, or from a photo of it. */
export function AskSheet({
  first = '',
  error,
  camera = false,
  onCamera,
  onText,
}: {
  first?: string;
  error?: string | undefined;
  camera?: boolean;
  onCamera: (on: boolean) => void;
  /** Says whether it was taken, so that the next can be typed; what was refused stays to be mended. */
  onText: (text: string) => Promise<boolean>;
}) {
  const text = useText(sheetsWords);
  const [typed, setTyped] = useState(first);
  const [note, setNote] = useState<Note>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error !== undefined) input.current?.select();
  }, [error]);
  const take = async (found: string): Promise<void> => {
    setNote(undefined);
    // What was typed meanwhile is the next code.
    if (await onText(found)) setTyped((now) => (now === found ? '' : now));
  };
  const taking = useRef(take);
  useEffect(() => {
    taking.current = take;
  });
  // What the address brought is looked up at once.
  useEffect(() => {
    if (first !== '') void taking.current(first);
  }, [first]);
  const readPhoto = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setNote('reading');
    const picture = await bitmapOf(file);
    if (!picture) return setNote('noPicture');
    const found = await (await openReader())(picture);
    picture.close();
    if (found === undefined) setNote('noQr');
    else await take(found);
  };
  return (
    <section className="card ask-sheet">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() === '') return;
          // The next code takes its place, as a reader in the hand types it.
          input.current?.select();
          void take(typed);
        }}
      >
        <Field label={text.code} hint={text.codeHint} error={error}>
          {(props) => (
            <input
              {...props}
              ref={input}
              className="code"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={200}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <p className="acts">
          <button type="submit" className="main" disabled={typed.trim() === ''}>
            {text.find}
          </button>
          <button
            type="button"
            aria-pressed={camera}
            onClick={() => {
              setNote(hasCamera() ? undefined : 'noCamera');
              onCamera(hasCamera() && !camera);
            }}
          >
            {camera ? text.stop : text.scan}
          </button>
          <label className="button">
            {text.photo}
            <input
              type="file"
              accept="image/*"
              className="unseen"
              onChange={(event) => {
                void readPhoto(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </label>
        </p>
      </form>
      <div role="status">{note !== undefined && <p className="waits-note">{text[note]}</p>}</div>
      {camera && (
        <Camera
          onText={(found) => void take(found)}
          onRefused={() => {
            setNote('refused');
            onCamera(false);
          }}
        />
      )}
    </section>
  );
}

/** A photo as pixels; undefined where it is no picture, or the browser is too old to take it apart. */
async function bitmapOf(file: File): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file);
  } catch {
    return undefined;
  }
}

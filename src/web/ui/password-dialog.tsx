import { useState } from 'react';
import { useWords } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { type Asking, useAsking } from './ask-password.ts';
import { Dialog } from './dialog.tsx';

/** Asks for the password again 再次输入密码, for what cannot be taken back (product §7). */
export function PasswordDialog() {
  const asking = useAsking();
  const [asked, setAsked] = useState(0);
  if (!asking) return null;
  // Each question is a form of its own: what was typed into the last one is gone.
  return <Question key={asked} {...asking} again={() => setAsked(asked + 1)} />;
}

function Question({ why, answer, again }: Asking & { again: () => void }) {
  const { ui } = useWords();
  const { login } = useSession();
  const [password, setPassword] = useState('');
  const wrong = why.code !== 'password.missing';
  return (
    <Dialog title={ui.passwordTitle} onClose={() => answer(undefined)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (password === '') return;
          answer(password);
          again();
        }}
      >
        <p id="password-why">{why.code === 'password.wrong' ? ui.passwordWrong : why.message}</p>
        <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
        <label className="field">
          {ui.password}
          <input
            type="password"
            autoComplete="current-password"
            value={password}
            maxLength={256}
            required
            aria-invalid={wrong}
            aria-describedby="password-why"
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <p className="acts">
          <button type="submit" className="main">
            {ui.confirm}
          </button>
          <button type="button" onClick={() => answer(undefined)}>
            {ui.back}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

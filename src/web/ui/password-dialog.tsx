import { useEffect, useState } from 'react';
import { useWords } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { useAsking } from './ask-password.ts';
import { Dialog } from './dialog.tsx';

/** Asks for the password again 再次输入密码, for what cannot be taken back (product §7). */
export function PasswordDialog() {
  const asking = useAsking();
  const { ui } = useWords();
  const { login } = useSession();
  const [password, setPassword] = useState('');
  useEffect(() => {
    if (asking) setPassword('');
  }, [asking]);
  if (!asking) return null;
  const { why, answer } = asking;
  const wrong = why.code !== 'password.missing';
  return (
    <Dialog title={ui.passwordTitle} onClose={() => answer(undefined)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== '') answer(password);
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

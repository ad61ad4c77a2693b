import { type ReactNode, useId } from 'react';
import { Mixed } from './mixed.tsx';

/** What a control of a field takes: its id, and what describes it. */
export type FieldProps = { readonly id: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true };

/** A field of a form 填写项: label, hint, and what is wrong with it in the rule's words, beside it. */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  children: (props: FieldProps) => ReactNode;
}) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={error === undefined ? 'field' : 'field wrong'}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {typeof hint === 'string' ? <Mixed text={hint} /> : hint}
        </p>
      )}
      {children({
        id,
        ...(described !== '' && { 'aria-describedby': described }),
        ...(error !== undefined && { 'aria-invalid': true }),
      })}
      {error !== undefined && (
        <p className="problem" role="alert" id={`${id}-error`}>
          <Mixed text={error} />
        </p>
      )}
    </div>
  );
}

/** Several choices of which one holds 单选, all of them seen at once. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
  error,
}: {
  label: string;
  value: T | undefined;
  options: readonly { readonly value: T; readonly label: ReactNode; readonly more?: ReactNode }[];
  onChange: (value: T) => void;
  error?: string | undefined;
}) {
  const name = useId();
  return (
    <fieldset
      className={error === undefined ? 'choice' : 'choice wrong'}
      {...(error !== undefined && { 'aria-describedby': `${name}-error` })}
    >
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.more !== undefined && <span className="more">{option.more}</span>}
          </span>
        </label>
      ))}
      {error !== undefined && (
        <p className="problem" role="alert" id={`${name}-error`}>
          <Mixed text={error} />
        </p>
      )}
    </fieldset>
  );
}

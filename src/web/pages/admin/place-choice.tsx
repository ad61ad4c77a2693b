import type { Role } from '#domain/permission/role.ts';
import { useText } from '#web/lang.ts';
import { Field } from '#web/ui/field.tsx';
import { adminWords } from '#words/web/admin.ts';
import { usePlaces } from './administrator.ts';

/** Which organisation is looked after 选择组织; nothing to choose where there is one alone. */
export function PlaceChoice({ held, value, onChange }: { held: Role; value: string; onChange: (id: string) => void }) {
  const { place } = useText(adminWords);
  const places = usePlaces(held);
  if (places.length < 2) return null;
  return (
    <Field label={place}>
      {(props) => (
        <select {...props} lang="zh-CN" value={value} onChange={(event) => onChange(event.target.value)}>
          {places.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

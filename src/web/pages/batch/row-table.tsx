import type { ListedMember } from '#contract/member.ts';
import { useText } from '#web/lang.ts';
import type { ItemAnswer } from '#web/pages/review/item.ts';
import { Wide } from '#web/ui/wide.tsx';
import { fill } from '#words/fill.ts';
import { batchWords } from '#words/web/batch.ts';
import type { Row } from './rows.ts';

/** The proposed lines 拟录事项, each of which can be corrected; of namesakes the one that is meant is to be chosen. */
export function RowTable({
  rows,
  people,
  items,
  change,
}: {
  rows: readonly Row[];
  people: readonly ListedMember[];
  items: readonly ItemAnswer[];
  change: (rows: readonly Row[]) => void;
}) {
  const batch = useText(batchWords);
  const put = (key: number, part: Partial<Row>): void =>
    change(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <Wide label={batch.rows}>
      <table className="table batch">
        <caption>{batch.rows}</caption>
        <thead>
          <tr>
            <th scope="col">{batch.who}</th>
            <th scope="col">{batch.item}</th>
            <th scope="col">{batch.day}</th>
            <th scope="col">{batch.amount}</th>
            <th scope="col">
              <span className="unseen">{batch.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const who = people.find(({ id }) => id === row.who);
            const unsure = row.who === '' && row.could.length > 1;
            const offered = unsure ? people.filter(({ id }) => row.could.includes(id)) : people;
            const item = items.find(({ id }) => id === row.item);
            return (
              <tr key={row.key}>
                <td>
                  <select
                    aria-label={unsure ? batch.whichOf : batch.who}
                    {...(row.who === '' && { 'aria-invalid': true })}
                    lang="zh-CN"
                    value={row.who}
                    onChange={(event) => put(row.key, { who: event.target.value })}
                  >
                    <option value="">{unsure ? batch.whichOf : ''}</option>
                    {offered.map(({ id, name, code }) => (
                      <option key={id} value={id}>
                        {name} {code}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <select
                    aria-label={batch.item}
                    {...(!item && { 'aria-invalid': true })}
                    lang="zh-CN"
                    value={row.item}
                    onChange={(event) => put(row.key, { item: event.target.value, level: '' })}
                  >
                    <option value="" />
                    {items.map(({ id, label }) => (
                      <option key={id} value={id}>
                        {label}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <input
                    type="date"
                    aria-label={batch.day}
                    value={row.day}
                    {...(row.day === '' && { 'aria-invalid': true })}
                    onChange={(event) => put(row.key, { day: event.target.value })}
                  />
                </td>
                <td>
                  <Amount row={row} item={item} put={(part) => put(row.key, part)} />
                </td>
                <td>
                  <button
                    type="button"
                    className="bare"
                    aria-label={fill(batch.removeWho, { who: who?.name ?? '' })}
                    onClick={() => change(rows.filter(({ key }) => key !== row.key))}
                  >
                    {batch.remove}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Wide>
  );
}

/** How much, or at which level, where the item asks for it. */
function Amount({ row, item, put }: { row: Row; item: ItemAnswer | undefined; put: (part: Partial<Row>) => void }) {
  const batch = useText(batchWords);
  if (item?.asks === 'level')
    return (
      <select
        aria-label={batch.amount}
        lang="zh-CN"
        {...(row.level === '' && { 'aria-invalid': true })}
        value={row.level}
        onChange={(event) => put({ level: event.target.value })}
      >
        <option value="" />
        {(item.levels ?? []).map(({ label }) => (
          <option key={label} value={label}>
            {label}
          </option>
        ))}
      </select>
    );
  if (!item || item.asks === 'nothing' || item.asks === 'yes') return <span className="soft">—</span>;
  return (
    <span className="with-unit">
      <input
        inputMode="decimal"
        autoComplete="off"
        aria-label={batch.amount}
        {...(row.amount === '' && { 'aria-invalid': true })}
        value={row.amount}
        onChange={(event) => put({ amount: event.target.value })}
      />
      <span lang="zh-CN">{item.asks === 'quantity' ? item.unit : ''}</span>
    </span>
  );
}

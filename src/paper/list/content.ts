import type { MatterRow } from './rows.ts';

/** A text in the content of a matter 事项内容; none where it has no such text. */
export function textIn({ content }: Pick<MatterRow, 'content'>, key: string): string | undefined {
  const found = content[key];
  return typeof found === 'string' ? found : undefined;
}

/** A number in the content of a matter. */
export function numberIn({ content }: Pick<MatterRow, 'content'>, key: string): number | undefined {
  const found = content[key];
  return typeof found === 'number' ? found : undefined;
}

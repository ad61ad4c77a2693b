/** A text among the content of a matter 事项内容: whatever is no text or number reads as nothing. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : '';
}

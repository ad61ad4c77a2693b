/**
 * Puts the params in the {places} of a sentence; a place without its param stays as it is written. A choice {n|one day|# days} takes the first words
 * where n is 1 and the second else, with # for the number 单复数.
 */
export function fill(sentence: string, params: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(/\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g, (place, name: string, one?: string, more = '') => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return place;
    const said = String(value);
    return one === undefined ? said : (/^[-−+]?1$/.test(said) ? one : more).replaceAll('#', () => said);
  });
}

/** A sentence as documents print it, with its places unfilled: of a choice stand the words for several. */
export function unfilled(sentence: string): string {
  return sentence.replace(/\{(\w+)\|[^{}|]*\|([^{}|]*)\}/g, (_, name: string, more: string) =>
    more.replaceAll('#', `{${name}}`),
  );
}

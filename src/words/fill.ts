/**
 * Puts the params in the {places} of a sentence; a place without its param stays as it is written.
 * A place with two words, {n:line|lines}, is the first where n is one and else the second, for languages that tell them apart.
 */
export function fill(sentence: string, params: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(
    /\{(\w+)(?::([^|{}]*)\|([^|{}]*))?\}/g,
    (place, name: string, one?: string, more?: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : undefined;
      if (value === undefined) return place;
      if (one === undefined || more === undefined) return String(value);
      return /^[-−+]?1$/.test(String(value)) ? one : more;
    },
  );
}

/** A sentence whose places stay empty 未填的句子: of two words that tell one from more stands that for more. */
export function unfilled(sentence: string): string {
  return sentence.replace(/\{\w+:[^|{}]*\|([^|{}]*)\}/g, '$1');
}

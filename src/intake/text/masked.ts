/** A text as a message may show it 遮盖: of a long number, of a person or a telephone, the last two characters alone. */
export function masked(text: string): string {
  return text
    .slice(0, 400)
    .replace(/\d(?:\.\d+)?E\+?\d+/gi, '…')
    .replace(/\d[\d -]{5,}[\dXx]/g, (long) => (long.replace(/\D/g, '').length <= 8 ? long : `…${long.slice(-2)}`))
    .slice(0, 40);
}

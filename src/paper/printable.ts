/** Controls, marks of direction and joiners and halves of characters, which hide in names copied from elsewhere; a line end is none. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** Takes out of a text what cannot be printed and what XML forbids; line ends stay, tabs become spaces. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(UNSEEN, '');
}

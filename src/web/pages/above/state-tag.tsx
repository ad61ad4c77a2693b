/** How far a matter is, in a word 办理状态; `grave` where something is to be done about it. */
export function StateTag({ text, grave = false }: { text: string; grave?: boolean }) {
  return <span className={grave ? 'state grave' : 'state'}>{text}</span>;
}

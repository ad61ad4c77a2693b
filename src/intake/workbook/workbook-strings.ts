import { scanXml, unescapeCell, type XmlListener } from './xml-scan.ts';

/** Gathers the visible text of a string with formats in it, leaving out how it is pronounced (拼音). */
export class RichText implements XmlListener {
  text: (text: string) => void = (text) => {
    this.value += text;
  };
  value = '';
  wanted = false;
  #spoken = false;

  open(name: string): void {
    if (name === 'rPh') this.#spoken = true;
    else if (name === 't') this.wanted = !this.#spoken;
  }

  close(name: string): void {
    if (name === 'rPh') this.#spoken = false;
    else if (name === 't') this.wanted = false;
  }

  /** Hands over what was gathered and begins anew. */
  take(): string {
    const { value } = this;
    this.value = '';
    return value;
  }
}

/** Reads the strings that the cells of a workbook share 共享字符串, in order. */
export function readSharedStrings(part: Buffer): readonly string[] {
  const strings: string[] = [];
  const rich = new RichText();
  scanXml(part, {
    get wanted() {
      return rich.wanted;
    },
    open: (name) => rich.open(name),
    text: (text) => rich.text(text),
    close(name) {
      rich.close(name);
      if (name === 'si') strings.push(unescapeCell(rich.take()));
    },
  });
  return strings;
}

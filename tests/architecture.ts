/** One source file: its path from the root of the project, with `/`, and its text. */
export type Source = { path: string; text: string };

/** One wall of the house: reads the files and answers with what is wrong and what to do, one sentence a fault. */
export type Rule = (files: readonly Source[]) => string[];

/** The floors and what each may import, as drawn in docs/decisions/001-one-package-floors.md. The tsconfig references say the same. */
export const floors: Record<string, readonly string[]> = {
  domain: [],
  words: ['domain'],
  contract: ['domain'],
  store: ['domain'],
  intake: ['domain', 'words'],
  verifier: ['domain', 'words'],
  paper: ['domain', 'words'],
  outbound: ['domain'],
  service: ['domain', 'words', 'contract', 'store', 'paper', 'outbound'],
  server: ['domain', 'words', 'contract', 'intake', 'service'],
  web: ['domain', 'words', 'contract', 'verifier'],
  cli: ['domain', 'words', 'contract', 'store', 'intake', 'verifier', 'paper', 'outbound', 'service', 'server'],
};

/** The rooms of the domain and what each may import: the scheme says what counts, the ledger what happened, the score what it comes to. */
export const rooms: Record<string, readonly string[]> = {
  kernel: [],
  scheme: ['kernel'],
  ledger: ['kernel'],
  permission: ['kernel'],
  calendar: ['kernel'],
  score: ['scheme', 'ledger', 'kernel'],
  process: ['scheme', 'ledger', 'score', 'kernel'],
  outcome: ['scheme', 'score', 'ledger', 'kernel'],
};

/** Floors that run anywhere: no package, no Node. */
const pure = ['domain', 'words', 'verifier'];

const comment = String.raw`\/\*[\s\S]*?\*\/|\/\/[^\n]*`;
const quoted = String.raw`'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|${'`'}(?:\\[\s\S]|[^${'`'}\\])*${'`'}`;
const regex = String.raw`(?<=[=(,:!&|?{};[\n]\s*|return\s)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*`;
const tokens = new RegExp(`(?<comment>${comment})|(?<literal>${quoted}|${regex})`, 'g');

/** The text with comments, and where asked strings and patterns, blanked; lines stay where they are. */
export function codeOf(text: string, blankLiterals: boolean): string {
  return text.replace(tokens, (token, ...rest) => {
    const groups: Record<string, string | undefined> = rest.at(-1);
    return groups['comment'] !== undefined || blankLiterals ? token.replace(/[^\n]/g, ' ') : token;
  });
}

/** What a file imports: `import … from`, `export … from`, bare and dynamic imports. */
export function importsOf(text: string): string[] {
  const bare = codeOf(text, true); // a keyword inside a string is no import
  return [...codeOf(text, false).matchAll(/\b(?:from|import)\s*\(?\s*(['"])([^'"\n]+)\1/g)]
    .filter(({ index }) => bare[index] !== ' ')
    .map((match) => match[2] ?? '');
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const floorOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1];
const roomOf = (path: string) => /^src\/domain\/([^/]+)\//.exec(path)?.[1];

/** The file that an import of our own names, from the root; undefined for a package. */
function targetOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  if (!specifier.startsWith('./')) return undefined;
  return `${from.slice(0, from.lastIndexOf('/'))}/${specifier.slice(2)}`;
}

/** Applies a check to every import of every file that is not a test. */
function eachImport(
  files: readonly Source[],
  check: (path: string, specifier: string) => string | undefined,
): string[] {
  return files.flatMap(({ path, text }) =>
    isTest(path) ? [] : importsOf(text).flatMap((specifier) => check(path, specifier) ?? []),
  );
}

/** Imports go only downward over the floors. */
export const downward: Rule = (files) =>
  eachImport(files, (path, specifier) => {
    const from = floorOf(path);
    const to = floorOf(targetOf(path, specifier) ?? '');
    if (from === undefined) return undefined;
    const allowed = floors[from];
    if (!allowed) return `${path}: there is no floor "${from}". Move the file to a floor of the house.`;
    if (to === undefined || to === from || allowed.includes(to)) return undefined;
    return `${path}: ${from} may not import ${specifier}. It may import ${allowed.join(', ') || 'nothing'}; move the code down or hand it in as a parameter.`;
  });

/** Inside the domain imports follow the order of the rooms. */
export const roomOrder: Rule = (files) =>
  eachImport(files, (path, specifier) => {
    const from = roomOf(path);
    const to = roomOf(targetOf(path, specifier) ?? '');
    if (from === undefined) return undefined;
    const allowed = rooms[from];
    if (!allowed)
      return `${path}: there is no room "${from}" in the domain. Move the file to one of ${Object.keys(rooms).join(', ')}.`;
    if (to === undefined || to === from || allowed.includes(to)) return undefined;
    return `${path}: domain/${from} may not import ${specifier}. It may import ${allowed.join(', ') || 'nothing'}; move what both need to kernel.`;
  });

/** The pure floors import no package and nothing of Node. */
export const purity: Rule = (files) =>
  eachImport(files, (path, specifier) => {
    const floor = floorOf(path) ?? '';
    if (!pure.includes(floor) || /^(#|\.\.?\/)/.test(specifier)) return undefined;
    return `${path}: ${floor} is pure and may not import "${specifier}". Do it on a higher floor and hand the result in.`;
  });

/** The domain reads no clock, draws no random number and knows no locale. (What the types of the domain already lack needs no line here.) */
export const timeless: Rule = (files) =>
  files.flatMap(({ path, text }) => {
    if (floorOf(path) !== 'domain' || isTest(path)) return [];
    const found = codeOf(text, true).match(
      /\bMath\.random\b|\bDate\s*[.(]|\bnew\s+Date\b|\bIntl\b|\.toLocale\w+|\.localeCompare\b|\bglobalThis\b/,
    );
    return found
      ? [`${path}: the domain may not use ${found[0].trim()}. Take the day, the id or the order as a parameter.`]
      : [];
  });

/** Files import by `#floor/…` or, inside their folder, by `./`, always with the extension, and never a test. */
export const importStyle: Rule = (files) =>
  files.flatMap(({ path, text }) =>
    importsOf(text).flatMap((specifier) => {
      if (specifier.startsWith('../')) return [`${path}: "${specifier}" climbs. Write it as #floor/path.ts.`];
      if (!/^(#|\.)/.test(specifier)) return [];
      if (!/\.[a-z]+(\?\w+)?$/.test(specifier))
        return [`${path}: "${specifier}" has no extension. Write the file's full name.`];
      if (isTest(specifier)) return [`${path}: "${specifier}" is a test. Move what both need to a file of its own.`];
      return [];
    }),
  );

/** No file reaches itself over its imports. */
export const noCircles: Rule = (files) => {
  const edges = new Map(
    files.map(({ path, text }) => [path, importsOf(text).flatMap((specifier) => targetOf(path, specifier) ?? [])]),
  );
  const done = new Set<string>();
  const faults: string[] = [];
  const walk = (path: string, trail: string[]) => {
    if (trail.includes(path)) {
      const circle = [...trail.slice(trail.indexOf(path)), path];
      faults.push(`${path}: imports form a circle: ${circle.join(' → ')}. Move what both need to a file below them.`);
      return;
    }
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return faults;
};

/** No rooms for leftovers and no barrels: a name says what is inside. */
export const names: Rule = (files) =>
  files.flatMap(({ path }) => {
    const part = path.split('/').find((name) => /^(utils?|shared|commons?|helpers?|misc)(\..+)?$/.test(name));
    if (part !== undefined)
      return [`${path}: "${part}" says nothing. Name the file after what it does and put it on its floor.`];
    return /\/index\.tsx?$/.test(path) ? [`${path}: no barrel files. Import the file itself and delete this one.`] : [];
  });

/** No file is longer than 400 lines. */
export const length: Rule = (files) =>
  files.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > 400 ? [`${path}: ${lines} lines. Split it by what it does; 400 is the most, 60 the aim.`] : [];
  });

/** Every export of src has a docstring directly before it; tests and pages (.tsx) are free. */
export const docstrings: Rule = (files) =>
  files.flatMap(({ path, text }) => {
    if (!path.startsWith('src/') || isTest(path) || path.endsWith('.tsx')) return [];
    const lines = text.split('\n');
    const code = codeOf(text, true).split('\n');
    const documented = new Set<string>();
    return code.flatMap((line, index) => {
      const pattern =
        /^export (?:declare |abstract )*(?:async )?(?:function\*?|const|let|type|interface|class|enum) (\w+)/;
      const name = pattern.exec(line)?.[1];
      if (name === undefined || documented.has(name)) return [];
      documented.add(name); // the overloads of one function share their docstring
      if (lines[index - 1]?.trimEnd().endsWith('*/') && docstringEnds(lines, index - 1)) return [];
      return [
        `${path}:${index + 1}: export "${name}" has no docstring. Say in one sentence what it is, with its units and clause.`,
      ];
    });
  });

/** Whether the comment that ends on this line began as a docstring. */
function docstringEnds(lines: readonly string[], end: number): boolean {
  for (let index = end; index >= 0; index--) {
    if (lines[index]?.includes('/*')) return lines[index]?.includes('/**') === true;
  }
  return false;
}

/** Nothing is typed `any`. */
export const noAny: Rule = (files) =>
  files.flatMap(({ path, text }) =>
    codeOf(text, true)
      .split('\n')
      .flatMap((line, index) =>
        /(?:[:<,|&(=]|\bas|\bsatisfies)\s*any\b(?!\s*[:(=.])/.test(line)
          ? [`${path}:${index + 1}: typed any. Name the type, or take unknown and narrow it.`]
          : [],
      ),
  );

/** Pages set words off from each other by the marks of their language, never by Chinese ones of their own. */
export const ownMarks: Rule = (files) =>
  files.flatMap(({ path, text }) =>
    !path.startsWith('src/web/') || !path.endsWith('.tsx')
      ? []
      : codeOf(text, false)
          .split('\n')
          .flatMap((line, index) => {
            const found = /[：（）；，。\u3000]/.exec(line);
            return found === null
              ? []
              : [
                  `${path}:${index + 1}: "${found[0]}" stands on English pages too. Take it from useMarks or put it into the words.`,
                ];
          }),
  );

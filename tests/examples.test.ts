import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exactPoints } from '#domain/kernel/points.ts';
import { explainScheme } from '#words/explain-scheme.ts';
import {
  addsUp,
  answer,
  askBands,
  type Example,
  exampleFiles,
  readExamples,
  readScheme,
  SCHEMES,
  scoreExample,
  wanted,
} from './examples.ts';

/** The sixteen real schemes of the survey and the worked examples that each came with, by their `case`. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  'primary-school': ['ordinary year', 'boundaries of the bands', 'veto'],
  'school-standard-60-40': ['base sheet'],
  'county-iit-bureau-20-70-10': [
    'carry-over and component cap',
    'outside-cap commendation lifts the total above 100',
    'deduction larger than the opening base',
  ],
  'foreign-affairs-office-60-open': ['above 100 with no ceiling', 'floor at 0'],
  'city-direct-units-zero-60-30-10': ['group cap bites', 'maximum'],
  'longquan-epb-pioneer-80-20': ['bonus capped, then deduction', 'floor'],
  'huaning-star': ['star bands', 'decimals fall into no band'],
  'honghe-company-quarter-25': [
    'full quarter with the group capped by its heading',
    'second theme-day absence of the year',
    'year',
  ],
  'company-70-30-quarter-mean': ['annual mean', 'manual negative range'],
  'ytu-trier-students-60-30-10': ['bonus cap then deduction', 'quota in a branch of 20', 'gap'],
  'monthly-deduction-sheet': ['month', 'group cannot fall below 0'],
  'glory-home-zero-80': [
    'unit rate and group cap',
    'group of four 5s plus per-occurrence credit is over its own full marks',
  ],
  'star-rating-reverse-deduct': ['cap and penalty', 'group goes negative'],
  'guide-60-40-worked': ["the source's own example", 'second block'],
  'qiaoxi-volunteer-hours': ['unit ratio', 'unit ratio met'],
  'secretary-clawback-formula': ['branch failed with 72 of 90', 'general branch officers'],
};

/** Compares one worked example with what the evaluator makes of it, to the last 1/10000. */
function compare(name: string, one: Example): void {
  const { scheme } = readScheme(name);
  if (!scheme) throw new Error(`${name} cannot be scored`);
  if (one.grades) {
    const asked = one.grades.map(({ total, grade, gradeReason }) => ({
      total: exactPoints(total),
      grade,
      ...(gradeReason !== undefined && { gradeReason }),
    }));
    expect(askBands(scheme, one.grades)).toEqual(asked);
  }
  if (!one.expect && !one.expectEach) return;
  const years = scoreExample(scheme, one);
  for (const { evaluation, quick } of years) {
    expect(evaluation.unknown, 'facts that the scheme does not know').toEqual([]);
    expect(addsUp(evaluation.tree), 'leaves and limits add up to the root').toBe(true);
    const { total, components, vetoed } = evaluation;
    expect(quick, 'the quick way').toEqual({ total, components: [...components.values()], vetoed });
  }
  if (one.expect) {
    const [only, ...others] = years;
    if (!only || others.length > 0) throw new Error('with several members write expectEach');
    expect(answer(only, one.expect)).toEqual(wanted(one.expect));
  }
  for (const [id, expected] of Object.entries(one.expectEach ?? {})) {
    const year = years.find(({ member }) => member.id === id);
    if (!year) throw new Error(`the example has no member ${id}`);
    expect({ [id]: answer(year, expected) }).toEqual({ [id]: wanted(expected) });
  }
}

/** A file that cannot be read fails a test of its own and leaves the others alone. */
function readOrFault(file: string) {
  try {
    return { ...readExamples(file), faults: '' };
  } catch (fault) {
    const scheme = file.replace('.examples.yaml', '.yaml');
    return { scheme, warns: [], refuses: [], examples: [], unscored: [], faults: String(fault) };
  }
}

for (const file of exampleFiles()) {
  const name = file.replace('.examples.yaml', '.yaml');
  describe(name, () => {
    const { scheme, warns, refuses, examples, unscored, faults } = readOrFault(file);
    const { problems, scheme: checked } = readScheme(name);
    const readOnly = checked?.document.readOnly !== undefined;

    test('can be read', () => expect(faults).toBe(''));

    test('is checked: no errors, and just the warnings and refusals that are known', () => {
      expect(scheme).toBe(name);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      const nodes = [...(checked?.nodes.values() ?? [])].toReversed();
      const at = (path = ''): string => nodes.find((entry) => path.startsWith(entry.path))?.node.id ?? path;
      const refused = problems.filter(({ severity }) => severity === 'refusal');
      expect(refused.map(({ path }) => at(path)).toSorted()).toEqual(refuses.toSorted());
      if (refuses.length > 0) expect(checked?.document.historical).toBe(true);
      const warned = problems.filter(({ severity }) => severity === 'warning');
      const said = warned.flatMap(({ code, path }) => {
        const short = code.replace('scheme.', '');
        return [short, `${short} ${at(path)}`];
      });
      expect(said).toEqual(expect.arrayContaining(warns));
    });

    test('can be explained in both languages', () => {
      if (!checked) throw new Error(`${name} cannot be read`);
      for (const lang of ['zh-CN', 'en'] as const) {
        const lines = explainScheme(checked, lang);
        expect(lines.join('\n')).toContain(checked.document.title);
        expect(lines.filter((line) => /\{\w+\}|undefined|NaN/u.test(line))).toEqual([]);
      }
    });

    test('has worked examples, each under a name of its own', () => {
      expect(readOnly ? unscored.length : examples.length).toBeGreaterThan(0);
      const names = examples.map((one) => one.name);
      expect(new Set(names).size).toBe(names.length);
    });

    for (const one of examples)
      test(one.clause === undefined ? one.name : `${one.name} (${one.clause})`, () => compare(scheme, one));
  });
}

describe('the schemes of the survey', () => {
  for (const [id, cases] of Object.entries(CASES)) {
    test(`${id} is here with every worked example it came with`, () => {
      const { examples, unscored } = readExamples(`${id}.examples.yaml`);
      const known = [...examples, ...unscored].flatMap((one) => one.case ?? []);
      expect(known.toSorted()).toEqual(cases.toSorted());
    });
  }

  test('every document of the folder has its worked examples', () => {
    const documents = readdirSync(SCHEMES).filter((name) => name.endsWith('.yaml') && !name.includes('.examples.'));
    const files = exampleFiles();
    const versions = new Set(files.flatMap((file) => readOrFault(file).examples.flatMap((one) => one.versions ?? [])));
    const missing = documents.filter(
      (name) => !files.includes(name.replace('.yaml', '.examples.yaml')) && !versions.has(name),
    );
    expect(missing).toEqual([]);
  });
});

import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { CheckedFile } from '../../src/findings/checked-file.ts';
import { quietly } from '../../src/findings/checked-file.ts';
import { junit as junitPieces } from '../../src/report/junit.ts';
import { checkText } from '../plans.ts';
import { HOSTILE, HOSTILE_FILES, planSaying } from './hostile.ts';
import { whole } from './whole.ts';

const junit = whole(junitPieces);

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** What services read of JUnit: the attributes of each element, and the elements in it. */
const GRAMMAR: Readonly<Record<string, { attributes: string; children: string; hasText?: true }>> = {
  testsuites: { attributes: 'errors failures name tests time', children: 'testsuite' },
  testsuite: { attributes: 'errors failures name skipped tests time', children: 'testcase' },
  testcase: { attributes: 'classname name time', children: 'failure system-out' },
  failure: { attributes: 'message type', children: '', hasText: true },
  'system-out': { attributes: '', children: '', hasText: true },
};

/** Reads XML as strictly as the standard asks, and holds it to the grammar. */
function read(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]: [string, SaxesAttributeNS]) => [
      key,
      value,
    ]);
    const element = { name, attributes: Object.fromEntries(values), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  expect(root.children.map(({ name }) => name)).toEqual(['testsuites']);
  root.children.forEach(hold);
  return root.children[0]!;
}

function hold({ name, attributes, children, text }: Element): void {
  const allowed = GRAMMAR[name]!;
  expect(Object.keys(attributes).sort().join(' ')).toBe(allowed.attributes);
  for (const child of children) expect(allowed.children.split(' ')).toContain(child.name);
  if (allowed.hasText === undefined) expect(text.trim()).toBe('');
  children.forEach(hold);
}

/** What must be true of every report; gives its suites. */
function suitesOf(files: readonly CheckedFile[]): readonly Element[] {
  const xml = junit(files);
  expect(xml).not.toContain(']]>');
  const root = read(xml);
  const count = (element: Element, name: string): number =>
    element.children.reduce((sum, child) => sum + Number(child.name === name) + count(child, name), 0);
  for (const element of [root, ...root.children]) {
    const { tests, failures, errors, time } = element.attributes;
    expect([tests, failures]).toEqual([count(element, 'testcase'), count(element, 'failure')].map(String));
    expect([errors, time, element.attributes.skipped ?? '0']).toEqual(['0', '0', '0']);
  }
  for (const { children } of root.children) {
    const names = children.map(({ attributes }) => attributes.name);
    expect(new Set(names).size).toBe(names.length);
  }
  expect(root.children).toHaveLength(files.length);
  return root.children;
}

test('an error fails, a warning passes and says what it has to say', () => {
  const plan = `week: 2026-W48
targets: { posts_per_day: 0-2, reserve: 2 }
posts:
  mon:
    - { category: branded, titel: Soup }
`;
  expect(junit([checkText(plan, 'plans/w.yaml')])).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cmplan" tests="2" failures="1" errors="0" time="0">
  <testsuite name="plans/w.yaml" tests="2" failures="1" errors="0" skipped="0" time="0">
    <testcase name="reserve (default, 2026-11-23)" classname="plans/w.yaml" time="0"><system-out>plans/w.yaml:4:3: warning: Mon 23 Nov has 1 planned post of at most 2, but the reserve keeps 2 free for unplanned posts; move or drop 1, or add unplanned: true to a post that is spontaneous
cmplan explain reserve says why</system-out></testcase>
    <testcase name="schema" classname="plans/w.yaml" time="0"><failure message="&quot;titel&quot; is not a key of a post; did you mean &quot;title&quot;?" type="cmplan.schema">plans/w.yaml:5:28: error: &quot;titel&quot; is not a key of a post; did you mean &quot;title&quot;?
cmplan explain schema says why</failure></testcase>
  </testsuite>
</testsuites>
`);
});

const CLEAN = checkText('week: 2026-W48\ntargets: { posts_per_day: 0-2 }\nposts: []\n');

test('a plan without findings has a case that passes', () => {
  const [suite] = suitesOf([CLEAN]);
  expect(suite?.children.map(({ attributes, children }) => [attributes.name, children.length])).toEqual([
    ['no findings', 0],
  ]);
});

test('one whose findings are not shown says no more than it knows', () => {
  const warned = checkText('week: 2026-W48\nposts:\n');
  expect(warned.counts).toMatchObject({ error: 0, warning: expect.any(Number) });
  expect(suitesOf([quietly(warned)])[0]?.children[0]?.attributes.name).toBe('no errors');
});

test('of nothing there is an empty report', () => {
  expect(suitesOf([])).toEqual([]);
});

test('no name has a line in it, and none changes when lines move', () => {
  const plan = '\nposts:\n  mon:\n    - { titel: a }\n    - { titel: b }\n  moon: []\n';
  const namesOf = (text: string) =>
    suitesOf([checkText(text)])[0]?.children.map(({ attributes }) => attributes.name);
  expect(namesOf(`week: 2026-W48${plan}`)).toContain('schema #2');
  expect(namesOf(`# one\n\n# two\nweek: 2026-W48${plan}`)).toEqual(namesOf(`week: 2026-W48${plan}`));
});

test('no type is one that GitLab would read the text by', () => {
  const checked = checkText('week: 2026-W48\nposts:\n  moon: []\n');
  const types = suitesOf([checked])[0]?.children.flatMap(({ children }) => children);
  expect(types?.some(({ attributes }) => attributes.type === 'cmplan.date')).toBe(true);
});

describe('whatever a plan says, it is XML', () => {
  test.each(HOSTILE)('%j', (text) => {
    const checked = planSaying(text);
    const [suite] = suitesOf([checked, CLEAN]);
    expect(suite?.children).toHaveLength(checked.findings.length);
  });

  test.each(HOSTILE_FILES)('in the file %j', (file) => {
    const [suite] = suitesOf([planSaying('x', file)]);
    if (!/[\x00-\x1f\ud800-\udfff]|##\[/u.test(file)) expect(suite?.attributes.name).toBe(file);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { plainValue } from '../../src/yaml/node.ts';
import { Lines } from '../../src/yaml/places.ts';
import { MOST_BYTES, readSource } from '../../src/yaml/source.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function problemOf(input: Uint8Array): string {
  const { text, problems } = readSource(input);
  const [problem] = problems;
  if (problem === undefined) return 'none';
  const { line, column } = new Lines(text).position(problem.range);
  return `${line}:${column} ${problem.message}`;
}

/** Another YAML library reads the same values out of what it wrote itself. */
test('values agree with another reader', () => {
  const key = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .filter((name) => name !== '__proto__' && name !== '<<');
  const { tree } = fc.letrec((tie) => ({
    scalar: fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('yes', '012', '1e3', '~', 'a: b', '# x', '- ', '09:00'),
      fc.integer(),
      fc.boolean(),
    ),
    tree: fc.oneof(
      { depthSize: 'small' },
      tie('scalar'),
      fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
      fc.dictionary(key, tie('tree'), { minKeys: 1, maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.constantFrom(20, 80), (value, lineWidth) => {
      const document = parseDocument('');
      document.contents = document.createNode(value) as never;
      const text = document.toString({ lineWidth });
      const { root, problems } = readSource(bytes(text));
      expect(problems).toEqual([]);
      expect(JSON.parse(JSON.stringify(root && plainValue(root)))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 500 },
  );
});

test('every place holds what the node says', () => {
  const text = 'a: plain\nb: "quo\\"ted"\nc: [x, {y: z}]\n';
  const { root } = readSource(bytes(text));
  const shown: string[] = [];
  const visit = (node: NonNullable<typeof root>): void => {
    shown.push(text.slice(node.start, node.end));
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.kind === 'mapping') for (const { value } of node.entries.values()) visit(value);
  };
  visit(root!);
  expect(shown).toEqual([text.trimEnd(), 'plain', '"quo\\"ted"', '[x, {y: z}]', 'x', '{y: z}', 'z']);
});

test('bytes that are not UTF-8 are at the first wrong byte', () => {
  const before = bytes('week: 2026-W48\ntitle: Кав\uFFFDа ');
  expect(problemOf(Uint8Array.from([...before, 0xff, 0x41]))).toMatch(
    /^2:14 this file is not plain text in UTF-8/,
  );
  expect(problemOf(Uint8Array.from([0xff, 0xfe, 0x61, 0x00]))).toMatch(
    /^1:1 this file is not plain text in UTF-8/,
  );
  expect(problemOf(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, 0xc3]))).toMatch(
    /^1:2 this file is not plain text in UTF-8/,
  );
});

test('a picture is not text', () => {
  expect(problemOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toMatch(
    /^1:1 this file is not plain text/,
  );
  expect(problemOf(bytes('a: b\nc: \u0000'))).toMatch(/^2:4 this file is not plain text in UTF-8/);
});

test('ten MiB are read, a byte more is not', () => {
  const line = 'x-a: b # 34567890\n';
  const comment = `#${' '.repeat(MOST_BYTES - line.length - 1)}`;
  expect(problemOf(bytes(line + comment))).toBe('none');
  expect(problemOf(bytes(`${line + comment} `))).toMatch(/^1:1 .*larger than 10 MB/);
});

test('lists may stand in one another 100 deep, in every style, and through aliases', () => {
  const flow = (depth: number) => bytes(`${'['.repeat(depth)}x${']'.repeat(depth)}`);
  expect(problemOf(flow(100))).toBe('none');
  expect(problemOf(flow(101))).toMatch(/^1:10[12] .*100 levels deep/);
  expect(problemOf(flow(100_000))).toMatch(/100 levels deep/);
  expect(problemOf(flow(100_000))).toMatch(/100 levels deep/);
  const block = (depth: number) =>
    Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
  expect(problemOf(bytes(block(100)))).toBe('none');
  expect(problemOf(bytes(block(2_000)))).toMatch(/100 levels deep/);
  const halves = `a: &a ${'['.repeat(60)}${']'.repeat(60)}\nb: ${'['.repeat(60)}*a${']'.repeat(60)}\n`;
  expect(problemOf(bytes(halves))).toMatch(/^2:64 .*100 levels deep/);
});

test('aliases may be many as long as what they stand for is bounded', () => {
  const many = `a: &a { x: 1 }\nb:\n${'  - *a\n'.repeat(20_000)}`;
  expect(problemOf(bytes(many))).toBe('none');
  const merges = `a: &a { ${Array.from({ length: 2000 }, (_, index) => `k${index}: 1`).join(', ')} }\nb:\n${'  - { <<: *a }\n'.repeat(2000)}`;
  expect(problemOf(bytes(merges))).toMatch(/more than a million values/);
});

test('merges may follow one another further than values may nest', () => {
  const chain = Array.from(
    { length: 150 },
    (_, index) => `k${index}: &k${index} { <<: *k${index - 1}, n${index}: 1 }\n`,
  );
  const text = `k-1: &k-1 { a: 1 }\n${chain.join('')}`;
  expect(problemOf(bytes(text))).toBe('none');
});

test.each(['%YAML 2.0', '%YAML', '%YAML 1.1\n%YAML 1.2', '# a comment\n%TAG !x! tag:x\n%YAML 1'])(
  'the directive %j changes nothing',
  (directive) => {
    expect(problemOf(bytes(`${directive}\n---\na: yes\n`))).toBe('none');
    expect(problemOf(bytes(`${directive}\n---\na: 1\na: 2\n`))).toMatch(
      new RegExp(`^${directive.split('\n').length + 3}:1 `),
    );
  },
);

test('long lines and many comments before a mistake do not make it hang', () => {
  for (const long of ['#'.repeat(1_000_000), `# ${'-'.repeat(1_000_000)}`, ' '.repeat(1_000_000)]) {
    expect(problemOf(bytes(`x: \n${long}\nweek`))).not.toBe('none');
    expect(problemOf(bytes(`x: 1\ny: a${long} a: b: c`))).not.toBe('none');
  }
  expect(problemOf(bytes('# comment\r\n'.repeat(100_000)))).toBe('none');
});

test('thousands of keys are read in no time', () => {
  const keys = Array.from({ length: 100_000 }, (_, index) => `k${index}: 1\n`).join('');
  expect(problemOf(bytes(keys))).toBe('none');
});

test.each([
  ['a later key beats a merge', '<<: { a: 1 }\na: 2', { a: 2 }],
  ['an earlier key beats a merge', 'a: 2\n<<: { a: 1 }', { a: 2 }],
  ['the first of several merges wins', '<<: [{ a: 1 }, { a: 2, b: 2 }]', { a: 1, b: 2 }],
  ['a merge of nothing brings nothing', 'a: 1\n<<:', { a: 1 }],
  ['a quoted << is a key like any other', '"<<": 1', { '<<': 1 }],
  [
    'a directive changes nothing',
    '%YAML 1.1\n---\na: yes\nb: 09:00\nc: 2026-11-24\nd: 012',
    { a: 'yes', b: '09:00', c: '2026-11-24', d: 12 },
  ],
  ['keys with nothing after them are left out', 'a:\nb: ~\nc: null\nd: ""', { d: '' }],
  [
    'tags of the core schema',
    'a: !!str 12\nb: !!int "7"\nc: ! yes\nd: !!bool true',
    { a: '12', b: 7, c: 'yes', d: true },
  ],
])('%s', (_, text, value) => {
  const { root, problems } = readSource(bytes(text));
  expect(problems).toEqual([]);
  expect({ ...(plainValue(root!) as object) }).toEqual(value);
});

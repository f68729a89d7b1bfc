import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readJsonRecords } from '../../src/exchange/read/json-records.ts';
import { beginsAsJson } from '../../src/exchange/read/read-schedule.ts';
import { UnreadableSchedule } from '../../src/exchange/rows.ts';
import { isPlanFile } from '../../src/workspace/plan-file.ts';

const WANTED =
  'write a list of objects, such as [{ "date": "2026-11-30", "channel": "instagram", "title": "Fresh bread" }]';

function refusalOf(text: string, list: string | null = null): string {
  try {
    readJsonRecords(text, list);
  } catch (error) {
    if (error instanceof UnreadableSchedule) return error.message;
    throw error;
  }
  return 'was read';
}
const recordsOf = (text: string) => readJsonRecords(text).records.map(({ line, cells }) => [line, ...cells]);
const cellsOf = (text: string) => readJsonRecords(text).records.map(({ cells }) => cells);

test('the list of a scheduler, with the line of each post', () => {
  const text = readFileSync('test/fixtures/trials/posts.json', 'utf8');
  expect(readJsonRecords(text)).toEqual({
    records: [
      { line: 3, cells: ['scheduledFor', 'time', 'platforms', 'topic', 'status'] },
      { line: 4, cells: ['2026-11-30', '09:00', 'instagram', 'How bread stays fresh', 'approved'] },
      { line: 5, cells: ['2026-11-30', '11:30', 'linkedin', 'We are hiring a baker', 'live'] },
      { line: 6, cells: ['', '', 'instagram\nlinkedin', "Grandmother's rye", 'idea'] },
    ],
    notes: [],
  });
});

test.each([
  [
    'a list',
    '\n[\n{"a":1},\n\n{"b":2,"a":3}]',
    [
      [2, 'a', 'b'],
      [3, '1', ''],
      [5, '3', '2'],
    ],
  ],
  [
    'a list in an object',
    '{"n":[1],"x":{"y":1},\n"posts":[{"a":1}]}',
    [
      [2, 'a'],
      [2, '1'],
    ],
  ],
  [
    'an object a line',
    '{"a":1}\n{"a":2}\n\n{"b":3}\n',
    [
      [1, 'a', 'b'],
      [1, '1', ''],
      [2, '2', ''],
      [4, '', '3'],
    ],
  ],
  [
    'tabs',
    '[\t{\t"a"\t:\t1\t}\t]\t',
    [
      [1, 'a'],
      [1, '1'],
    ],
  ],
  ['objects without names', '[{},{}]', [[1], [1], [1]]],
])('%s', (_, text, records) => {
  expect(recordsOf(text)).toEqual(records);
});

test('values are as they are written', () => {
  const values =
    '[true, false, null, 1.0, -0, 12345678901234567890, 1E+2, "", "a\\n\\"b\\" \\u00e9\\ud83c\\udf5e\\/"]';
  const names = 'abcdefghi';
  const text = `[{${values
    .slice(1, -1)
    .split(', ')
    .map((value, index) => `"${names[index]}":${value}`)
    .join(',')}}]`;
  expect(cellsOf(text)).toEqual([
    [...names],
    ['TRUE', 'FALSE', '', '1.0', '-0', '12345678901234567890', '1E+2', '', 'a\n"b" é🍞/'],
  ]);
});

test('lists have each value on its own line, objects a column for each of theirs', () => {
  const text = `[{"tags": ["a, b", "c", null, 3, true], "none": [], "media": {"url": "x", "alt": null, "sizes": [1, 2]}},
{"media": {"url": "y"}}]`;
  expect(readJsonRecords(text)).toEqual({
    records: [
      { line: 1, cells: ['tags', 'none', 'media.url', 'media.alt', 'media.sizes'] },
      { line: 1, cells: ['a, b\nc\n3\nTRUE', '', 'x', '', '1\n2'] },
      { line: 2, cells: ['', '', 'y', '', ''] },
    ],
    notes: [],
  });
});

test('what is not read is said once, at the first object that has it', () => {
  const text = `[{"a": 1, "a": 2},
{"media": {"files": [{"url": "x"}], "size": {"x": 1}}, "on": [{"name": "x"}], "mixed": ["a", []]},
{"a": 1, "a": 2, "b.c": 1, "b": {"c": 2, "c": 3}, "on": [{"name": "x"}]}]`;
  const { records, notes } = readJsonRecords(text);
  expect(records.map(({ cells }) => cells)).toEqual([
    ['a', 'b.c'],
    ['2', ''],
    ['', ''],
    ['2', '3'],
  ]);
  expect(notes).toEqual([
    { line: 1, reason: 'has "a" more than once, of which only the last is read' },
    { line: 2, reason: 'has "media.files" with objects or lists within, which are not read' },
    { line: 2, reason: 'has "media.size" with objects or lists within, which are not read' },
    { line: 2, reason: 'has "on" with objects or lists within, which are not read' },
    { line: 2, reason: 'has "mixed" with objects or lists within, which are not read' },
    { line: 3, reason: 'has "b.c" more than once, of which only the last is read' },
  ]);
});

test.each(['__proto__', 'constructor', 'toString', ''])('a name like any other: %j', (name) => {
  expect(cellsOf(`[{"${name}": 1, "x": {"${name}": 2}}]`)).toEqual([
    [name, `x.${name}`],
    ['1', '2'],
  ]);
  expect(cellsOf(`{"${name}": [{"a": 1}]}`)).toEqual([['a'], ['1']]);
});

test('of several lists one is named', () => {
  const text = '{"posts": [{"a": 1}], "ideas": [{"a": 2}], "none": [], "tags": ["a"]}';
  expect(refusalOf(text)).toBe(
    'has several lists, "posts" and "ideas"; say which one has the posts, such as --sheet posts',
  );
  expect(readJsonRecords(text, 'ideas').records.at(-1)).toEqual({ line: 1, cells: ['2'] });
  expect(refusalOf(text, 'idea')).toBe(
    'has no list named "idea"; it has "posts", "ideas", "none" and "tags"',
  );
  expect(refusalOf('{"a": 1}', 'posts')).toBe('has no list named "posts"; it has none');
});

test.each([
  ['[]', `has an empty list; ${WANTED}`],
  ['{"posts": []}', `has an empty list; ${WANTED}`],
  ['{}', `has no list of posts; ${WANTED}`],
  ['{"title": "A"}', `has no list of posts; ${WANTED}`],
  ['"A"', `has no list of posts; ${WANTED}`],
  ['["A"]', `has a list of other things than posts; ${WANTED}`],
  ['{"tags": ["A"]}', `has a list of other things than posts; ${WANTED}`],
  ['[{"a": 1}, "A"]', `has a list of other things than posts; ${WANTED}`],
  ['[[{"a": 1}]]', `has a list of other things than posts; ${WANTED}`],
  ['1 2', `has a list of other things than posts; ${WANTED}`],
])('no list of posts: %s', (text, sentence) => {
  expect(refusalOf(text)).toBe(sentence);
});

test.each([
  ['[{"a": 1},\n ]', 'line 2, column 2: delete the comma before ]'],
  ['[{"a": 1,}]', 'line 1, column 10: delete the comma before }'],
  ['[{"a": 1}\n{"a": 2}]', 'line 2, column 1: a comma (,) or ] is missing before this'],
  ['[{"a" 1}]', 'line 1, column 7: a colon (:) belongs behind the name of a value'],
  ['[{a: 1}]', 'line 1, column 3: the name of a value needs double quotation marks (")'],
  ["[{'a': 1}]", 'line 1, column 3: the name of a value needs double quotation marks (")'],
  ['[{"a": \'b\'}]', 'line 1, column 8: a text needs double quotation marks (")'],
  ['[{"a": Soup}]', 'line 1, column 8: a text needs double quotation marks (")'],
  ['[{"a": NaN}]', 'line 1, column 8: a text needs double quotation marks (")'],
  ['[{"a": }]', 'line 1, column 8: a value is missing before this'],
  ['[{"a": 01}]', 'line 1, column 9: a comma (,) or } is missing before this'],
  ['[{"a": .5}]', 'line 1, column 8: a value is missing before this'],
  ['[{"a": "b\nc"}]', 'line 1, column 10: write a line break in a text as \\n, and a tab as \\t'],
  ['[{"a": "b}]', 'line 1, column 8: the quotation mark that opens here is never closed'],
  ['[{"a": "b\\', 'line 1, column 8: the quotation mark that opens here is never closed'],
  ['[{"a": "C:\\x"}]', 'line 1, column 8: a backslash in this text has no meaning; write two (\\\\) for one'],
  ['[{"a": "\\u12"}]', 'line 1, column 8: a backslash in this text has no meaning; write two (\\\\) for one'],
  ['[{"a": 1}', 'line 1, column 10: the file ends before everything that opens is closed'],
  ['', 'line 1, column 1: the file ends before everything that opens is closed'],
  ['[{"a": 1}] // posts', 'line 1, column 12: a value is missing before this'],
])('not JSON: %j', (text, sentence) => {
  expect(refusalOf(text)).toBe(`is not JSON: ${sentence}`);
});

describe('texts that are too much', () => {
  test('lists within lists', () => {
    const sentence = 'has lists or objects nested more than 100 deep';
    expect(refusalOf('['.repeat(5_000_000))).toBe(sentence);
    expect(refusalOf('{"a":'.repeat(2_000_000))).toBe(sentence);
  });

  test('values', () => {
    expect(refusalOf(`[${'1,'.repeat(2_000_000)}1]`)).toBe(
      'has more than 1,000,000 values; export only the weeks of the plan',
    );
  });

  test('rows, columns and cells', () => {
    expect(refusalOf(`[${'{},'.repeat(100_000)}{}]`)).toBe(
      'has more than 100,000 rows; export only the weeks of the plan',
    );
    const names = (count: number, value: string) =>
      Array.from({ length: count }, (_, index) => `"${index}":${value}`).join(',');
    const wide = 'has 1001 columns, but a sheet may have at most 1000; export only those of the plan';
    expect(refusalOf(`[{${names(1_001, '1')}}]`)).toBe(wide);
    expect(refusalOf(`[{${names(1_001, '[{}]')}}]`)).toBe(wide);
    expect(refusalOf(`[{${names(1_000, '1')}}${',{}'.repeat(20_000)}]`)).toBe(
      'has more than 10,000,000 cells; export only the weeks of the plan',
    );
  });

  test('a text of 10 MB', () => {
    expect(refusalOf(`[{"a":"${'\\n'.repeat(5_000_000)}"}]`)).toBe('was read');
    expect(refusalOf(`[{"a":"${'x'.repeat(10_000_000)}`)).toContain('is never closed');
  });
});

test.each([
  ['{"week": "2026-W48", "posts": {"mon": []}}', true],
  ['{"from": "2026-11-30", "to": "2026-12-06", "posts": []}', true],
  ['{"posts": []}', false],
  ['{"week": "2026-W48"}', false],
  ['[{"week": 1, "posts": 1}]', false],
  ['{"week": 1, "posts": 1} {}', false],
  ['{"__proto__": {"week": 1, "posts": 1}}', false],
  ['{"week": 1, "posts": 1', false],
])('a plan in JSON: %s', (text, isPlan) => {
  expect(isPlanFile(Buffer.from(text), 'posts.json')).toBe(isPlan);
});

test.each([
  ['[{"a": 1}]', true],
  ['\n{\n"posts": []}', true],
  ['[]', true],
  ['{}', true],
  ['date,title', false],
  ['[draft],title', false],
  ['{date},title', false],
  ['"date","title"', false],
  ['', false],
])('begins like JSON: %s', (text, isSo) => {
  expect(beginsAsJson(Buffer.from(text))).toBe(isSo);
});

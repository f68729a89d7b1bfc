import { expect, test } from 'vitest';
import { contentLines } from '../../src/exchange/read/icalendar-lines.ts';

test('the lines of a calendar keep their numbers, and folded lines are joined', () => {
  expect(contentLines('A:1\n\nB;x=1:2\n c\n\td\n\nnothing\nC:3')).toEqual([
    { line: 1, content: 'A:1' },
    { line: 3, content: 'B;x=1:2cd' },
    { line: 8, content: 'C:3' },
  ]);
});

test('what follows a blank line after a space does not belong to the line before', () => {
  expect(contentLines('A:1\n\n B:2\n')).toEqual([
    { line: 1, content: 'A:1' },
    { line: 2, content: 'B:2' },
  ]);
  expect(contentLines(' A:1')).toEqual([{ line: 1, content: ' A:1' }]);
});

test.each([
  ['blank', '\n'],
  ['with a space', ' \n'],
  ['blank and with a space in turn', '\n \n'],
  ['without a value', 'A\n'],
])('of a million lines that are %s nothing is kept', (_, lines) => {
  expect(contentLines(`${lines.repeat(1_000_000)}A:1\n`)).toHaveLength(1);
});

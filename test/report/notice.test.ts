import fc from 'fast-check';
import width from 'fast-string-truncated-width';
import { expect, test } from 'vitest';
import { notice } from '../../src/report/notice.ts';
import { visible } from '../../src/text/escape.ts';

const WORDS = [
  'a',
  'posts_per_day:',
  'телеграм',
  '日本語',
  '42 %',
  '"x y"',
  `plans/${'deep/'.repeat(20)}w.yaml`,
];

test('further lines are indented, and no word is broken', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 120 }),
      (words, columns) => {
        const sentence = `cmplan: ${words.join(' ')}`;
        const lines = notice(sentence, columns).split('\n');
        expect(lines.map((line) => line.trim()).join(' ')).toBe(sentence);
        expect(lines.slice(1).filter((line) => !/^ {2}\S/.test(line))).toEqual([]);
        const tooWide = lines.filter((line) => width(line).width > columns);
        expect(tooWide.filter((line) => line.trim().replace(/ %/g, '%').includes(' '))).toEqual([]);
      },
    ),
  );
});

test('a sentence that fits is one line', () => {
  expect(notice('cmplan: there is no rule "mxi"; did you mean "mix"?', 80)).not.toContain('\n');
});

test('no further line is a command for a runner', () => {
  const sentence = visible(`cmplan: ${'x '.repeat(20)}::error::forged ##[group]`);
  expect(notice(sentence, 48)).not.toMatch(/^\s*::|##\[/m);
});

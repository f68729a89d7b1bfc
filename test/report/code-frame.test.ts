import fc from 'fast-check';
import width from 'fast-string-truncated-width';
import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../src/report/pretty/code-frame.ts';
import { Lines } from '../../src/yaml/places.ts';
import { searchedBy } from '../searched.ts';

/** Leaves 35 for the line. */
const COLUMNS = 42;

/** The frame of what stands between « and » in the text, which are taken out. */
function frameOf(marked: string, columns = COLUMNS): string {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = marked.replace('«', '').replace('»', '');
  return frameOfRange(text, start, end, columns);
}

function frameOfRange(text: string, start: number, end: number, columns = COLUMNS): string {
  const style = { margin: 4, columns, linesAbove: 0, dim: String, mark: String };
  return codeFrame(new Lines(text), new Lines(text).position({ start, end }), style).join('\n');
}

const FRAME = `
   3 │ - { channel: telegramm, time: "9" }
     │              ^^^^^^^^^`.slice(1);

test.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
])('shows the line without its indentation, and carets below the place (%s)', (_, lineBreak) => {
  const lines = ['posts:', '  mon:', '    - { channel: «telegramm», time: "9" }  ', '  tue:', ''];
  expect(frameOf(lines.join(lineBreak))).toBe(FRAME);
});

test('the last line needs no break', () => {
  expect(frameOf('\n\n- { channel: «telegramm», time: "9" }')).toBe(FRAME);
});

describe('carets stand below the place, however wide what is before it', () => {
  test.each([
    ['Cyrillic', 'title: Кава, chanel: x', 'chanel', '             ^^^^^^'],
    ['an emoji', 'title: 🍲☕, chanel: x', 'chanel', '             ^^^^^^'],
    ['a joined emoji', 'title: 👩‍👩‍👧, chanel: x', 'chanel', '           ^^^^^^'],
    ['CJK', 'title: 日本語, chanel: x', 'chanel', '               ^^^^^^'],
    ['a combining accent', 'title: Cafe\u0301, chanel: x', 'chanel', '             ^^^^^^'],
    ['Hangul in pieces', 'title: \u1112\u1161\u11ab, chanel: x', 'chanel', '           ^^^^^^'],
    ['a non-joiner', 'title: می\u200cخواهم, chanel: x', 'chanel', '                ^^^^^^'],
    ['CJK in the place', 'title: 日本語, chanel: x', '日本語', '       ^^^^^^'],
    ['an emoji in the place', 'title: a🍲', 'a🍲', '       ^^^'],
  ])('%s', (_, line, place, carets) => {
    const start = line.indexOf(place);
    const frame = frameOfRange(line, start, start + place.length);
    expect(frame).toBe(`   1 │ ${line}\n     │ ${carets}`);
  });

  test('a tab counts as one space', () => {
    expect(frameOf('a:\t\t«b» c')).toBe('   1 │ a:  b c\n     │     ^');
  });

  test('a tab in the indentation can be the place', () => {
    expect(frameOf('  «\t»- a')).toBe('   1 │  - a\n     │ ^');
  });

  test('what would not be seen is written out', () => {
    expect(frameOf('a\x1b: «b\u202ec» \u2028d')).toBe(
      '   1 │ a\\u001b: b\\u202ec \\u2028d\n     │          ^^^^^^^^',
    );
  });

  test('half a surrogate pair stands for the whole character', () => {
    expect(frameOfRange('a: 🍲 b', 3, 4)).toBe('   1 │ a: 🍲 b\n     │    ^^');
    expect(frameOfRange('a: 🍲 b', 4, 5)).toBe('   1 │ a: 🍲 b\n     │    ^^');
  });
});

describe('a place without any width has one caret', () => {
  test('within the line', () => {
    expect(frameOf('a: «»b')).toBe('   1 │ a: b\n     │    ^');
  });

  test.each(['\n', '\r\n', ''])('at the end of the line %j', (lineBreak) => {
    expect(frameOf(`a: b«»${lineBreak}`)).toBe('   1 │ a: b\n     │     ^');
  });

  test.each(['\n', '\r\n', '\r'])('on the line break %j', (lineBreak) => {
    expect(frameOf(`a: b«${lineBreak}»c: d`)).toBe('   1 │ a: b\n     │     ^');
  });
});

describe('a line longer than the room is cut around the place', () => {
  test('at its end', () => {
    expect(frameOf('- { «titel»: one two three four five six seven }')).toBe(
      '   1 │ - { titel: one two three four five…\n     │     ^^^^^',
    );
  });

  test('at its beginning', () => {
    expect(frameOf('- { title: one two three four five six, «titel»: x }')).toBe(
      '   1 │ …wo three four five six, titel: x }\n     │                          ^^^^^',
    );
  });

  test('at both sides', () => {
    expect(frameOf('- { title: one two three four five six, «titel»: seven eight nine }')).toBe(
      '   1 │ …e four five six, titel: seven eig…\n     │                   ^^^^^',
    );
  });

  test('where the place itself is longer', () => {
    expect(frameOf('- «{ title: one two three four five six seven }» # x')).toBe(
      `   1 │ - { title: one two three four fiv…\n     │   ${'^'.repeat(32)}`,
    );
  });

  test('between characters, never within one', () => {
    expect(frameOf(`a: ${'🍲'.repeat(30)}«b»`)).toMatch(/^ {3}1 │ …(?:🍲)+b$/m);
    expect(frameOf(`«b»${'👩‍👩‍👧'.repeat(30)}`)).toMatch(/^ {3}1 │ b(?:👩‍👩‍👧)+…$/m);
    expect(frameOf(`«b»${'𠀀'.repeat(300)}`)).not.toContain('\\u');
    expect(frameOf(`${'𠀀'.repeat(300)}«b»`)).not.toContain('\\u');
  });

  test('without looking at all of a huge one', () => {
    const filling = 'x'.repeat(5 * 1024 ** 2);
    const line = `${filling}here${filling}`;
    const lineAt = new Lines(line);
    const position = { line: 1, column: filling.length + 1, endLine: 1, endColumn: filling.length + 5 };
    const style = { margin: 4, columns: COLUMNS, linesAbove: 0, dim: String, mark: String };
    const searched = searchedBy(() =>
      expect(codeFrame(lineAt, position, style)).toEqual([
        `   1 │ …${'x'.repeat(18)}here${'x'.repeat(11)}…`,
        `     │ ${' '.repeat(19)}^^^^`,
      ]),
    );
    expect(searched.length).toBeGreaterThan(0);
    expect(Math.max(...searched)).toBeLessThan(1000);
  });
});

describe('a place over several lines', () => {
  test('is marked in the gutter', () => {
    expect(frameOf('posts:\n    - «a: 1\n      b:\n        c: 2»\n')).toBe(
      '   2 > - a: 1\n   3 >   b:\n   4 >     c: 2',
    );
  });

  test('shows its first three lines', () => {
    expect(frameOf('  - «a: 1\r\n\r\n    c: 3\r\n    d: 4»\r\n')).toBe(
      '   1 > - a: 1\n   2 >\n   3 >   c: 3\n     > …',
    );
  });

  test('ends before a line of which it takes nothing', () => {
    expect(frameOf('a: «b\n»c: d')).toBe('   1 │ a: b\n     │    ^');
    expect(frameOf('«a:\n  b\n»c: d')).toBe('   1 > a:\n   2 >   b');
  });

  test('is shown from where it begins', () => {
    const frame = frameOf(`a: ${'x'.repeat(200)} «{ b: 1,\n${'c'.repeat(200)} }»`);
    expect(frame).toBe(`   1 > …${'x'.repeat(26)} { b: 1,\n   2 > ${'c'.repeat(34)}…`);
  });
});

test.each(['«posts»:', '  «tue»:  ', '«»', '«\n»', '  «»\n', '\n  «\n»\n', '« \n \n »'])(
  'no frame says nothing new: %j',
  (text) => {
    expect(frameOf(text)).toBe('');
  },
);

test('a key with something beside it is shown', () => {
  expect(frameOf('«posts»: []')).not.toBe('');
  expect(frameOf('- «posts»:')).not.toBe('');
});

test('a terminal that is too narrow gets none', () => {
  expect(frameOf('- «a» b', 26)).toBe('');
  expect(frameOf('- «a» b', 27)).not.toBe('');
});

const PIECES = ['a', ' ', 'кава', '日本', '🍲', '\t', '\u202e', 'e\u0301', '\n', '\r\n', '\ud800', '𠀀'];

test('no frame is wider than it may be, or ends in spaces', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 10, max: 130 }),
      (text, one, other, columns) => {
        const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort(
          (a, b) => a - b,
        );
        const lines = frameOfRange(text, start, end, columns).split('\n');
        for (const line of lines) {
          expect(width(line).width).toBeLessThanOrEqual(columns);
          expect(line).toBe(line.trimEnd());
        }
      },
    ),
    { numRuns: 2000 },
  );
});

import { expect, test } from 'vitest';
import { edited } from '../../src/yaml/edits.ts';
import { Lines } from '../../src/yaml/places.ts';
import { readText } from '../../src/yaml/source.ts';
import { weekOf42, withLines } from './weeks.ts';

/** A plan with one mistake, and the one finding about it. */
interface Case {
  readonly name: string;
  readonly lines: readonly string[];
  /** The line (from 1) of the finding. */
  readonly line: number;
  readonly message: string;
  /** What only the reader can decide has no edits to try. */
  readonly isForTheReader?: true;
}

const BRACES = weekOf42('braces');
const LINES = weekOf42('lines');

const CONFLICT =
  'git could not merge two versions here; keep the lines of one version, and delete those of the other, along with the lines <<<<<<<, ======= and >>>>>>>';

const CASES: readonly Case[] = [
  {
    name: 'a conflict within a post in lines of its own',
    lines: withLines(
      LINES,
      7,
      1,
      '<<<<<<< HEAD',
      '      category: branded',
      '=======',
      '      category: functional',
      '>>>>>>> other',
    ),
    line: 7,
    message: CONFLICT,
    isForTheReader: true,
  },
  {
    name: 'a conflict that shows what both sides came from',
    lines: withLines(
      LINES,
      6,
      2,
      '<<<<<<< HEAD',
      '    - time: "09:30"',
      '      category: branded',
      '||||||| 1234567',
      '    - time: "09:15"',
      '      category: branded',
      '=======',
      '    - time: "09:45"',
      '      category: functional',
      '>>>>>>> other',
    ),
    line: 6,
    message: CONFLICT,
    isForTheReader: true,
  },
  ...[BRACES, LINES].flatMap((plan): Case[] => {
    const style = plan === BRACES ? 'braces' : 'lines';
    const tuesday = plan.indexOf('  tue:') + 1;
    return [
      {
        name: `a day at the beginning of its line, over posts in ${style}`,
        lines: withLines(plan, tuesday, 1, 'tue:'),
        line: tuesday,
        message: 'this line begins with no spaces; begin it with two, like line 5',
      },
      {
        name: `the first day at the beginning of its line, over posts in ${style}`,
        lines: withLines(plan, 5, 1, 'mon:'),
        line: 5,
        message: `this line begins with no spaces; begin it with two, like line ${tuesday}`,
      },
      {
        name: `a word behind posts, over posts in ${style}`,
        lines: withLines(plan, 4, 1, 'posts: x'),
        line: 4,
        message:
          '"x" cannot be here, because what belongs to "posts" is on the lines below; write nothing after "posts:"',
      },
      {
        name: `words behind a day, over posts in ${style}`,
        lines: withLines(plan, tuesday, 1, '  tue: six of them'),
        line: tuesday,
        message:
          '"six of them" cannot be here, because what belongs to "tue" is on the lines below; write nothing after "tue:"',
      },
      {
        name: `posts left out, over posts in ${style}`,
        lines: withLines(plan, 4, 1),
        line: 4,
        message: '"posts:" is missing above the first day; write it on a line of its own above this one',
      },
      {
        name: `a day without its colon, over posts in ${style}`,
        lines: withLines(plan, tuesday, 1, '  tue'),
        line: tuesday,
        message: 'a colon is missing after "tue"; write tue:',
      },
      {
        name: `the first day without its colon, over posts in ${style}`,
        lines: withLines(plan, 5, 1, '  mon'),
        line: 5,
        message: 'a colon is missing after "mon"; write mon:',
      },
      {
        name: `a day with a semicolon, over posts in ${style}`,
        lines: withLines(plan, tuesday, 1, '  tue;'),
        line: tuesday,
        message: 'a colon is missing after "tue", where a semicolon is; write tue:',
      },
      {
        name: `posts with a semicolon, over posts in ${style}`,
        lines: withLines(plan, 4, 1, 'posts;'),
        line: 4,
        message: 'a colon is missing after "posts", where a semicolon is; write posts:',
      },
      {
        name: `a first line further right, over posts in ${style}`,
        lines: withLines(plan, 1, 1, '  week: 2026-W49'),
        line: 1,
        message: 'this line begins with two spaces; begin it with no spaces, like line 2',
      },
    ];
  }),
  {
    name: 'a key at the beginning of its line',
    lines: withLines(LINES, 7, 1, 'category: branded'),
    line: 7,
    message: 'this line begins with no spaces; begin it with six, so that "category" is right under "time"',
  },
  {
    name: 'a key that the plan may have too, at the beginning of its line',
    lines: withLines(LINES, 8, 1, 'title: Post 1'),
    line: 8,
    message: 'this line begins with no spaces; begin it with six, so that "title" is right under "time"',
  },
  {
    name: 'a dash before a key',
    lines: withLines(LINES, 7, 1, '      - category: branded'),
    line: 7,
    message: 'this line continues the post above it, so it needs no dash; delete the dash',
  },
  {
    name: 'dashes before all keys',
    lines: withLines(LINES, 7, 2, '      - category: branded', '      - title: Post 1'),
    line: 7,
    message:
      'this line continues the post above it, so it needs no dash; delete the dash, and the dash of 1 line below it too',
  },
  {
    name: 'no-break spaces before a post',
    lines: withLines(BRACES, 7, 1, BRACES[6]?.replace('    ', '\u00a0'.repeat(4)) ?? ''),
    line: 7,
    message:
      'there is a no-break space at the start of this line; begin the line with exactly four spaces, like line 6',
  },
  {
    name: 'a tab before a key of the plan',
    lines: withLines(BRACES, 2, 1, '\ttimezone: Europe/Kyiv'),
    line: 2,
    message: 'there is a tab at the start of this line; begin the line with exactly no spaces, like line 1',
  },
  {
    name: 'a post in braces on two lines, the second at the beginning of its line',
    lines: withLines(BRACES, 7, 1, '    - { time: "11:30", category: branded,', 'title: Post 2 }'),
    line: 8,
    message: 'this line is inside brackets that open above it; begin it with six spaces',
  },
  ...[2, 6].flatMap((column): Case[] =>
    [6, 28].map((line) => ({
      name: `a dash alone ${column} spaces in, in line ${line}`,
      lines: withLines(LINES, line, 1, `${' '.repeat(column)}-`, LINES[line - 1]?.replace('- ', '  ') ?? ''),
      line,
      message: `this line begins with ${column === 2 ? 'two' : 'six'} spaces; begin it with four, like line ${line === 6 ? 10 : 25}`,
    })),
  ),
  ...[0, 6].map((column): Case => {
    const lines = ['Five soups for a cold week', 'Soup one: borscht'].map(
      (line) => ' '.repeat(column) + line,
    );
    return {
      name: `a text in lines of its own that begins ${column} spaces in`,
      lines: withLines(LINES, 9, 0, '      text: |', ...lines),
      line: 10,
      message:
        'this line belongs to "text" above it; begin it with eight spaces, two more than "text", and 1 line below it too',
    };
  }),
  {
    name: 'an apostrophe that a title begins with',
    lines: withLines(LINES, 8, 1, "      title: 'Twas the night"),
    line: 8,
    message: `the apostrophe at the start of the title opens a quotation, so the whole text needs quotation marks; write title: "'Twas the night"`,
  },
  {
    name: 'a curly quotation mark that closes a straight one',
    lines: withLines(LINES, 6, 1, '    - time: "15:30\u201d'),
    line: 6,
    message: 'the quotation mark after "time:" is closed with a curly one; write time: "15:30"',
  },
  {
    name: 'a square bracket for a brace',
    lines: withLines(BRACES, 7, 1, '    - { time: "11:30", category: branded, status: approved ]'),
    line: 7,
    message: 'a bracket { cannot be closed with ]; write } instead',
  },
  {
    name: 'two braces behind words',
    lines: withLines(BRACES, 7, 1, '    - { time: "11:30", category: branded, status: approved }}'),
    line: 7,
    message: 'there is one closing bracket too many at the end of this line; delete the last }',
  },
  ...['time "11:30"', 'time = "11:30"', 'time\uff1a"11:30"'].map((time): Case => {
    return {
      name: `${time} in a line of its own`,
      lines: withLines(LINES, 9, 1, `    - ${time}`),
      line: 9,
      message: 'a colon is missing after "time"; write time: "11:30"',
    };
  }),
  {
    name: 'a comma that is missing in a hold',
    lines: withLines(BRACES, 4, 0, 'hold: { from: 2026-12-03, to: 2026-12-04 reason: x }'),
    line: 4,
    message: 'a comma is missing after "2026-12-04"; write "2026-12-04, reason"',
  },
  ...['targets: { mix: branded: 30, functional: 70 }', 'targets:\n  mix: branded: 30, functional: 70'].map(
    (targets): Case => ({
      name: `a mix without braces in ${targets.includes('{') ? 'braces' : 'a line of its own'}`,
      lines: withLines(BRACES, 4, 0, ...targets.split('\n')),
      line: targets.includes('{') ? 4 : 5,
      message: 'the shares of the mix need brackets around them; write mix: { branded: 30, functional: 70 }',
    }),
  ),
  {
    name: 'a comma behind a key on a line of its own',
    lines: withLines(LINES, 6, 1, '    - time: "09:30",'),
    line: 6,
    message: 'each key is on its own line here, so no comma is needed after "09:30"; delete the comma',
  },
  {
    name: 'no space behind the colon of a key of the plan',
    lines: withLines(BRACES, 1, 1, 'week:2026-W49'),
    line: 1,
    message: 'a space is missing after "week:"; write week: 2026-W49',
  },
];

test.each(CASES)('$name has one finding, at its line', ({ lines, line, message, isForTheReader }) => {
  const text = `${lines.join('\n')}\n`;
  const { problems } = readText(text);
  const places = new Lines(text);
  const told = problems.map((problem) => ({
    line: places.position(problem.range).line,
    message: problem.message,
  }));
  expect(told).toEqual([{ line, message }]);
  if (isForTheReader) return;
  const mended = edited(text, problems[0]?.mend ?? []);
  expect(readText(mended).problems).toEqual([]);
});

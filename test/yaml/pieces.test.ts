import { expect, test } from 'vitest';
import { checkPlan } from '../../src/index.ts';
import { weekOf42, withLines } from './weeks.ts';

const TEXT = 'if it is part of the text before the comma, put that whole text in straight quotes:';

test.each([
  [
    'time: "11:30", category:functional, title: A',
    '"category:functional" has no space after its colon; add one',
  ],
  [
    'time: "11:30", category functional, title: A',
    '"category functional" is read as a key without a value; write category: functional',
  ],
  [
    'time: "11:30", categry:functional, title: A',
    '"categry:functional" is read as a key without a value; write category: functional',
  ],
  [
    'time "11:30", category: functional, title: A',
    '"time "11:30"" is read as a key without a value; write time: "11:30"',
  ],
  [
    'time = 11:30, category: functional, title: A',
    '"time = 11:30" is read as a key without a value; write time: 11:30',
  ],
  [
    'time\uff1a11:30, category: functional, title: A',
    '"time\uff1a11:30" is read as a key without a value; write time: 11:30',
  ],
  [
    'time: "11:30", category: functional, title Post 2',
    `"title Post 2" has no colon after it; if it is a key, write title: Post 2; ${TEXT} "functional, title Post 2"`,
  ],
])('of { %s } one thing is said', (post, message) => {
  const lines = withLines(weekOf42('braces'), 7, 1, `    - { ${post} }`);
  const { findings } = checkPlan(`${lines.join('\n')}\n`);
  expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([{ line: 7, message }]);
});

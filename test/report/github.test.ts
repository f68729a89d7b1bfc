import { describe, expect, test } from 'vitest';
import { checkedFile, quietly } from '../../src/findings/checked-file.ts';
import { github as githubPieces } from '../../src/report/github.ts';
import { plain as plainPieces } from '../../src/report/plain.ts';
import { Source } from '../../src/yaml/source.ts';
import { checkText } from '../plans.ts';
import { HOSTILE, HOSTILE_FILES, planSaying } from './hostile.ts';
import { commandsIn } from './runner.ts';
import { VIEW, viewFrom } from './view.ts';
import { whole } from './whole.ts';

const plain = whole(plainPieces);

const github = whole(githubPieces);

const PLAN = `week: 2026-W48
targets: { posts_per_day: 0-2, reserve: 2, mix: { a: 50, b: 50 } }
posts:
  mon:
    - { category: a, titel: Soup }
    - format: none
      title: Stew
`;

test('an annotation for each finding, then the plain lines', () => {
  const checked = checkText(PLAN, 'plans/w.yaml');
  expect(github([checked], viewFrom('content/'))).toBe(`\
::warning file=content/plans/w.yaml,line=4,endLine=4,col=3,endColumn=6,title=cmplan%3A reserve::Mon 23 Nov has 2 planned posts of at most 2, but the reserve keeps 2 free for unplanned posts; move or drop 2, or add unplanned: true to a post that is spontaneous%0Acmplan explain reserve says why
::error file=content/plans/w.yaml,line=5,endLine=5,col=22,endColumn=27,title=cmplan%3A schema::"titel" is not a key of a post; did you mean "title"?%0Acmplan explain schema says why
::error file=content/plans/w.yaml,line=6,endLine=7,title=cmplan%3A category::this post has no category, and the format "none" implies none; add one, such as category: a (or b)%0Acmplan explain category says why
${plain([checked])}`);
});

test('an info is a notice', () => {
  expect(github([planSaying('x')], VIEW)).toMatch(/^::notice .*posts-per-day::/m);
});

test('files are named from the root of the repository', () => {
  const fileOf = (file: string, folder: string) =>
    commandsIn(github([checkText('posts: 1', file)], viewFrom(folder)))[0]?.properties.file;
  expect(fileOf('../plans/w.yaml', 'content/a/')).toBe('content/plans/w.yaml');
  expect(fileOf('./w.yaml', '')).toBe('w.yaml');
});

test('standard input has no file to point into', () => {
  expect(github([checkText('posts: 1', '-')], viewFrom('content/'))).toMatch(
    /^::error title=cmplan%3A schema::1:1: the plan /,
  );
});

test('a place that ends with its line keeps to the line', () => {
  const [finding] = checkText('week: 2026-W48\nposts: [\n').findings;
  const whole = { ...finding!, file: 'w.yaml', line: 1, column: 5, endLine: 2, endColumn: 1 };
  expect(github([checkedFile('w.yaml', new Source('', null), null, [whole])], VIEW)).toMatch(
    /^::error file=w.yaml,line=1,endLine=1,col=5,title=/,
  );
});

test('of nothing there is nothing', () => {
  expect(github([], VIEW)).toBe('');
  expect(github([checkText('week: 2026-W48\nposts:\n')].map(quietly), VIEW)).toBe('');
});

describe.each(HOSTILE)('a plan that says %j', (text) => {
  test('is read by the runner as it was meant', () => {
    const checked = planSaying(text);
    const commands = commandsIn(github([checked], VIEW));
    expect(commands.map(({ data }) => data.split('\n').length)).toEqual(checked.findings.map(() => 2));
    expect(commands.map(({ properties: { title, line } }) => [title, line])).toEqual(
      checked.findings.map(({ rule, line }) => [`cmplan: ${rule}`, String(line)]),
    );
  });
});

test.each(HOSTILE_FILES)('a file called %j is one property', (file) => {
  for (const { properties } of commandsIn(github([planSaying('x', file)], VIEW))) {
    expect(Object.keys(properties).filter((key) => !/^(?:end)?(?:line|col(?:umn)?)$/i.test(key))).toEqual([
      'file',
      'title',
    ]);
    if (/^[\w ]+\.yaml$/.test(file)) expect(properties.file).toBe(file);
  }
});

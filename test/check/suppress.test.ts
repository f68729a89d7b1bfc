import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPlan, DEFAULT_TERMS } from '../../src/check/check-plan.ts';
import { RULE_NAMES } from '../../src/rules/index.ts';
import { readSource } from '../../src/yaml/source.ts';
import { checkText } from '../plans.ts';

const ERR = new URL('../golden/err/', import.meta.url);
const plans = readdirSync(ERR)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, readFileSync(new URL(name, ERR))] as const)
  // What is suppressed already would be found elsewhere, and what is no YAML has no comments.
  .filter(([name, bytes]) => {
    const isReadable = checkPlan(bytes, name).findings.every(({ rule }) => rule !== 'syntax');
    return isReadable && !bytes.includes('cmplan-disable');
  });
const { settable, structural } = RULE_NAMES;
const ready = { ...DEFAULT_TERMS, ready: true };

/** Whether a comment can be put behind a line: none where a comment or a text goes on. */
const takesComment = (line: string) => {
  return !/#|[|>][-+]?$/.test(line) && (line.match(/"/g) ?? []).length % 2 === 0;
};

describe.each(plans)('%s', (name, bytes) => {
  const { findings } = checkPlan(bytes, name, ready);
  const { text } = readSource(bytes);
  const lines = text.split('\n');
  const suppressible = findings.filter(({ rule, line }) => {
    return settable.includes(rule) && takesComment(lines[line - 1] ?? '');
  });

  test('has no finding that can be suppressed below a comment for the file', () => {
    const head = `# cmplan-disable-file ${settable.join(', ')} -- a test\n`;
    const left = checkText(head + text, name, ready).findings;
    expect(left.map(({ rule, message }) => [rule, message])).toEqual(
      findings.filter(({ rule }) => structural.includes(rule)).map(({ rule, message }) => [rule, message]),
    );
  });

  test('has each of them back under --no-inline, and none about comments', () => {
    const head = `# cmplan-disable-file ${settable.join(', ')}, nonsense\n`;
    const terms = { ...ready, inline: false };
    const rulesOf = (plan: string) => checkText(plan, name, terms).findings.map(({ rule }) => rule);
    expect(rulesOf(head + text)).toEqual(rulesOf(text));
  });

  test.each(suppressible.map((finding, index) => [index, finding] as const))(
    'has finding %i no more where a comment stands behind its line',
    (_, { rule, line }) => {
      const commented = lines.with(line - 1, `${lines[line - 1]?.trimEnd()} # cmplan-disable-line ${rule}`);
      const after = checkText(commented.join('\n'), name, ready).findings;
      expect(after).toEqual(findings.filter((other) => other.rule !== rule || other.line !== line));
    },
  );
});

const HEAD = 'week: 2026-W48\ntargets: { posts_per_day: 0-9, hours: "09:00-21:00" }\nposts:\n';
const said = (posts: string) => checkText(HEAD + posts).findings.map(({ message }) => message);

describe('says', () => {
  test.each([
    [
      'which rule was meant',
      '  # cmplan-disable-next-line huors\n',
      ['there is no rule "huors"; did you mean "hours"?'],
    ],
    [
      'where the rules are',
      '  # cmplan-disable-line xyz\n',
      ['there is no rule "xyz"; the command "cmplan rules" lists them all'],
    ],
    [
      'what stands between rules, and before a reason',
      '  # cmplan-disable-line hours because of the fair\n',
      ['there is no rule "hours because of the fair"; put commas between rules, and -- before a reason'],
    ],
    [
      'on which line the finding is',
      '  mon:\n    # cmplan-disable-line hours\n    - { time: "06:00", category: branded }\n',
      [
        'the rule "hours" finds nothing on line 5, but it does on line 6; write cmplan-disable-next-line',
        '06:00 is outside 09:00-21:00, the hours for planned posts; write a time within these hours, or, if the post is spontaneous, add unplanned: true',
      ],
    ],
    [
      'that the comment speaks of the line below',
      '  mon:\n    - { time: "06:00", category: branded } # cmplan-disable-next-line hours\n',
      [
        '06:00 is outside 09:00-21:00, the hours for planned posts; write a time within these hours, or, if the post is spontaneous, add unplanned: true',
        'the rule "hours" finds nothing on line 6, but it does on line 5; write cmplan-disable-line',
      ],
    ],
    [
      'where a comment has to stand, and what is to be taken out of one',
      '  mon:\n    # cmplan-disable-next-line hours, streak\n\n    # cmplan-disable-next-line "hours"\n    - category: branded\n      time: "06:00"\n',
      [
        'the rule "hours" finds nothing on line 6, but it does on line 9; name the rule in a comment right above that line',
        'the rule "streak" finds nothing on line 6; delete the rule from this comment',
        'the rule "hours" finds nothing on line 8, but it does on line 9; put this comment right above that line',
        '06:00 is outside 09:00-21:00, the hours for planned posts; write a time within these hours, or, if the post is spontaneous, add unplanned: true',
      ],
    ],
    [
      'that nothing is left to suppress',
      '  mon: # cmplan-disable-line hours\n',
      ['the rule "hours" finds nothing on line 4; delete this comment'],
    ],
    [
      'what can stand there',
      '  # cmplan-disable-file hours\n  mon: # cmplan-disable hours\n  tue: # cmplan-disable-line\n',
      [
        '"cmplan-disable-file" only works above the first key of the file; move it there, or write cmplan-disable-next-line above the line that you mean',
        '"cmplan-disable" is incomplete; write cmplan-disable-next-line, cmplan-disable-line or cmplan-disable-file',
        'this comment names no rule; add the rule to suppress, as in # cmplan-disable-line mix',
      ],
    ],
    [
      'what cannot be suppressed',
      '  # cmplan-disable-next-line date\n  mon: { category: nope } # cmplan-disable-line category, date\n',
      [
        'the rule "date" is always on and cannot be suppressed; delete this comment',
        '"nope" is not a category of the mix; write branded, functional or emotional (the rule "category" is always on and cannot be suppressed)',
        'the rule "date" is always on and cannot be suppressed; delete the rule from this comment',
      ],
    ],
  ])('%s', (_, posts, messages) => {
    expect(said(posts)).toEqual(messages);
  });

  test('in a whole plan, that nothing is left to suppress', () => {
    expect(checkText(`# cmplan-disable-file mix\n${HEAD}`).findings.map(({ message }) => message)).toEqual([
      'the rule "mix" finds nothing in this plan; delete this comment',
    ]);
  });
});

test('what is suppressed does not count', () => {
  const { counts } = checkText(
    `# cmplan-disable-file hours\n${HEAD}  mon: { time: "06:00", category: branded }\n`,
  );
  expect(counts).toEqual({ error: 0, warning: 0, info: 0 });
});

test('a hundred thousand comments are judged in little time, and no more are reported', () => {
  const comments = '# cmplan-disable-file mix, huors\n'.repeat(100_000);
  const { counts } = checkText(comments + HEAD);
  expect(counts.warning).toBe(100_000);
});

describe('whoever obeys comes to a clean plan:', () => {
  const WIDE =
    'week: 2026-W48\ntargets: { posts_per_day: 0-30, reserve: 0, hours: "09:00-21:00", mix: { branded: 50, emotional: 50 }, tolerance: 100, max_streak: 99 }\nposts:\n';
  const aboutComments = (posts: string) =>
    checkText(WIDE + posts).findings.flatMap(({ rule, line, message }) =>
      rule === 'unused-suppression' ? [`${line}: ${message}`] : [],
    );

  test('of two comments that stand above one another the upper one goes into the lower', () => {
    const posts = `  mon:
    # cmplan-disable-next-line format-category
    # cmplan-disable-next-line hours
    - { time: "08:00", category: branded, format: joke, title: A }
`;
    expect(aboutComments(posts)).toEqual([
      '5: the rule "format-category" finds nothing on line 6, but it does on line 7; name the rule in the comment on line 6',
    ]);
    expect(aboutComments(posts.replace('hours', 'hours, format-category').replace(/ {4}#.*\n/, ''))).toEqual(
      [],
    );
  });

  test('a comment is never sent to another post', () => {
    const posts = `  mon:
    - title: A
      time: "08:00"
      category: branded
    # cmplan-disable-next-line hours
    - title: B
      time: "08:05"
      category: emotional
  tue:
    # cmplan-disable-next-line hours
    - { title: C, time: "09:05", category: emotional }
    # cmplan-disable-next-line posts-per-day
  wed:
    - title: D
      time: "08:35"
      category: emotional # cmplan-disable-line hours
# cmplan-disable-line hours
`;
    expect(aboutComments(posts)).toEqual([
      '8: the rule "hours" finds nothing on line 9, but it does on line 10; put this comment right above that line',
      '13: the rule "hours" finds nothing on line 14; delete this comment',
      '15: the rule "posts-per-day" finds nothing on line 16; delete this comment',
      '19: the rule "hours" finds nothing on line 19, but it does on line 18; put this comment at the end of that line',
      '20: the rule "hours" finds nothing on line 20; delete this comment',
    ]);
  });

  test('a comment farther above a post that could not be looked at is left alone', () => {
    const posts = `  mon:
    # cmplan-disable-next-line format-category
    # cmplan-disable-next-line hours

    - { time: "08:00", category: brnded, format: joke, title: A }
`;
    expect(aboutComments(posts)).toEqual([]);
  });
});

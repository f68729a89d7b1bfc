import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { type Case, runTwice } from './case.ts';
import { contentOf, makeTeam } from './team.ts';

let folder = '';

const FORMS = '; write this, next, a week such as 2026-W48, or a date in it';
const NUMBER = 'is not a number of posts; write a whole number, 1 or more, such as 8';
const SHARES =
  'is not a category with its share; write all shares as in branded=30,functional=35,emotional=35';
const said = (sentence: string) => `cmplan: ${sentence}\n`;
const refused = (args: readonly string[], sentence: string | RegExp): Case => ({
  args: ['new', ...args],
  status: 2,
  stderr: typeof sentence === 'string' ? said(sentence) : sentence,
});

const REFUSALS: Readonly<Record<string, Case>> = {
  'a week whose file is there': refused(
    ['2026-W48'],
    '"plans/2026-W48.yaml" already exists; name another week, such as cmplan new 2026-W49, or overwrite it with --force',
  ),
  'the last week of a year whose file is there': refused(
    ['2026-W53', '-o', 'template.yaml'],
    '"template.yaml" already exists; name another file, or overwrite it with --force',
  ),
  'a folder that is not there': refused(
    ['2026-W49', '-o', 'none/a.yaml'],
    '"none/a.yaml" cannot be written: its folder does not exist; create it first',
  ),
  'a folder': refused(['2026-W49', '-o', 'content'], /^cmplan: "content" is /),
  'a folder that is to be overwritten': refused(
    ['2026-W49', '-o', 'content', '--force'],
    '"content" is a folder; name a file in it',
  ),
  'a path below a file': refused(
    ['2026-W49', '-o', 'template.yaml/a.yaml'],
    '"template.yaml/a.yaml" cannot be written, because a part of its path is a file',
  ),
  'a week that the year does not have': refused(
    ['2026-W60'],
    '"2026-W60" does not exist: the weeks of 2026 are W01 to W53',
  ),
  'a week of one digit': refused(['2026-W5'], '"2026-W5" is not a week; did you mean 2026-W05?'),
  'a month': refused(
    ['2026-12'],
    '"2026-12" is a month, not a week; write one of its weeks: 2026-W49, 2026-W50, 2026-W51, 2026-W52 or 2026-W53',
  ),
  'a week without its W': refused(['2026-48'], '"2026-48" is not a week; did you mean 2026-W48?'),
  'a date in another form': refused(['24.11.2026'], `"24.11.2026" is not a week${FORMS}`),
  'a date that the calendar does not have': refused(
    ['2026-02-30'],
    '"2026-02-30" does not exist: that month has only 28 days',
  ),
  'a week without its year': refused(['W07'], /^cmplan: "W07" is not a week; did you mean \d{4}-W07\?\n$/),
  'a mistyped word': refused(['nxt'], '"nxt" is not a week; did you mean "next"?'),
  'another word': refused(['someday'], `"someday" is not a week${FORMS}`),
  'an empty week': refused([''], `"" is not a week${FORMS}`),
  'the last week that a date can name': refused(['9999-W52'], /9999-W52 ends after the year 9999/),
  'two weeks': refused(
    ['this', 'next'],
    'there are more words after new than it takes; see cmplan new --help',
  ),
  'no posts a day': refused(['--per-day', '0'], `--per-day: "0" ${NUMBER}`),
  'fewer than no posts a day': refused(['--per-day', '-3'], `--per-day: "-3" ${NUMBER}`),
  'half a post a day': refused(['--per-day', '1.5'], `--per-day: "1.5" ${NUMBER}`),
  'posts a day in words': refused(['--per-day', 'two'], `--per-day: "two" ${NUMBER}`),
  'more posts a day than there may be': refused(
    ['2026-W49', '--per-day', '10000'],
    '--per-day: 10000 is too many for Mon 30 Nov, where 6 to 10 can be planned (posts_per_day: 6-12, reserve: 2); write a number that fits, leave out --per-day, or write targets: { posts_per_day: 6-12500 } in a cmplan.config.yaml, because 6-12 is only the default',
  ),
  'more posts a day than the config allows': refused(
    ['2026-W49', '-o', 'near/a.yaml', '-c', 'near/plans/cmplan.config.yaml', '--per-day', '3'],
    '--per-day: 3 is too many for Mon 30 Nov, where 1 to 2 can be planned (posts_per_day: 1-2, reserve: 0); write a number that fits, leave out --per-day, or change posts_per_day in near/plans/cmplan.config.yaml:1 to 1-3',
  ),
  'more posts a day than the reserve of the config leaves': refused(
    ['2026-W49', '-o', 'reserving/a.yaml', '--per-day', '4'],
    '--per-day: 4 is too many for Mon 30 Nov, where 1 to 2 can be planned (posts_per_day: 1-4, reserve: 2); write a number that fits, leave out --per-day, or change posts_per_day in reserving/cmplan.config.yaml:5 to 1-6, or change reserve in reserving/cmplan.config.yaml:3 to 0',
  ),
  'fewer posts a day than the default, beside a config': refused(
    ['2026-W49', '-o', 'ignoring/a.yaml', '--per-day', '2'],
    '--per-day: 2 is too few for Mon 30 Nov, where 6 to 10 can be planned (posts_per_day: 6-12, reserve: 2); write a number that fits, leave out --per-day, or write posts_per_day: 2-12 below targets: in ignoring/cmplan.config.yaml, because 6-12 is only the default',
  ),
  'more posts a day than a template allows': refused(
    ['2026-W49', '--template', 'template.yaml', '--timezone', 'Europe/Kyiv', '--per-day', '3'],
    '--per-day: 3 is too many for Mon 30 Nov, where 1 to 2 can be planned (posts_per_day: 1-3, reserve: 1); write a number that fits, leave out --per-day, or change posts_per_day in template.yaml:3 to 1-4',
  ),
  'more posts a day than a template of cmplan allows': refused(
    ['2026-W49', '-o', 'near/a.yaml', '--no-config', '--template', 'media', '--per-day', '20'],
    '--per-day: 20 is too many for Mon 30 Nov, where 6 to 10 can be planned (posts_per_day: 6-12, reserve: 2); write a number that fits, leave out --per-day, or change posts_per_day in a copy of the template media to 6-25',
  ),
  'a mix of less than all': refused(
    ['--mix', 'a=50,b=40'],
    '--mix: the shares add up to 90 instead of 100; raise them by 10 in all',
  ),
  'a mix that names a category twice': refused(
    ['--mix', 'a=50,b=30,a=20'],
    '--mix: "a" appears twice in the mix; keep only one',
  ),
  'a mix of a category without a share': refused(['--mix', 'a=50,b'], `--mix: "b" ${SHARES}`),
  'a mix of nothing': refused(['--mix', ''], `--mix: "" ${SHARES}`),
  'a mix of one category': refused(
    ['--mix', 'a=100'],
    '--mix: this names only one category; write two or more with commas between them, as in branded=30,functional=35,emotional=35',
  ),
  'a mix where the team has locked it': refused(
    ['2026-W49', '-o', 'locked/a.yaml', '--mix', 'a=50,b=50'],
    "--mix: the mix is locked by your team's config; leave out --mix, or ask whoever looks after the config",
  ),
  'a zone on another planet': refused(
    ['--timezone', 'Mars/Base'],
    '--timezone: "Mars/Base" is not a time zone; write a continent and a city, such as Europe/Kyiv',
  ),
  'a channel without a name': refused(
    ['--channel', ''],
    '--channel: this channel has no name; write one, or delete it',
  ),
  'a channel twice': refused(
    ['--channel', 'a', '--channel', 'a'],
    '--channel: "a" appears twice; keep only one',
  ),
  'an unknown template': refused(
    ['--template', 'medai'],
    'there is no template "medai"; did you mean "media"?',
  ),
  'a template that is nothing like any': refused(
    ['--template', 'x'],
    /^cmplan: there is no template "x"; choose .*brand.*rubrics.*, or name a file\n$/,
  ),
  'a template that is no file': refused(
    ['--template', './rubrics.yaml'],
    'there is no template "./rubrics.yaml"; did you mean "rubrics"?',
  ),
  'a template that is not YAML': refused(
    ['--template', 'broken.yaml'],
    /^cmplan: the template broken.yaml:1:\d+: the bracket \[ after "\w+:" is never closed/,
  ),
  'a template that is no plan': refused(
    ['--template', 'no-plan.yaml'],
    /the template no-plan.yaml:1:1: "shopping" is not a key of a plan/,
  ),
  'a config that is broken': refused(
    ['-o', 'wrong/a.yaml'],
    'wrong/cmplan.config.yaml:1:10: rules: there is no rule "mxi"; did you mean "mix"?',
  ),
  'a config that is not there': refused(['-c', 'none.yaml'], /the config "none.yaml" does not exist/),
};

describe('what cannot be made', () => {
  let before: Readonly<Record<string, string>> = {};
  beforeAll(() => {
    folder = makeTeam();
    before = contentOf(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(() => expect(contentOf(folder)).toEqual(before));

  runTwice(REFUSALS, () => folder);
});

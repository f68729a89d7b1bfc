import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Case, runTwice } from './case.ts';

const PLAN = `week: 2026-W48
posts:
  mon: [{ category: fun, title: Quiz }]
`;
const CONFIG = `targets: { posts_per_day: 0-3 }
aliases: { emotional: [fun] }
`;
const WARNED = `week: 2026-W48
targets: { posts_per_day: 0-3, reserve: 1 }
posts:
  mon: [{ category: branded }, { category: functional }, { category: emotional }]
`;

const NOT_NAMED =
  'cmplan: "inner/e.yaml" is not counted over the weeks: near/cmplan.config.yaml does not name it under "plans"\n';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-config-'));
  const put = (name: string, content: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  mkdirSync(path.join(folder, '.git'));
  put('cmplan.config.yaml', `${CONFIG}plans: [week/*.yaml, more]\nignore: [more/old/]\n`);
  put('week/a.yaml', PLAN);
  put('more/b.yaml', PLAN);
  put('more/old/c.yaml', PLAN);
  put('near/cmplan.config.yaml', 'aliases: { functional: [fun] }\ntargets: { posts_per_day: 0-2 }\n');
  put('near/deep/down/d.yaml', PLAN);
  put('inner/.git', 'gitdir: elsewhere\n');
  put('inner/e.yaml', PLAN);
  put('locked/cmplan.config.yaml', `${CONFIG}locked: [reserve, mix]\n`);
  put('locked/f.yaml', WARNED);
  put('broken/cmplan.config.yaml', 'rules: { mxi: off }\n');
  put('broken/g.yaml', PLAN);
  put('broken/h.yaml', PLAN);
  mkdirSync(path.join(folder, 'folder/cmplan.config.yaml'), { recursive: true });
  put('folder/i.yaml', PLAN);
  put('only-ignored/cmplan.config.yaml', "ignore: '**/*.yaml'\n");
  put('only-ignored/j.yaml', PLAN);
  put('warned.yaml', WARNED);
});

afterAll(() => rmSync(folder, { recursive: true }));

const FULL =
  'warning: Mon 23 Nov has 3 planned posts of at most 3, but the reserve keeps 1 free for unplanned posts; move or drop 1, or add unplanned: true to a post that is spontaneous [reserve]\n';

const CASES: Readonly<Record<string, Case>> = {
  'the plans of the config are checked, by the config': { args: ['check'], status: 0 },
  'a plan finds the config above it': { args: ['check', 'week/a.yaml'], status: 0 },
  'the nearest config alone counts': { args: ['check', 'near/deep/down/d.yaml'], status: 0 },
  'the search ends at the root of the repository': {
    args: ['check', 'inner/e.yaml'],
    status: 1,
    stdout: /^inner\/e.yaml:2:1: warning: 6 days .*\n.*\ninner\/e.yaml:3:21: error: "fun" is not a category/,
  },
  'without a config': {
    args: ['check', '--no-config', 'week/a.yaml'],
    status: 1,
    stdout: /"fun" is not a category/,
  },
  'with another config': {
    args: ['check', '--config', 'near/cmplan.config.yaml', 'inner/e.yaml'],
    status: 0,
    stderr: NOT_NAMED,
  },
  'the last of --config and --no-config counts': {
    args: ['check', '--no-config', '-c', 'near/cmplan.config.yaml', 'inner/e.yaml'],
    status: 0,
    stderr: NOT_NAMED,
  },
  'standard input goes by its name': {
    args: ['check', '-', '--stdin-filename', 'near/x.yaml'],
    stdin: PLAN,
    status: 0,
  },
  'standard input without a name goes by the working folder': {
    args: ['check', '-'],
    stdin: PLAN,
    status: 0,
  },
  'a plan that is named and ignored': {
    args: ['check', 'more/old/c.yaml'],
    status: 0,
    stderr: 'cmplan: "more/old/c.yaml" is not checked: cmplan.config.yaml ignores it\n',
  },
  'a program gets a report even of nothing': {
    args: ['check', '-f', 'json', 'more/old/c.yaml'],
    status: 0,
    stdout: /^\{\n {2}"version": 1,\n {2}"plans": \[\],\n {2}"findings": \[\],/,
  },
  'what is ignored is left out of a folder': { args: ['check', 'more'], status: 0 },
  'a folder in which all is ignored': {
    args: ['check', 'only-ignored'],
    status: 2,
    stderr: /"only-ignored" leads to no plan: its files are ignored by the config/,
  },
  'a locked target is reported, and the one of the team holds': {
    args: ['check', 'locked/f.yaml'],
    status: 1,
    stdout: `locked/f.yaml:2:32: error: "reserve" is locked by your team's config; delete it with everything that belongs to it, or ask whoever looks after the config [schema]\nlocked/f.yaml:4:3: ${FULL}`,
  },
  'the targets of a plan can be ignored': {
    args: ['check', '--no-inline', '--no-config', 'warned.yaml'],
    status: 0,
    stdout: /at least 6 should go out/,
  },
  'a broken config': {
    args: ['check', 'broken', 'week/a.yaml', 'inner/e.yaml'],
    status: 2,
    stdout: /^inner\/e.yaml:2:1/,
    stderr:
      'cmplan: broken/cmplan.config.yaml:1:10: rules: there is no rule "mxi"; did you mean "mix"?\ncmplan: 2 files were not checked; fix the config first\n',
  },
  'a config that is a folder': {
    args: ['check', 'folder/i.yaml'],
    status: 2,
    stderr:
      'cmplan: the config "folder/cmplan.config.yaml" is a folder\ncmplan: 1 file was not checked; fix the config first\n',
  },
  'a config that is not there': {
    args: ['check', '-c', 'nope.yaml', 'week/a.yaml'],
    status: 2,
    stderr: /the config "nope.yaml" does not exist/,
  },
  'more warnings than allowed': {
    args: ['check', '--max-warnings', '0', 'warned.yaml'],
    status: 1,
    stdout: `warned.yaml:4:3: ${FULL}`,
    stderr: 'cmplan: 1 warning, but at most 0 allowed\n',
  },
  'no more warnings than allowed': {
    args: ['check', '--max-warnings=1', 'warned.yaml'],
    status: 0,
    stdout: `warned.yaml:4:3: ${FULL}`,
  },
  'no warning at all is allowed': {
    args: ['check', '--strict', 'warned.yaml'],
    status: 1,
    stdout: `warned.yaml:4:3: ${FULL}`,
  },
  'quiet leaves warnings out of the report, but counts them': {
    args: ['check', '-q', '--strict', 'warned.yaml'],
    status: 1,
    stderr: 'cmplan: 1 warning, but at most 0 allowed\n',
  },
  'quiet in numbers': {
    args: ['check', '--quiet', '-f', 'json', 'warned.yaml'],
    status: 0,
    stdout: /"findings": \[\][\s\S]*"warnings": 1,/,
  },
  'a number of warnings that is none': {
    args: ['check', '--max-warnings', 'few'],
    status: 2,
    stderr: 'cmplan: "few" is not a number of warnings; write a whole number, such as 5\n',
  },
  'a plan that is to be ready': {
    args: ['check', '--ready', 'week/a.yaml'],
    status: 1,
    stdout: /3:9: error: this post has no time.*\n.*3:9: error: this post is still a draft/,
  },
  'the rules': { args: ['rules'], status: 0, stdout: /^syntax +error +the file[\s\S]*unapproved +off/ },
  'one rule': {
    args: ['explain', 'mix'],
    status: 0,
    stdout: /^mix \(warning\)\n[\s\S]*Good:[\s\S]*too many branded posts/,
  },
  'a rule that is mistyped': {
    args: ['explain', 'spacin'],
    status: 2,
    stderr: 'cmplan: there is no rule "spacin"; did you mean "spacing"?\n',
  },
  'no rule': {
    args: ['explain'],
    status: 2,
    stderr: 'cmplan: the rule is missing; see cmplan explain --help\n',
  },
  'two rules': {
    args: ['explain', 'mix', 'hold'],
    status: 2,
    stderr: 'cmplan: there are more words after explain than it takes; see cmplan explain --help\n',
  },
  'what holds for a plan': {
    args: ['config', 'week/a.yaml'],
    status: 0,
    stdout: /^# week\/a.yaml, with cmplan.config.yaml\n[\s\S]*posts_per_day: 0-3 +# cmplan.config.yaml:1\n/,
  },
  'what holds in a folder': { args: ['config', 'near'], status: 0, stdout: /with near\/cmplan.config.yaml/ },
  'what holds here, for programs': {
    args: ['config', '-f', 'json'],
    status: 0,
    stdout: /^\{\n {2}"version": 1,/,
  },
  'what holds for a plan that is not there': {
    args: ['config', 'nope.yaml'],
    status: 2,
    stderr: 'cmplan: "nope.yaml" does not exist\n',
  },
};

runTwice(CASES, () => folder);

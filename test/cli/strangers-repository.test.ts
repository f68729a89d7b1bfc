import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runInProcess } from './run.ts';

const GOOD = 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n';

let folder = '';
const at = (name: string) => path.join(folder, name);
const put = (name: string, content: string) => {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
};
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-C', at('.'), '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-stranger-'));
  git('init', '--quiet', '--initial-branch', 'main');
  put('plans/week.yaml', GOOD);
  put('plans/other.yaml', GOOD);
  put('.gitattributes', '*.yaml filter=evil diff=evil\n');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'one');
  return () => rmSync(folder, { recursive: true });
});

describe('the config of a repository has git run nothing', () => {
  const ran = () => existsSync(at('ran'));
  const program = () => {
    put('evil', `#!/bin/sh\ntouch '${at('ran')}'\ncat 2> /dev/null\n`);
    chmodSync(at('evil'), 0o755);
    return at('evil');
  };
  const settings: readonly (readonly string[])[] = [
    ['core.fsmonitor'],
    ['filter.evil.clean'],
    ['filter.evil.process'],
    ['diff.external'],
    ['diff.evil.command', 'diff.evil.textconv'],
    ['core.pager', 'core.editor', 'core.sshCommand', 'core.askPass', 'credential.helper', 'gpg.program'],
  ];

  test.each(settings)('%s', async (...keys) => {
    const evil = program();
    for (const key of keys) git('config', key, evil);
    git('config', 'filter.evil.required', 'true');
    put('plans/week.yaml', `${GOOD}nope:\n`);
    for (const args of [
      ['check', '--since', 'HEAD', 'plans'],
      ['check', '--since', 'nowhere', 'plans'],
      ['drift', 'plans/week.yaml', '--base', 'HEAD'],
    ]) {
      await runInProcess(args, folder, { env: { PATH: process.env.PATH ?? '' } });
      expect([args, ran()]).toEqual([args, false]);
    }
    const { stdout } = await runInProcess(['check', '--since', 'HEAD', 'plans'], folder, {
      env: {
        PATH: process.env.PATH ?? '',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'a.b',
        GIT_CONFIG_VALUE_0: 'c',
      },
    });
    expect(stdout).toMatch(/^plans\/week\.yaml:4:1: error/);
    expect(ran()).toBe(false);
  });

  test('nor do its hooks, nor a repository inside of it', async () => {
    const evil = program();
    symlinkSync(evil, at('.git/hooks/post-index-change'));
    execFileSync('git', ['init', '--quiet', '--bare', at('plans/inner')]);
    execFileSync('git', ['-C', at('plans/inner'), 'config', 'core.fsmonitor', evil]);
    execFileSync('git', ['-C', at('plans/inner'), 'config', 'core.bare', 'false']);
    put('plans/inner/week.yaml', `${GOOD}nope:\n`);
    await runInProcess(['check', '--since', 'HEAD', 'plans'], folder, {
      env: { PATH: process.env.PATH ?? '' },
    });
    await runInProcess(['drift', 'plans/inner/week.yaml', '--base', 'HEAD'], folder, {
      env: { PATH: process.env.PATH ?? '' },
    });
    expect(ran()).toBe(false);
  });
});

test('a commit may be named by what its message says, for --since and for --base alike', async () => {
  put('plans/week.yaml', `${GOOD}title: A\n`);
  git('commit', '--quiet', '--all', '--message', 'two');
  const env = { PATH: process.env.PATH ?? '' };
  for (const args of [
    ['check', '--since', ':/one', 'plans'],
    ['drift', 'plans/week.yaml', '--base', ':/one'],
  ]) {
    expect((await runInProcess(args, folder, { env })).status).toBe(0);
  }
});

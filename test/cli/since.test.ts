import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runAsProcess, runInProcess } from './run.ts';

/** Each is for a week of its own, so that no two overlap. */
let weeks = 0;
const red = (category: string) =>
  `week: ${2000 + weeks++}-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n  mon: [{ category: ${category} }]\n`;
const GOOD = 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n';

let folder = '';
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
const put = (name: string, content: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};
const commit = () => {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'a change');
};

/** The plans that are red among those that are checked, by the lines that are printed. */
async function checked(args: readonly string[] = ['--since', 'main'], from = ''): Promise<readonly string[]> {
  const { stdout } = await runInProcess(['check', ...args], path.join(folder, from));
  return stdout.split('\n').flatMap((line) => /^(.+?):\d/.exec(line)?.[1] ?? []);
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-since-'));
  git('init', '--quiet', '--initial-branch', 'main');
  put('plans/old.yaml', red('old'));
  put('plans/older.yaml', red('older'));
  put('plans/year/2025.yaml', red('oldest'));
  put('notes.txt', 'nothing\n');
  commit();
  git('switch', '--quiet', '--create', 'change');
  return () => rmSync(folder, { recursive: true });
});

describe('--since checks', () => {
  test('nothing where nothing has changed, in silence', async () => {
    put('notes.txt', 'something\n');
    commit();
    const run = await runInProcess(['check', '--since', 'main'], folder);
    expect(run).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('nothing, and says so at a terminal', async () => {
    const run = await runInProcess(['check', '--since', 'main'], folder, { terminal: true });
    expect(run).toEqual({ status: 0, stdout: '', stderr: 'cmplan: no plan has changed since "main"\n' });
  });

  test('what was committed, staged, changed and never added, wherever the others stand meanwhile', async () => {
    put('plans/committed.yaml', red('a'));
    commit();
    put('plans/staged.yaml', red('b'));
    git('add', 'plans/staged.yaml');
    put('plans/older.yaml', red('c'));
    put('plans/new in «Київ».yaml', red('d'));
    expect(await checked()).toEqual([
      'plans/committed.yaml',
      'plans/new in «Київ».yaml',
      'plans/older.yaml',
      'plans/staged.yaml',
    ]);
  });

  test('what this branch has changed, and not what the other one has since', async () => {
    put('plans/ours.yaml', red('a'));
    commit();
    git('switch', '--quiet', 'main');
    put('plans/old.yaml', red('b'));
    commit();
    git('switch', '--quiet', 'change');
    expect(await checked()).toEqual(['plans/ours.yaml']);
  });

  test('a plan that was renamed, by its new name', async () => {
    renameSync(path.join(folder, 'plans/old.yaml'), path.join(folder, 'plans/renamed.yaml'));
    expect(await checked()).toEqual(['plans/renamed.yaml']);
    commit();
    expect(await checked()).toEqual(['plans/renamed.yaml']);
  });

  test('nothing of what was deleted', async () => {
    rmSync(path.join(folder, 'plans/old.yaml'));
    expect(await checked()).toEqual([]);
  });

  test('what is named, as far as it has changed', async () => {
    put('plans/old.yaml', red('a'));
    expect(await checked(['--since', 'main', 'plans/older.yaml', 'plans/old.yaml'])).toEqual([
      'plans/old.yaml',
    ]);
    expect(await checked(['--since', 'main', 'plans/o*.yaml'])).toEqual(['plans/old.yaml']);
    expect(await checked(['--since', 'main', 'plans/year'])).toEqual([]);
  });

  test('from a folder below the root, names as seen from there', async () => {
    put('plans/year/2025.yaml', red('a'));
    put('plans/old.yaml', red('a'));
    expect(await checked(['--since', 'main', '.'], 'plans/year')).toEqual(['2025.yaml']);
    expect(await checked(['--since', 'main', '..'], 'plans/year')).toEqual(['../old.yaml', '2025.yaml']);
  });

  test('a plan behind a link that has not changed itself', async () => {
    put('elsewhere/week.yaml', GOOD);
    symlinkSync('../elsewhere/week.yaml', path.join(folder, 'plans/link.yaml'));
    commit();
    git('branch', '--force', 'main');
    put('elsewhere/week.yaml', red('a'));
    expect(await checked()).toEqual(['plans/link.yaml']);
  });

  test('standard input, for nobody knows where it comes from', async () => {
    const { stdout } = await runInProcess(['check', '-', '--since', 'main'], folder, { stdin: red('a') });
    expect(stdout).toMatch(/^-:4:/);
  });

  test('files of other repositories by what they have changed', async () => {
    const other = `${folder}-other`;
    cpSync(folder, other, { recursive: true });
    writeFileSync(path.join(other, 'plans/old.yaml'), red('a'));
    const names = await checked(['--since', 'main', 'plans', other]);
    expect(names).toEqual([`../${path.basename(other)}/plans/old.yaml`]);
    rmSync(other, { recursive: true });
  });

  describe('a plan behind a link', () => {
    /** Copies the repository into the folder `sub` of itself, and changes a plan there. */
    const addSubmodule = () => {
      const copy = `${folder}-copy`;
      cpSync(folder, copy, { recursive: true });
      renameSync(copy, path.join(folder, 'sub'));
      put('sub/plans/old.yaml', red('a'));
    };
    const link = (target: string, name: string) => {
      rmSync(path.join(folder, name), { force: true });
      symlinkSync(target, path.join(folder, name));
    };

    test.each([
      ['to a folder of a submodule, named first', ['aaa', 'plans']],
      ['to a folder of a submodule, named last', ['plans', 'aaa']],
    ])('%s', async (_, paths) => {
      addSubmodule();
      put('cmplan.config.yaml', 'plans: [aaa, plans]\n');
      link('sub/plans', 'aaa');
      commit();
      git('branch', '--force', 'main');
      expect(await checked(['--since', 'main', ...paths])).toEqual(['aaa/old.yaml']);
      put('cmplan.config.yaml', 'plans: [aaa]\n');
      expect(await checked(['--since', 'main', 'aaa'])).toHaveLength(3);
    });

    test('to a submodule', async () => {
      addSubmodule();
      link('sub', 'aaa');
      commit();
      git('branch', '--force', 'main');
      expect(await checked(['--since', 'main', 'aaa'])).toEqual(['aaa/plans/old.yaml']);
      link('sub/../sub', 'aaa');
      expect(await checked(['--since', 'main', 'aaa'])).toHaveLength(3);
    });

    test('to a file of a submodule', async () => {
      addSubmodule();
      link('../sub/plans/old.yaml', 'plans/linked.yaml');
      link('../sub/plans/older.yaml', 'plans/same.yaml');
      commit();
      git('branch', '--force', 'main');
      expect(await checked()).toEqual(['plans/linked.yaml']);
    });

    test('to a folder that leads to another one now', async () => {
      put('other/new.yaml', red('b'));
      link('plans/year', 'cur');
      link('cur', 'cur2');
      commit();
      git('branch', '--force', 'main');
      expect(await checked(['--since', 'main', 'cur', 'cur2'])).toEqual([]);
      link('other', 'cur');
      expect(await checked(['--since', 'main', 'cur', 'cur2'])).toEqual(['cur/new.yaml', 'cur2/new.yaml']);
    });

    test('to a link that leads to another file now', async () => {
      link('plans/old.yaml', 'second.yaml');
      link('second.yaml', 'first.yaml');
      commit();
      git('branch', '--force', 'main');
      expect(await checked(['--since', 'main', 'first.yaml'])).toEqual([]);
      link('plans/older.yaml', 'second.yaml');
      expect(await checked(['--since', 'main', 'first.yaml'])).toEqual(['first.yaml']);
    });

    test('whose config is around the link and not around the folder', async () => {
      put('team/cmplan.config.yaml', 'timezone: Europe/Kyiv\n');
      link('../plans/year', 'team/plans');
      commit();
      git('branch', '--force', 'main');
      expect(await checked(['--since', 'main', 'team/plans'])).toEqual([]);
      put('team/cmplan.config.yaml', 'timezone: Europe/London\n');
      expect(await checked(['--since', 'main', 'team/plans'])).toEqual(['team/plans/2025.yaml']);
    });

    test('that leads to nothing since, or in a circle, which is said', async () => {
      link('old.yaml', 'plans/linked.yaml');
      commit();
      git('branch', '--force', 'main');
      rmSync(path.join(folder, 'plans/old.yaml'));
      link('two.yaml', 'one.yaml');
      link('one.yaml', 'two.yaml');
      const { status, stderr } = await runInProcess(['check', '--since', 'main', 'plans', '*.yaml'], folder);
      expect(status).toBe(2);
      expect(stderr).toContain('"plans/linked.yaml" is a symbolic link that leads nowhere');
      expect(stderr).toContain('"one.yaml" is a symbolic link that leads in a circle');
    });
  });

  test('everything where nothing has been committed yet', async () => {
    rmSync(path.join(folder, '.git'), { recursive: true });
    git('init', '--quiet');
    expect(await checked(['--since', 'HEAD'])).toHaveLength(3);
    const { status } = await runInProcess(['check', '--since', 'nosuch'], folder);
    expect(status).toBe(2);
  });
});

describe('--since checks every plan of a config that has', () => {
  test.each([
    ['come', () => put('cmplan.config.yaml', 'timezone: Europe/Kyiv\n')],
    [
      'changed',
      () => {
        put('cmplan.config.yaml', 'timezone: Europe/Kyiv\n');
        commit();
        git('branch', '--force', 'main');
        put('cmplan.config.yaml', 'timezone: Europe/London\n');
      },
    ],
    [
      'gone',
      () => {
        put('plans/cmplan.config.yaml', 'timezone: Europe/Kyiv\n');
        commit();
        git('branch', '--force', 'main');
        rmSync(path.join(folder, 'plans/cmplan.config.yaml'));
      },
    ],
  ])('%s', async (_, change) => {
    change();
    expect(await checked()).toEqual(['plans/old.yaml', 'plans/older.yaml', 'plans/year/2025.yaml']);
  });

  test('changed nearby, and no other', async () => {
    put('plans/year/cmplan.config.yaml', 'timezone: Europe/Kyiv\n');
    expect(await checked()).toEqual(['plans/year/2025.yaml']);
    expect(await checked(['--since', 'main', '--no-config'])).toEqual([]);
    const config = 'plans/year/cmplan.config.yaml';
    expect(await checked(['--since', 'main', '--config', config, 'plans'])).toHaveLength(3);
  });

  test('changed behind a link', async () => {
    put('shared.yaml', 'timezone: Europe/Kyiv\n');
    symlinkSync('shared.yaml', path.join(folder, 'cmplan.config.yaml'));
    commit();
    git('branch', '--force', 'main');
    put('shared.yaml', 'timezone: Europe/London\n');
    expect(await checked()).toHaveLength(3);
  });

  test('changed outside of every repository, of which nothing is known', async () => {
    const config = `${folder}.yaml`;
    writeFileSync(config, 'timezone: Europe/Kyiv\n');
    expect(await checked(['--since', 'main', '--config', config])).toEqual([]);
    rmSync(config);
  });
});

describe('--since refuses, before any work', () => {
  const refusal = async (args: readonly string[], from = '') => {
    const { status, stdout, stderr } = await runInProcess(['check', ...args], path.join(folder, from));
    expect([status, stdout]).toEqual([2, '']);
    return stderr;
  };

  test('a branch that is not there, and says which was meant', async () => {
    expect(await refusal(['--since', 'mian'])).toBe(
      'cmplan: git does not know "mian" here; did you mean "main"?\n',
    );
    expect(await refusal(['--since', '--output=x'])).toMatch(
      /git does not know "--output=x" here; name a commit/,
    );
    expect(await refusal(['--since', 'main~9'])).toMatch(/git does not know "main~9" here; name a commit/);
    expect(await refusal(['--since', 'origin/main'])).toMatch(
      /"origin\/main" here; did you mean "main"\? If not, fetch it with git fetch origin main:refs\/remotes\/origin\/main\n$/,
    );
    expect(await refusal(['--since', '0'.repeat(40)])).toMatch(
      /^cmplan: "0+" does not stand for a commit; name a commit/,
    );
    expect(await refusal(['--since', 'f'.repeat(40)])).toMatch(
      /here; fetch it with git fetch, or name a commit/,
    );
    git('update-ref', 'refs/remotes/origin/week-48', 'main');
    expect(await refusal(['--since', 'Week-48'])).toMatch(/here; did you mean "origin\/week-48"\?\n$/);
    expect(await refusal(['--since', 'origin/week-49'])).toMatch(
      /here; did you mean "origin\/week-48"\? If not, fetch it with git fetch origin week-49:refs\/remotes\/origin\/week-49\n$/,
    );
  });

  test('a branch with which nothing is shared', async () => {
    git('switch', '--quiet', '--orphan', 'alone');
    put('plans/new.yaml', GOOD);
    commit();
    expect(await refusal(['--since', 'main'])).toBe(
      'cmplan: "main" and the current commit have no commit in common; name a branch, a tag or a commit that this one comes from\n',
    );
  });

  test('a clone that is shallow, and says what to do about it', async () => {
    put('plans/old.yaml', GOOD);
    commit();
    const clone = `${folder}-clone`;
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${folder}`, clone], { stdio: 'ignore' });
    const { status, stderr } = await runInProcess(['check', '--since', 'origin/main'], clone);
    expect([status, stderr]).toEqual([
      2,
      'cmplan: git does not know "origin/main" here; the clone is shallow, so fetch more with git fetch --unshallow, or in CI with fetch-depth: 0 (GitHub) or GIT_DEPTH: 0 (GitLab)\n',
    ]);
    // Services name a commit by its whole hash, of which git never says that it is unknown.
    const hash = git('rev-parse', 'main~0').trim();
    const shallow = await runInProcess(['check', '--since', hash], clone);
    expect(shallow.stderr).toBe(stderr.replace('origin/main', hash));
    rmSync(clone, { recursive: true });
  });

  test('plans in no repository', async () => {
    rmSync(path.join(folder, '.git'), { recursive: true });
    expect(await refusal(['--since', 'main'])).toMatch(/^cmplan: "plans" is not in a git repository/);
  });
});

test('a changed file that is no plan is no failure', async () => {
  put('plans/notes.yaml', 'shopping: [milk]\n');
  expect(await runInProcess(['check', '--since', 'main', 'plans'], folder)).toEqual({
    status: 0,
    stdout: '',
    stderr: 'cmplan: skipped 1 file that is not a plan: no week, from, to or posts\n',
  });
});

test('the program as it is built does the same', () => {
  put('plans/old.yaml', red('a'));
  expect(runAsProcess(['check', '--since', 'main'], folder).stdout).toMatch(
    /^plans\/old\.yaml:4:21: error: "a" /,
  );
});

test('without a path and a config, the plans here and below are checked, or those of the folder of plans around', async () => {
  mkdirSync(path.join(folder, 'deep/down/plans'), { recursive: true });
  put('deep/plans/near.yaml', red('near'));
  expect(await checked([], 'plans')).toEqual(['old.yaml', 'older.yaml', 'year/2025.yaml']);
  expect(await checked([], 'plans/year')).toEqual(['../old.yaml', '../older.yaml', '2025.yaml']);
  expect(await checked([], 'deep')).toEqual(['plans/near.yaml']);
  expect(await checked([], 'deep/down')).toEqual([]);
});

describe('--allow-empty', () => {
  test.each([
    ['a folder', ['nothing']],
    ['a glob', ['plans/*.yml']],
    ['a folder without plans', ['other']],
  ])('lets %s lead to nothing', async (_, paths) => {
    mkdirSync(path.join(folder, 'nothing'));
    put('other/notes.yaml', 'shopping: [milk]\n');
    expect((await runInProcess(['check', ...paths], folder)).status).toBe(2);
    const { status, stdout } = await runInProcess(['check', '--allow-empty', ...paths], folder);
    expect([status, stdout]).toEqual([0, '']);
  });

  test('lets the plans of the config lead to nothing', async () => {
    put('cmplan.config.yaml', 'plans: [weeks/*.yaml, months/*.yaml]\n');
    expect((await runInProcess(['check'], folder)).status).toBe(2);
    expect(await runInProcess(['check', '--allow-empty'], folder)).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('is no excuse for a file that is named and not there', async () => {
    const { status, stderr } = await runInProcess(['check', '--allow-empty', 'plans/odl.yaml'], folder);
    expect([status, stderr]).toEqual([
      2,
      'cmplan: "plans/odl.yaml" does not exist; did you mean "old.yaml"?\n',
    ]);
  });
});

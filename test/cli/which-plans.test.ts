import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { TreeTooLarge, treeBelow } from '../../src/workspace/tree.ts';
import { runAsProcess, runInProcess } from './run.ts';

const GOOD = 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n';
/** Every plan that is checked is one that says so. */
const RED = `${GOOD}  mon: [{ category: nope }]\n`;
const CONFIG = 'timezone: Europe/Kyiv\n';
const NOTES = 'shopping: [milk]\n';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-which-'));
  git('init', '--quiet', '--initial-branch', 'main');
  return () => rmSync(folder, { recursive: true });
});

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  execFileSync('git', ['-C', folder, ...identity, ...args], { stdio: 'ignore' });
}

function put(files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

const inFolder = (from: string, args: readonly string[]) =>
  runInProcess(['check', ...args], path.join(folder, from));

/** What a run said of each plan, by its name, and beside the report. */
async function checked(from = '', args: readonly string[] = []) {
  const { status, stdout, stderr } = await inFolder(from, args);
  const names = stdout.split('\n').flatMap((line) => /^(.+?):\d/.exec(line)?.[1] ?? []);
  return { names: [...new Set(names)], status, stderr };
}

const BRANDS = {
  'brands/a/cmplan.config.yaml': CONFIG,
  'brands/a/plans/2026-W48.yaml': RED,
  'brands/b/cmplan.config.yaml': 'plans: weeks/*.yml\n',
  'brands/b/weeks/48.yml': RED,
};

interface Scene {
  readonly files: Readonly<Record<string, string>>;
  readonly from?: string;
  readonly args?: readonly string[];
  readonly names: readonly string[];
  readonly status?: number;
  readonly stderr?: string;
}

const SCENES: Readonly<Record<string, Scene>> = {
  'brands that have a config each': {
    files: BRANDS,
    names: ['brands/a/plans/2026-W48.yaml', 'brands/b/weeks/48.yml'],
  },
  'the same brands from the folder that they share': {
    files: BRANDS,
    from: 'brands',
    names: ['a/plans/2026-W48.yaml', 'b/weeks/48.yml'],
  },
  'nothing beside the folder of plans that one stands in': {
    files: { ...BRANDS, 'plans/1.yaml': RED, 'plans/2026/2.yaml': RED, 'content/plans/3.yaml': RED },
    from: 'plans',
    names: ['1.yaml', '2026/2.yaml'],
  },
  'the folder of plans from one of its folders': {
    files: { ...BRANDS, 'content/plans/1.yaml': RED, 'content/plans/2026/2.yaml': RED, 'plans/3.yaml': RED },
    from: 'content/plans/2026',
    names: ['../1.yaml', '2.yaml'],
  },
  'in a folder of plans too what a config below names': {
    files: {
      'plans/1.yaml': RED,
      'plans/a/cmplan.config.yaml': 'plans: weeks\n',
      'plans/a/weeks/2.yaml': RED,
      'plans/a/3.yaml': RED,
    },
    from: 'plans',
    names: ['1.yaml', 'a/weeks/2.yaml'],
  },
  'in a folder of plans nothing that git ignores': {
    files: { 'plans/1.yaml': RED, 'plans/draft/2.yaml': RED, '.gitignore': 'draft/\n' },
    from: 'plans',
    names: ['1.yaml'],
    stderr: 'cmplan: git ignores "draft", so it is not checked\n',
  },
  'one brand from one of its folders': {
    files: BRANDS,
    from: 'brands/a/plans',
    names: ['2026-W48.yaml'],
  },
  'brands without a config': {
    files: { 'brands/a/plans/1.yaml': RED, 'brands/b/plans/2026/2.yml': RED, 'brands/c/weeks/3.yaml': RED },
    names: ['brands/a/plans/1.yaml', 'brands/b/plans/2026/2.yml'],
  },
  'brands with and without a config': {
    files: { ...BRANDS, 'plans/1.yaml': RED, 'brands/c/plans/2.yaml': RED },
    names: ['brands/a/plans/2026-W48.yaml', 'brands/b/weeks/48.yml', 'brands/c/plans/2.yaml', 'plans/1.yaml'],
  },
  'a config, to which alone belongs what lies below it': {
    files: { ...BRANDS, 'brands/b/plans/draft.yaml': RED, 'brands/b/old/plans/2.yaml': RED },
    names: ['brands/a/plans/2026-W48.yaml', 'brands/b/weeks/48.yml'],
  },
  'a config below another, which alone counts below it': {
    files: {
      'city/cmplan.config.yaml': "plans: '**/*.yaml'\n",
      'city/1.yaml': RED,
      'city/culture/cmplan.config.yaml': 'plans: weeks\n',
      'city/culture/weeks/2.yaml': RED,
      'city/culture/plans/3.yaml': RED,
    },
    names: ['city/1.yaml', 'city/culture/weeks/2.yaml'],
  },
  'what a config ignores, by names from its folder': {
    files: {
      ...BRANDS,
      'brands/a/cmplan.config.yaml': 'ignore: plans/old\n',
      'brands/a/plans/old/1.yaml': RED,
    },
    names: ['brands/a/plans/2026-W48.yaml', 'brands/b/weeks/48.yml'],
  },
  'a config that lies beside its plans': {
    files: { 'plans/cmplan.config.yaml': CONFIG, 'plans/1.yaml': RED },
    names: ['plans/1.yaml'],
  },
  'plans named one by one, and a folder': {
    files: {
      'a/cmplan.config.yaml': 'plans: [one.yaml, content/]\n',
      'a/one.yaml': RED,
      'a/content/two.yaml': RED,
      'a/three.yaml': RED,
    },
    names: ['a/content/two.yaml', 'a/one.yaml'],
  },
  'nothing of a folder beginning with a dot, or of node_modules': {
    files: { 'plans/1.yaml': RED, '.old/plans/2.yaml': RED, 'node_modules/x/plans/3.yaml': RED },
    names: ['plans/1.yaml'],
  },
  'only what a config here names, be there others below': {
    files: { ...BRANDS, 'cmplan.config.yaml': CONFIG, 'plans/1.yaml': RED },
    names: ['plans/1.yaml'],
  },
  'only what a config above names': {
    files: { ...BRANDS, 'cmplan.config.yaml': CONFIG, 'plans/1.yaml': RED },
    from: 'brands',
    names: ['../plans/1.yaml'],
  },
  'only what a config of the command line names': {
    files: { ...BRANDS, 'plans/1.yaml': RED },
    args: ['--config', 'brands/b/cmplan.config.yaml'],
    names: ['brands/b/weeks/48.yml'],
  },
  'without configs what lies in folders named plans': {
    files: { ...BRANDS, 'brands/b/plans/1.yaml': RED, 'cmplan.config.yaml': 'plans: nowhere\n' },
    args: ['--no-config'],
    names: ['brands/a/plans/2026-W48.yaml', 'brands/b/plans/1.yaml'],
  },
  'what has posts and a period alone, where no config says that plans are there': {
    files: {
      'plans/1.yaml': RED,
      'plans/2.yaml': 'from: 2026-11-23\nposts: { mon: [{ category: nope }] }\n',
      'plans/3.yaml': 'week: 2026-W48\nposts: [\n',
      'k8s/plans/4.yaml': 'from: nothing\nto: nobody\n',
      'k8s/plans/5.yaml': 'posts: 4\n',
      'k8s/plans/6.yaml': 'posts: [\n',
    },
    names: ['plans/1.yaml', 'plans/2.yaml', 'plans/3.yaml'],
    stderr:
      'cmplan: skipped "k8s/plans/4.yaml" and 2 more files: a plan has posts and a period (week, or from and to)\n',
  },
  'whatever has one of the keys, where a config says that plans are there': {
    files: {
      'a/cmplan.config.yaml': CONFIG,
      'a/plans/1.yaml': 'week: 2026-W48\nwekk: 1\n',
      'a/plans/2.yaml': NOTES,
    },
    names: ['a/plans/1.yaml'],
    stderr: 'cmplan: skipped 1 file that is not a plan: no week, from, to or posts\n',
  },
  'nothing that git ignores': {
    files: {
      ...BRANDS,
      '.gitignore': 'build/\nprivate/\n*.draft.yaml\n/brands/c/\n',
      'build/plans/1.yaml': RED,
      'plans/2.yaml': RED,
      'plans/private/3.yaml': RED,
      'plans/4.draft.yaml': RED,
      'brands/a/plans/private/5.yaml': RED,
      'brands/c/cmplan.config.yaml': 'rules: { mxi: off }\n',
    },
    names: ['brands/a/plans/2026-W48.yaml', 'brands/b/weeks/48.yml', 'plans/2.yaml'],
    stderr:
      'cmplan: git ignores "brands/a/plans/private", "plans/4.draft.yaml" and "plans/private", so they are not checked\n',
  },
};

describe('without a path are checked', () => {
  test.each(Object.entries(SCENES))(
    '%s',
    async (_, { files, from, args, names, status = 1, stderr = '' }) => {
      put(files);
      const run = await checked(from, args);
      expect({ ...run, names: [...run.names].sort() }).toEqual({ names, status, stderr });
    },
  );

  test('the same by the program as it is built', () => {
    put(BRANDS);
    const { status, stdout } = runAsProcess(['check'], folder);
    expect([status, stdout]).toEqual([
      1,
      expect.stringMatching(
        /^brands\/a\/plans\/2026-W48\.yaml:4:21: .*\nbrands\/b\/weeks\/48\.yml:4:21: .*\n$/,
      ),
    ]);
  });

  test('the plans of a repository, be a config above its root', async () => {
    put({ 'cmplan.config.yaml': 'rules: { mxi: off }\n', 'repo/a/plans/1.yaml': RED, 'repo/.git/HEAD': '' });
    expect(await checked('repo')).toEqual({ names: ['a/plans/1.yaml'], status: 1, stderr: '' });
  });

  test('outside of a repository all that lies below, and nothing above', async () => {
    rmSync(path.join(folder, '.git'), { recursive: true });
    put({ ...BRANDS, '.gitignore': '*\n', 'docs/notes.yaml': NOTES });
    expect((await checked()).names).toEqual(['brands/a/plans/2026-W48.yaml', 'brands/b/weeks/48.yml']);
    expect((await checked('docs')).status).toBe(2);
  });

  test('a plan that git would ignore, were it not committed', async () => {
    put({ '.gitignore': 'plans/\n', 'plans/1.yaml': RED });
    git('add', '--force', 'plans/1.yaml');
    expect((await checked()).names).toEqual(['plans/1.yaml']);
  });

  test('the plans of a folder that git ignores, where somebody stands in it', async () => {
    put({ '.gitignore': 'draft/\n', 'draft/a/plans/1.yaml': RED });
    expect((await checked('draft')).names).toEqual(['a/plans/1.yaml']);
    expect((await checked('draft/a/plans')).names).toEqual(['1.yaml']);
  });

  test('plans among a thousand folders', async () => {
    for (let index = 0; index < 1000; index++)
      mkdirSync(path.join(folder, `folders/${index}/plans`), { recursive: true });
    put({ 'folders/7/plans/1.yaml': RED });
    expect((await checked()).names).toEqual(['folders/7/plans/1.yaml']);
  });

  test('the plans of each folder of brands in a folder with odd letters', async () => {
    put({
      'Київ [a] (b)/cmplan.config.yaml': CONFIG,
      'Київ [a] (b)/plans/«1».yaml': RED,
      '.gitignore': 'Ні*\n',
      'plans/Ні.yaml': RED,
    });
    expect((await checked()).names).toEqual(['Київ [a] (b)/plans/«1».yaml']);
  });

  test('a plan behind a link, but no folder behind one', async () => {
    put({ 'elsewhere/week.yaml': RED, 'plans/other.txt': '' });
    symlinkSync('../elsewhere/week.yaml', path.join(folder, 'plans/link.yaml'));
    symlinkSync('..', path.join(folder, 'plans/again'));
    expect((await checked()).names).toEqual(['plans/link.yaml']);
  });

  test('the plans of a config whose folder of plans is a link', async () => {
    put({ 'shared/1.yaml': RED, 'a/cmplan.config.yaml': CONFIG });
    symlinkSync('../shared', path.join(folder, 'a/plans'));
    expect((await checked()).names).toEqual(['a/plans/1.yaml']);
  });
});

describe('with --since are checked', () => {
  beforeEach(() => {
    put({ ...BRANDS, 'plans/1.yaml': RED, '.gitignore': 'private/\n', 'plans/private/2.yaml': RED });
    git('add', '--all');
    git('commit', '--quiet', '--message', 'a change');
  });

  test('nothing, in silence, where nothing has changed', async () => {
    expect(await inFolder('', ['--since', 'HEAD'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('the plans that have changed, in the folder of any brand', async () => {
    put({ 'brands/b/weeks/48.yml': RED.replace('nope', 'none'), 'brands/c/plans/1.yaml': RED });
    expect((await checked('', ['--since', 'HEAD'])).names).toEqual([
      'brands/b/weeks/48.yml',
      'brands/c/plans/1.yaml',
    ]);
  });

  test('all plans of the brand whose config has', async () => {
    put({ 'brands/b/cmplan.config.yaml': 'plans: [weeks/*.yml]\n' });
    expect((await checked('', ['--since', 'HEAD'])).names).toEqual(['brands/b/weeks/48.yml']);
  });
});

describe('without a path it is told', () => {
  const NOTHING =
    'cmplan: found no .yaml or .yml file in a folder named plans, here or below; start a week with cmplan new, name the plan to check, or check every plan below this folder with cmplan check .\n';

  test.each(['', 'deep/down'])('what to do where there is nothing: %j', async (from) => {
    put({ 'content/1.yaml': RED, 'deep/down/notes.yaml': NOTES });
    if (from !== '') put({ ...BRANDS, 'plans/1.yaml': RED, 'deep/plans/1.yaml': RED });
    expect(await inFolder(from, [])).toEqual({ status: 2, stdout: '', stderr: NOTHING });
    expect(await inFolder(from, ['--no-config'])).toEqual({ status: 2, stdout: '', stderr: NOTHING });
    expect(await inFolder(from, ['--allow-empty'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('what to do where the config names nothing', async () => {
    put({ 'cmplan.config.yaml': CONFIG, 'content/1.yaml': RED });
    expect((await checked()).stderr).toBe(
      'cmplan: no file matches "plans/**/*.{yaml,yml}", where cmplan.config.yaml says that plans are; name a plan, change "plans" there, or check every plan below this folder with cmplan check .\n',
    );
    expect((await checked('', ['.'])).names).toEqual(['content/1.yaml']);
  });

  test('which config below names nothing, and the others are checked', async () => {
    put({ ...BRANDS, 'brands/b/cmplan.config.yaml': 'plans: [week/*.yml, month/*.yml]\n' });
    expect(await checked()).toEqual({
      names: ['brands/a/plans/2026-W48.yaml'],
      status: 2,
      stderr:
        'cmplan: no file matches "week/*.yml" and "month/*.yml", where brands/b/cmplan.config.yaml says that plans are; name a plan, change "plans" there, or check every plan below this folder with cmplan check .\n',
    });
    expect(await checked('', ['--allow-empty'])).toMatchObject({ status: 1, stderr: '' });
  });

  test('what a config below names that is not there, as it is named from here', async () => {
    put({ 'a/cmplan.config.yaml': 'plans: [one.yaml, tow.yaml]\n', 'a/one.yaml': RED, 'a/two.yaml': RED });
    expect(await checked()).toEqual({
      names: ['a/one.yaml'],
      status: 2,
      stderr: 'cmplan: "a/tow.yaml" does not exist; did you mean "two.yaml"?\n',
    });
  });

  test('which config below leads to files that are no plans', async () => {
    put({ ...BRANDS, 'brands/b/weeks/48.yml': NOTES });
    const { status, stderr } = await checked();
    expect(status).toBe(2);
    expect(stderr).toMatch(/^cmplan: "brands\/b\/weeks\/\*\.yml" leads to no plan: /m);
  });

  test('that a config below is broken, and the others are checked', async () => {
    put({ ...BRANDS, 'brands/b/cmplan.config.yaml': 'rules: { mxi: off }\n' });
    expect(await checked()).toEqual({
      names: ['brands/a/plans/2026-W48.yaml'],
      status: 2,
      stderr:
        'cmplan: brands/b/cmplan.config.yaml:1:10: rules: there is no rule "mxi"; did you mean "mix"?\n',
    });
  });

  test('that nothing in folders named plans is a plan, unless there are others', async () => {
    put({ 'k8s/plans/1.yaml': NOTES });
    const { status, stderr } = await checked();
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^cmplan: "\*\*\/plans\/\*\*\/\*\.\{yaml,yml\}" leads to no plan: its files lack posts or a period \(week, or from and to\)$/m,
    );
    put(BRANDS);
    expect(await checked()).toMatchObject({
      status: 1,
      stderr: 'cmplan: skipped "k8s/plans/1.yaml": a plan has posts and a period (week, or from and to)\n',
    });
  });

  test('which repositories below were not entered', async () => {
    put({
      'plans/1.yaml': RED,
      'tools/x/.git': 'gitdir: elsewhere\n',
      'tools/x/plans/2.yaml': RED,
      'y/.git/HEAD': '',
    });
    expect(await checked()).toEqual({
      names: ['plans/1.yaml'],
      status: 1,
      stderr:
        'cmplan: did not look into "tools/x" and "y", which are separate repositories; name one to check its plans\n',
    });
  });

  // The superuser may read everything.
  test.skipIf(process.getuid?.() === 0)('which folder cannot be read, unless git ignores it', async () => {
    put({ 'plans/1.yaml': RED, 'data/x.txt': '', 'cache/x.txt': '', '.gitignore': 'cache\n' });
    for (const name of ['data', 'cache']) chmodSync(path.join(folder, name), 0o000);
    const run = await checked();
    for (const name of ['data', 'cache']) chmodSync(path.join(folder, name), 0o700);
    expect(run).toEqual({
      names: ['plans/1.yaml'],
      status: 2,
      stderr: 'cmplan: "data" cannot be read, because you do not have permission; ask for it\n',
    });
  });
});

test('a folder with more in it than anybody waits for is given up', () => {
  put({ 'a/1.txt': '', 'a/2.txt': '', 'b/3.txt': '' });
  const io = { cwd: folder, env: {} };
  expect(treeBelow(folder, io, 5).files).toHaveLength(3);
  expect(() => treeBelow(folder, io, 4)).toThrow(TreeTooLarge);
});

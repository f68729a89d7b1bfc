import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { GitRefusal, ignoredBelow, readAtRevision } from '../../src/workspace/git.ts';

let folder = '';
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    encoding: 'utf8',
  }).trim();
const commit = (message: string) => {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-git-'));
  git('init', '--quiet', '--initial-branch', 'main');
  mkdirSync(path.join(folder, 'plans'));
  writeFileSync(path.join(folder, 'plans/week.yaml'), 'one\r\n');
  commit('first');
  git('tag', 'approved');
  writeFileSync(path.join(folder, 'plans/week.yaml'), 'two\n');
  writeFileSync(path.join(folder, 'plans/Зима.yaml'), 'winter\n');
  symlinkSync('week.yaml', path.join(folder, 'plans/link.yaml'));
  commit('second');
  writeFileSync(path.join(folder, 'plans/week.yaml'), 'three\n');
});

function read(revision: string, name = 'plans/week.yaml', env: NodeJS.ProcessEnv = process.env): string {
  const file = path.join(folder, name);
  return Buffer.from(readAtRevision({ revision, file, name, most: 100 }, env)).toString();
}

describe('a file as git had it', () => {
  test.each([
    ['HEAD', 'two\n'],
    ['main', 'two\n'],
    ['HEAD~1', 'one\r\n'],
    ['approved', 'one\r\n'],
    ['HEAD^{/first}', 'one\r\n'],
  ])('at %s', (revision, content) => {
    expect(read(revision)).toBe(content);
  });

  test('by a name that is not Latin, and through a link', () => {
    expect(read('HEAD', 'plans/Зима.yaml')).toBe('winter\n');
    expect(read('HEAD', 'plans/link.yaml')).toBe('two\n');
  });

  test('in a hook, whose repository is named by a path from its root', () => {
    expect(read('HEAD', 'plans/week.yaml', { ...process.env, GIT_DIR: '.git', GIT_INDEX_FILE: 'x' })).toBe(
      'two\n',
    );
  });

  test('as far as it is to be read', () => {
    const file = path.join(folder, 'plans/week.yaml');
    const bytes = readAtRevision({ revision: 'HEAD', file, name: 'week.yaml', most: 2 }, process.env);
    expect(bytes.length).toBe(3);
  });
});

describe('what git cannot say', () => {
  test.each([
    ['nowhere', 'git does not know "nowhere" here; name a commit, a branch or a tag, such as HEAD~3 or main'],
    ['aproved', 'git does not know "aproved" here; did you mean "approved"?'],
    ['--all', 'git does not know "--all" here; name a commit, a branch or a tag, such as HEAD~3 or main'],
    ['', 'git does not know "" here; name a commit, a branch or a tag, such as HEAD~3 or main'],
    ['HEAD:plans', '"HEAD:plans" is not a commit; name a commit, a branch or a tag, such as HEAD~3 or main'],
  ])('at %j', (revision, sentence) => {
    expect(() => read(revision)).toThrow(new GitRefusal(sentence));
  });

  test('of a file that was not there', () => {
    expect(() => read('approved', 'plans/Зима.yaml')).toThrow(
      new GitRefusal(
        '"plans/Зима.yaml" did not exist at "approved"; it was added later, or had another name then',
      ),
    );
  });

  test('in a clone that is shallow, or that lacks the content', () => {
    const clone = (name: string, ...options: readonly string[]) => {
      const to = path.join(mkdtempSync(path.join(tmpdir(), 'cmplan-clone-')), name);
      git('config', 'uploadpack.allowFilter', 'true');
      git('config', 'uploadpack.allowAnySHA1InWant', 'true');
      git('clone', '--quiet', ...options, `file://${folder}`, to);
      const file = path.join(to, 'plans/week.yaml');
      return (revision: string) =>
        readAtRevision({ revision, file, name: 'week.yaml', most: 9 }, process.env);
    };
    expect(() => clone('shallow', '--depth', '1')('HEAD~1')).toThrow(
      new GitRefusal(
        'git does not know "HEAD~1" here; the clone is shallow, so fetch more with git fetch --unshallow, or in CI with fetch-depth: 0 (GitHub) or GIT_DEPTH: 0 (GitLab)',
      ),
    );
    expect(() => clone('partial', '--filter', 'blob:none')('HEAD~1')).toThrow(
      new GitRefusal('git does not have "week.yaml" as it was at "HEAD~1"; fetch it first'),
    );
  });

  test('outside of a repository', () => {
    const alone = mkdtempSync(path.join(tmpdir(), 'cmplan-no-git-'));
    const file = path.join(alone, 'week.yaml');
    writeFileSync(file, '');
    expect(() => readAtRevision({ revision: 'HEAD', file, name: 'week.yaml', most: 9 }, process.env)).toThrow(
      new GitRefusal('"week.yaml" is not in a git repository, so there is no earlier version of it'),
    );
  });

  test('where there is no git, or one that cannot be run', () => {
    const bin = mkdtempSync(path.join(tmpdir(), 'cmplan-bin-'));
    expect(() => read('HEAD', 'plans/week.yaml', { PATH: bin })).toThrow(/^git was not found; install it/);
    writeFileSync(path.join(bin, 'git'), 'not a program');
    chmodSync(path.join(bin, 'git'), 0o755);
    expect(() => read('HEAD', 'plans/week.yaml', { PATH: bin })).toThrow(GitRefusal);
  });
});

describe('what git ignores', () => {
  const ignored = (below: string, env: NodeJS.ProcessEnv = process.env) => {
    return [...ignoredBelow(path.join(folder, below), env)].map((file) => path.relative(folder, file)).sort();
  };

  beforeAll(() => {
    writeFileSync(path.join(folder, '.gitignore'), 'out/\n*.tmp\nКиїв «1».yaml\n');
    for (const name of ['out/deep', 'plans/out', 'kept'])
      mkdirSync(path.join(folder, name), { recursive: true });
    for (const name of ['out/deep/1.yaml', 'plans/out/2.yaml', 'kept/3.yaml', 'kept/4.tmp', 'Київ «1».yaml'])
      writeFileSync(path.join(folder, name), '');
  });

  test('is named by its outermost folder', () => {
    expect(ignored('')).toEqual(['kept/4.tmp', 'out', 'plans/out', 'Київ «1».yaml']);
    expect(ignored('plans')).toEqual(['plans/out']);
    expect(ignored('', { ...process.env, GIT_DIR: 'elsewhere' })).toHaveLength(4);
  });

  test('is nothing where git cannot tell', () => {
    expect(ignored('out/deep')).toEqual([]);
    expect(ignored('', { PATH: mkdtempSync(path.join(tmpdir(), 'cmplan-bin-')) })).toEqual([]);
    expect([...ignoredBelow(mkdtempSync(path.join(tmpdir(), 'cmplan-no-git-')), process.env)]).toEqual([]);
  });
});

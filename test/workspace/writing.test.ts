import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isThere, makeFolder, placeFor, whyNotWritten, writeWhole } from '../../src/workspace/writing.ts';

const atOnce = (work: () => void) => work();

/** What the file system is to fail with, by the name of its function. */
const failing = vi.hoisted(() => new Map<string, { readonly code: string; readonly after?: () => void }>());

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const orFail = <Args extends unknown[], Result>(name: string, call: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      const failure = failing.get(name);
      if (failure === undefined) return call(...args);
      failure.after?.();
      throw Object.assign(new Error(failure.code), { code: failure.code });
    };
  };
  return {
    ...fs,
    writeFileSync: orFail('write', fs.writeFileSync),
    linkSync: orFail('link', fs.linkSync),
    renameSync: orFail('rename', fs.renameSync),
  };
});

const root = mkdtempSync(path.join(tmpdir(), 'cmplan-writing-'));
let folder = '';
let count = 0;
const at = (name: string) => path.join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');

beforeEach(() => {
  folder = path.join(root, `${count++}`);
  mkdirSync(folder);
});

afterEach(() => failing.clear());
afterAll(() => rmSync(root, { recursive: true }));

/** Why a file was not written. */
function failureOf(name: string, overwrite = false): string {
  try {
    writeWhole(at(name), 'new', overwrite, atOnce);
  } catch (error) {
    return whyNotWritten(error);
  }
  throw new Error('it was written');
}

describe('a file', () => {
  test('is written whole, and nothing beside it', () => {
    const text = `week: 2026-W48 # тиждень\r\n${'#'.repeat(1_000_000)}\n`;
    writeWhole(at('a.yaml'), text, false, atOnce);
    expect(read('a.yaml')).toBe(text);
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  test('has the permissions of any new file', () => {
    writeWhole(at('a.yaml'), 'new', false, atOnce);
    writeFileSync(at('b.yaml'), 'new');
    expect(statSync(at('a.yaml')).mode).toBe(statSync(at('b.yaml')).mode);
  });

  test('that is there is refused, and stays as it is', () => {
    writeFileSync(at('a.yaml'), 'old');
    expect(failureOf('a.yaml')).toBe('already exists');
    expect(read('a.yaml')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  test('that is there as a link to nothing is refused', () => {
    symlinkSync('nowhere', at('a.yaml'));
    expect(failureOf('a.yaml')).toBe('already exists');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  test('gives way where that is asked for, but for its permissions', () => {
    writeFileSync(at('a.yaml'), 'old and longer');
    chmodSync(at('a.yaml'), 0o640);
    writeWhole(at('a.yaml'), 'new', true, atOnce);
    expect(read('a.yaml')).toBe('new');
    expect(statSync(at('a.yaml')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  test('gives way behind a link, which still leads to it', () => {
    mkdirSync(at('shared'));
    writeFileSync(at('shared/a.yaml'), 'old');
    symlinkSync('shared/a.yaml', at('link.yaml'));
    writeWhole(at('link.yaml'), 'new', true, atOnce);
    expect(lstatSync(at('link.yaml')).isSymbolicLink()).toBe(true);
    expect(readlinkSync(at('link.yaml'))).toBe('shared/a.yaml');
    expect(read('shared/a.yaml')).toBe('new');
    expect([readdirSync(folder), readdirSync(at('shared'))]).toEqual([['link.yaml', 'shared'], ['a.yaml']]);
  });

  test('that was to give way need not be there', () => {
    writeWhole(at('a.yaml'), 'new', true, atOnce);
    expect(read('a.yaml')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });
});

describe('a file that cannot be written', () => {
  test.each([false, true])('has no folder (overwrite: %s)', (overwrite) => {
    expect(failureOf('none/a.yaml', overwrite)).toBe(
      'cannot be written: its folder does not exist; create it first',
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([false, true])('stands below a file (overwrite: %s)', (overwrite) => {
    writeFileSync(at('a.yaml'), 'old');
    expect(failureOf('a.yaml/b.yaml', overwrite)).toBe(
      'cannot be written, because a part of its path is a file',
    );
    expect(read('a.yaml')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  test('is a folder', () => {
    mkdirSync(at('a.yaml'));
    expect(failureOf('a.yaml', true)).toBe('is a folder; name a file in it');
    expect(failureOf('a.yaml', false)).toBe('is a folder; name a file in it');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
    expect(readdirSync(at('a.yaml'))).toEqual([]);
  });

  test.runIf(process.getuid?.() !== 0)('is in a folder that cannot be changed', () => {
    mkdirSync(at('locked'), { mode: 0o500 });
    expect(failureOf('locked/a.yaml')).toBe(
      'cannot be written, because you do not have permission; ask for it',
    );
    expect(readdirSync(at('locked'))).toEqual([]);
  });

  test.each([false, true])('leaves nothing behind on a full disk (overwrite: %s)', (overwrite) => {
    if (overwrite) writeFileSync(at('a.yaml'), 'old');
    failing.set('write', { code: 'ENOSPC' });
    expect(failureOf('a.yaml', overwrite)).toBe('cannot be written: there is no space left');
    failing.clear();
    expect(readdirSync(folder)).toEqual(overwrite ? ['a.yaml'] : []);
    if (overwrite) expect(read('a.yaml')).toBe('old');
  });

  test('leaves the old one, and nothing else, where it cannot be put in its place', () => {
    writeFileSync(at('a.yaml'), 'old');
    failing.set('rename', { code: 'EACCES' });
    expect(failureOf('a.yaml', true)).toBe(
      'cannot be written, because you do not have permission; ask for it',
    );
    expect(read('a.yaml')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });
});

describe('where the file system knows no second names', () => {
  test.each(['EPERM', 'ENOTSUP', 'EXDEV'])('a file is written all the same (%s)', (code) => {
    failing.set('link', { code });
    writeWhole(at('a.yaml'), 'new', false, atOnce);
    expect(read('a.yaml')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  test('a file that is there is refused', () => {
    writeFileSync(at('a.yaml'), 'old');
    failing.set('link', { code: 'EPERM' });
    expect(failureOf('a.yaml')).toBe('already exists');
    expect(read('a.yaml')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  test('a file that comes while another is written is not overwritten', () => {
    failing.set('link', { code: 'EPERM', after: () => writeFileSync(at('a.yaml'), 'first') });
    expect(failureOf('a.yaml')).toBe('already exists');
    expect(read('a.yaml')).toBe('first');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  test('any other failure is one', () => {
    failing.set('link', { code: 'EDQUOT' });
    expect(failureOf('a.yaml')).toBe('cannot be written: there is no space left');
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('folders are made with those that they are in, and may be there', () => {
  makeFolder(at('a/b/c'));
  makeFolder(at('a/b/c'));
  expect(statSync(at('a/b/c')).isDirectory()).toBe(true);
});

test('every failure has its words', () => {
  const said = (code: string) => whyNotWritten(Object.assign(new Error('odd'), { code }));
  expect(said('EROFS')).toBe('cannot be written: the place is read-only; name another one');
  expect(said('ENAMETOOLONG')).toBe('is too long for a file name');
  expect(said('EIO')).toBe('could not be written (odd)');
  expect(whyNotWritten('odd')).toBe('could not be written (odd)');
  expect(isThere(Object.assign(new Error('odd'), { code: 'EEXIST' }))).toBe(true);
  expect(isThere(new Error('EEXIST'))).toBe(false);
});

describe('a new plan', () => {
  const place = async (globs: readonly string[], name = '2026-W48') => {
    const { file, isReached } = await placeFor(name, globs, '/team');
    return `${path.posix.relative('/team', file)}${isReached ? '' : ' (not reached)'}`;
  };

  test.each([
    [['plans/**/*.{yaml,yml}'], 'plans/2026-W48.yaml'],
    [['plans/**/*.yaml'], 'plans/2026-W48.yaml'],
    [['content'], 'content/2026-W48.yaml'],
    [['content/'], 'content/2026-W48.yaml'],
    [['./content/weeks'], 'content/weeks/2026-W48.yaml'],
    [['*.yaml'], '2026-W48.yaml'],
    [['**/*.yaml'], '2026-W48.yaml'],
    [['.'], '2026-W48.yaml'],
    [['a/b/*.yml'], 'a/b/2026-W48.yml'],
    [['../shared/*.yaml'], '../shared/2026-W48.yaml'],
    [['plans/2026.yaml'], 'plans/2026-W48.yaml (not reached)'],
    [['plans/2026.yaml', 'weeks/*.yaml'], 'weeks/2026-W48.yaml'],
    [['plans/week-*.yaml'], 'plans/2026-W48.yaml (not reached)'],
    [['plans/2025-*.yaml', 'plans/2026-*.yml'], 'plans/2026-W48.yml'],
    [['plans/*/*.yaml'], 'plans/2026-W48.yaml (not reached)'],
    [['plans/{fb,tg}/*.yaml'], 'plans/2026-W48.yaml (not reached)'],
    [[], '2026-W48.yaml (not reached)'],
  ])('by %j goes to %s', async (globs, wanted) => {
    expect(await place(globs)).toBe(wanted);
  });
});

describe('what is no ordinary file', () => {
  test.skipIf(process.platform === 'win32')('a device is written to, and stays one', () => {
    writeWhole('/dev/null', 'text\n', true, atOnce);
    writeWhole('/dev/null', 'text\n', false, atOnce);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('a link that leads nowhere is not written through', () => {
    symlinkSync('nowhere', at('link.yaml'));
    expect(failureOf('link.yaml', true)).toBe(
      'is a symbolic link that leads nowhere; delete it, or name another file',
    );
    expect(readdirSync(folder)).toEqual(['link.yaml']);
  });
});

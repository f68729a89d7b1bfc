import fc from 'fast-check';
import picomatch from 'picomatch';
import { afterEach, expect, test, vi } from 'vitest';
import { areFewNames, globMatcher } from '../src/text/globs.ts';

afterEach(() => vi.restoreAllMocks());

const GLOB = fc
  .array(
    fc.array(
      fc.constantFrom('a', 'b', '.', '-', '*', '?', '[ab]', '[^a]', '[a-c]', '{a,ab}', '{b,.c,ac}', 'ab'),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((segments) => segments.map((segment) => segment.join('')))
  .chain((segments) => fc.tuple(fc.constant(segments), fc.nat(segments.length), fc.boolean()))
  .map(([segments, at, hasFolders]) => {
    return (hasFolders ? [...segments.slice(0, at), '**', ...segments.slice(at)] : segments).join('/');
  })
  .filter((glob) => !/\*\*./.test(glob.replaceAll('**/', '')) && !/(^|\/)\.+(\/|$)/.test(glob));
const PATH = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.', '-'), minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 4,
  })
  .filter((names) => names.every((name) => !/^\.+$/.test(name)))
  .map((names) => names.join('/'));

/** picomatch takes `a/**` for the folder itself, too, where no wildcard stands before it; here a path is that of a file. */
const isFolderItself = (glob: string, path: string) =>
  glob.endsWith('/**') && picomatch.isMatch(path, glob.slice(0, -3), { dot: true });

test('globs match what picomatch says', () => {
  fc.assert(
    fc.property(GLOB, PATH, fc.boolean(), (glob, path, dot) => {
      fc.pre(!isFolderItself(glob, path));
      expect([glob, path, globMatcher([glob], { dot })(path)]).toEqual([
        glob,
        path,
        picomatch(glob, { dot })(path),
      ]);
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 3000) },
  );
});

test('a class and its opposite, escapes and ranges', () => {
  const matches = (glob: string, path: string) => globMatcher([glob], { dot: false })(path);
  expect(matches('[!a]b', 'ab')).toBe(false);
  expect(matches('[[:digit:]]*', '4.yaml')).toBe(true);
  expect(matches('{a..c}/x', 'b/x')).toBe(true);
  expect(matches('a\\*', 'a*')).toBe(true);
  expect(matches('a\\*', 'ab')).toBe(false);
  expect(matches('{a}', '{a}')).toBe(true);
  expect(matches('[z-a]', '[z-a]')).toBe(true);
  expect(matches('./a//*', 'a/b')).toBe(true);
});

test('three thousand names are few, and no more than these are written out', () => {
  const five = '{a,b,c,d,e}';
  const thousand = `${five}${five}${five}{a,b}{a,b}{a,b}`;
  expect(areFewNames([`${thousand}/b/c`])).toBe(true);
  expect(areFewNames([`${thousand}/b/c`, 'a'])).toBe(false);
  expect(areFewNames([`${thousand}/b`, thousand])).toBe(true);
  const slice = vi.spyOn(String.prototype, 'slice');
  expect(areFewNames(['{a,b}'.repeat(200)])).toBe(false);
  expect(slice.mock.calls.length).toBeLessThan(60_000);
});

test('braces in braces, and braces that are not closed', () => {
  const matches = (glob: string, path: string) => globMatcher([glob], { dot: false })(path);
  expect(['b', 'c'].map((path) => matches('{a,{b,c}}', path))).toEqual([true, true]);
  expect(['{a', '{ab'].map((path) => matches('{a{,b}', path))).toEqual([true, true]);
  expect(matches('a}{b,c}', 'a}c')).toBe(true);
});

test('each name of a path is looked at once for each part of a glob, however many ways there are', () => {
  const globs = Array.from({ length: 50 }, (_, index) => `**/a/**/?*?*?*${index}b/**/a/**/a/**/b`);
  const path = Array(60).fill('a'.repeat(60)).join('/');
  const test = vi.spyOn(RegExp.prototype, 'test');
  expect(globMatcher(globs, { dot: true })(path)).toBe(false);
  expect(test.mock.calls.length).toBeLessThanOrEqual(50 * 60 * 6);
});

/** How often a name is tested against a segment while files of one folder are matched. */
const testsOf = (globs: readonly string[], folder: string, files: number) => {
  const test = vi.spyOn(RegExp.prototype, 'test');
  const matches = globMatcher(globs, { dot: true });
  for (let index = 0; index < files; index++) expect(matches(`${folder}/${index}.yaml`)).toBe(false);
  const calls = test.mock.calls.length;
  test.mockRestore();
  return calls;
};

test('a row of ** takes no more steps than one', () => {
  const folder = Array.from({ length: 97 }, () => 'd').join('/');
  const steps = (stars: number) => testsOf([`${'**/'.repeat(stars)}x`], folder, 1) - stars;
  expect(steps(330)).toBeLessThan(2 * steps(1));
});

test('what the folders of a path match is found out once for all files in them', () => {
  const folder = Array.from({ length: 97 }, () => 'a').join('/');
  const glob = `${'**/a/'.repeat(100)}x`;
  const [one, many] = [testsOf([glob], folder, 1), testsOf([glob], folder, 1000)];
  expect(one).toBeGreaterThan(2000);
  expect(many).toBeLessThan(2 * one);
});

test('folders that are left and entered again', () => {
  const matches = globMatcher(['a/**/b/*.yaml', 'c/*'], { dot: false });
  const paths = ['a/b/x.yaml', 'a/x.yaml', 'a/c/b/x.yaml', 'c/x', 'a/c/x.yaml', 'a/c/b/y.yaml', 'x', 'c/b/x'];
  expect(paths.filter(matches)).toEqual(['a/b/x.yaml', 'a/c/b/x.yaml', 'c/x', 'a/c/b/y.yaml']);
});

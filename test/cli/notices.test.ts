import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAsProcess, runInProcess } from './run.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-notices-'));
  mkdirSync(path.join(folder, '.git'));
  writeFileSync(path.join(folder, 'shopping.yaml'), 'milk: 1\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Command lines that say something long on standard error. */
const LONG: Readonly<Record<string, readonly string[]>> = {
  'a wrong value of an option': ['new', '--mix', 'branded'],
  'an unknown option': ['check', '--an-option-that-nobody-has-ever-heard-of-until-today'],
  'a refusal': ['new', '2026-W49', '--per-day', '20', '-o', '-'],
  'a failure': ['check', 'no-such-folder-as-this/with/a/plan/that/is-not-there/at-all-2026-W48.yaml'],
  'a comparison with nothing': ['drift', 'shopping.yaml'],
  'an unknown rule': ['explain', 'a-rule-that-nobody-has-ever-heard-of-until-today'],
};

describe.each(Object.entries(LONG))('%s', (_, args) => {
  test('is wrapped on a terminal, at its width', async () => {
    const { stderr: whole } = await runInProcess(args, folder);
    const lines = async (columns: number) => {
      const { stderr } = await runInProcess(args, folder, { terminal: true, columns });
      expect(stderr.replaceAll('\n  ', ' ')).toBe(whole);
      return stderr.trimEnd().split('\n');
    };
    const narrow = await lines(50);
    expect(narrow.length).toBeGreaterThan(1);
    expect(narrow.filter((line) => line.length > 50 && line.trim().includes(' '))).toEqual([]);
    expect((await lines(1000)).filter((line) => line.length > 120)).toEqual([]);
  });

  test('is one line in a pipe', () => {
    const { stderr } = runAsProcess(args, folder);
    expect(stderr).toMatch(/^cmplan: [^\n]{60,}\n$/);
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { BIN } from './run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cmplan-pipes-'));
const plan = path.join(folder, 'plan.yaml');
const LINES = 20_000;
writeFileSync(plan, `week: 2026-W48\nposts:\n  mon:\n${'    - { category: nope }\n'.repeat(LINES)}`);

afterAll(() => rmSync(folder, { recursive: true }));

test('a report of several megabytes arrives whole', () => {
  const { stdout } = spawnSync(process.execPath, [BIN, 'check', plan], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  expect(stdout.length).toBeGreaterThan(1_000_000);
  expect(stdout.split('\n').filter((line) => line.endsWith('[category]'))).toHaveLength(LINES);
});

test('a reader that has seen enough ends the program quietly', async () => {
  const child = spawn(process.execPath, [BIN, 'check', plan]);
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect(stderr).toBe('');
  expect(status).toBe(1);
});

test.runIf(existsSync('/dev/full'))('output that cannot be written is one line and status 2', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [BIN, 'check', plan], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect(stderr).toBe('cmplan: the output could not be written (ENOSPC)\n');
  expect(status).toBe(2);
});

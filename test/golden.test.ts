import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkPlan, DEFAULT_TERMS } from '../src/check/check-plan.ts';
import { plain as plainPieces } from '../src/report/plain.ts';
import { runInProcess } from './cli/run.ts';
import { whole } from './report/whole.ts';

const plain = whole(plainPieces);

const OK = new URL('golden/ok/', import.meta.url);
const ERR = new URL('golden/err/', import.meta.url);

const READY = new URL('golden/ready/', import.meta.url);
const CONFIG = new URL('golden/config/', import.meta.url);

const plansIn = (folder: URL) => readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const reportOf = (folder: URL, name: string, ready = false) =>
  plain([checkPlan(readFileSync(new URL(name, folder)), name, { ...DEFAULT_TERMS, ready })]);

test.each(plansIn(OK))('%s is silent', (name) => {
  expect(reportOf(OK, name)).toBe('');
});

/** The exact output stands beside each plan; `vitest -u` writes it anew, for a person to read. */
test.each(plansIn(ERR))('%s says what stands beside it', async (name) => {
  const report = reportOf(ERR, name);
  expect(report).not.toBe('');
  await expect(report).toMatchFileSnapshot(`golden/err/${name.replace('.yaml', '.txt')}`);
});

test.each(plansIn(CONFIG))('the config %s is broken, and says why', async (name) => {
  const { status, stdout, stderr } = await runInProcess(['config', '--config', name], fileURLToPath(CONFIG));
  expect(status).toBe(2);
  expect(stdout).toBe('');
  await expect(stderr).toMatchFileSnapshot(`golden/config/${name.replace('.yaml', '.txt')}`);
});

test.each(plansIn(READY))('%s is not ready, and says what stands beside it', async (name) => {
  const report = reportOf(READY, name, true);
  await expect(report).toMatchFileSnapshot(`golden/ready/${name.replace('.yaml', '.txt')}`);
});

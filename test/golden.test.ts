import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPlan } from '../src/check.ts';
import { plain } from '../src/report/plain.ts';

const OK = new URL('golden/ok/', import.meta.url);
const ERR = new URL('golden/err/', import.meta.url);

const plansIn = (folder: URL) => readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const reportOf = (folder: URL, name: string) => plain([checkPlan(readFileSync(new URL(name, folder)), name)]);

test.each(plansIn(OK))('%s is silent', (name) => {
  expect(reportOf(OK, name)).toBe('');
});

/** The exact output stands beside each plan; `vitest -u` writes it anew, for a person to read. */
test.each(plansIn(ERR))('%s says what stands beside it', async (name) => {
  const report = reportOf(ERR, name);
  expect(report).not.toBe('');
  await expect(report).toMatchFileSnapshot(`golden/err/${name.replace('.yaml', '.txt')}`);
});

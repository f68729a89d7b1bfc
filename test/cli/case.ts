import { describe, expect, test } from 'vitest';
import { type Run, runAsProcess, runInProcess } from './run.ts';

/** A command line and what comes of it; what is not said of an output is that there is none. */
export interface Case {
  readonly args: readonly string[];
  readonly status: number;
  readonly stdout?: string | RegExp;
  readonly stderr?: string | RegExp;
  readonly stdin?: string;
}

function matches(actual: string, wanted: string | RegExp | undefined): void {
  if (wanted instanceof RegExp) expect(actual).toMatch(wanted);
  else expect(actual).toBe(wanted ?? '');
}

/** Compares a run with its case; standard error counts where the case speaks of it, or there is no other output. */
function judge(run: Run, { status, stdout, stderr }: Case): void {
  matches(run.stdout, stdout);
  if (stderr !== undefined || run.stdout === '') matches(run.stderr, stderr);
  expect(run.status).toBe(status);
}

/** Runs each command line in this process, and again as a process of its own. */
export function runTwice(cases: Readonly<Record<string, Case>>, folder: () => string): void {
  describe('in process', () => {
    test.each(Object.entries(cases))('%s', async (_, each) => {
      judge(await runInProcess(each.args, folder(), { stdin: each.stdin ?? '' }), each);
    });
  });

  describe('as a process of its own', () => {
    test.each(Object.entries(cases))('%s', (_, each) => {
      judge(runAsProcess(each.args, folder(), each.stdin), each);
    });
  });
}

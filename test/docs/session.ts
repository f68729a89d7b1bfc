import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runInProcess } from '../cli/run.ts';

/** When the sessions of the docs take place: a Wednesday, 18 November 2026. */
const NOW = Date.UTC(2026, 10, 18, 9);

/** What somebody writes into a file in an editor: texts that are there once, and what comes in their places. */
export type Edits = readonly (readonly [before: string, after: string])[];

/** What happens between the commands of a session: edits, or what somebody answers to the questions of the next command. */
export type Step = Edits | readonly string[];

const areAnswers = (step: Step | undefined): step is readonly string[] => typeof step?.[0] === 'string';

const EDIT = /^nano (\S+)/;

/**
 * Runs the commands of a session, the lines that begin with `$ `, one after the other in a folder, and writes what each prints
 * below it. `nano FILE` stands for the next of the edits, and shows the lines that it changed. Answers are for the next
 * `cmplan` that asks.
 */
export async function rerun(session: string, folder: string, steps: Step[]): Promise<string> {
  const commands = session.split('\n').filter((line) => line.startsWith('$ '));
  const shown: string[] = [];
  for (const line of commands) {
    const output = await outputOf(line.slice('$ '.length), folder, steps);
    shown.push([line, output.trimEnd()].filter((part) => part !== '').join('\n'));
  }
  return shown.join('\n\n').replaceAll(folder, '.');
}

async function outputOf(command: string, folder: string, steps: Step[]): Promise<string> {
  const [, file] = EDIT.exec(command) ?? [];
  if (file !== undefined) return edited(path.join(folder, file), (steps.shift() ?? []) as Edits);
  const [, args, input] = /^cmplan (.*?)(?: < (\S+))?$/.exec(command) ?? [];
  if (args === undefined || /[|>;]/.test(args)) return inShell(command, folder);
  const stdin = input === undefined ? '' : readFileSync(path.join(folder, input), 'utf8');
  const [step] = steps;
  const isAsked = areAnswers(step) && /^import/.test(args);
  if (isAsked) steps.shift();
  const world = { terminal: true, now: () => NOW, stdin, answers: isAsked ? step : null };
  const { stdout, stderr } = await runInProcess([...wordsOf(args), '--no-color'], folder, world);
  return stderr + stdout;
}

/** The words of a command line as a shell has them, quotes taken away. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

function inShell(command: string, folder: string): string {
  const { stdout, stderr, status } = spawnSync('sh', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env: ENVIRONMENT,
  });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}

/** Nothing of the machine decides what git does, and when it was. */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'Olena'],
      [`GIT_${who}_EMAIL`, 'olena@example.com'],
      [`GIT_${who}_DATE`, '2026-11-18T09:00:00Z'],
    ]),
  ),
};

function edited(file: string, edits: Edits): string {
  const before = readFileSync(file, 'utf8');
  let text = before;
  for (const [old, put] of edits) {
    if (!text.includes(old)) throw new Error(`${file} does not have ${old}`);
    text = text.replace(old, () => put);
  }
  if (text === before) throw new Error(`nothing changes in ${file}`);
  writeFileSync(file, text);
  const known = new Set(before.split('\n'));
  return text
    .split('\n')
    .filter((line) => !known.has(line))
    .join('\n');
}

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { main } from '../../src/cli/main.ts';
import type { Io, Questions } from '../../src/io.ts';

/** What a run of the program left behind. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const BIN = path.resolve(import.meta.dirname, '../../bin/cmplan.js');

/** The world that a run meets, as far as a test cares. */
export interface World {
  readonly stdin?: string;
  /** Whether both outputs are terminals. */
  readonly terminal?: boolean;
  /** Of these terminals; 80 unless a test says otherwise. */
  readonly columns?: number;
  /** What a person at the terminal answers; null where nobody is there. */
  readonly answers?: readonly string[] | null;
  readonly now?: () => number;
  /** Variables of the environment; none else is there. */
  readonly env?: Readonly<Record<string, string>>;
  /** Told of each piece that goes to standard output. */
  readonly onWrite?: (text: string) => void;
}

/** Runs a command line in this process. */
export async function runInProcess(
  args: readonly string[],
  cwd: string,
  {
    stdin = '',
    terminal = false,
    columns = 80,
    answers = null,
    now = Date.now,
    env = {},
    onWrite,
  }: World = {},
): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const output = (write: (text: string) => void) => ({
    isTerminal: terminal,
    columns: terminal ? columns : undefined,
    colorLevel: () => (terminal ? (1 as const) : (0 as const)),
    write,
  });
  const io: Io = {
    cwd,
    env,
    stdout: output((text) => {
      onWrite?.(text);
      stdout += text;
    }),
    stderr: output((text) => {
      stderr += text;
    }),
    readStdin: async () => new TextEncoder().encode(stdin),
    openQuestions:
      answers === null
        ? null
        : async () =>
            questionsWith(answers, (text) => {
              stderr += text;
            }),
    undisturbed: (work) => work(),
    now,
  };
  const status = await main(args, io);
  return { status, stdout, stderr };
}

/** Answers questions one after the other; there are no more answers than that. */
function questionsWith(answers: readonly string[], write: (text: string) => void): Questions {
  const left = [...answers];
  return {
    ask: async (question) => {
      const answer = left.shift() ?? null;
      write(`${question}${answer ?? ''}\n`);
      return answer;
    },
    close: () => {},
  };
}

/** Runs the built program as a process of its own. */
export function runAsProcess(args: readonly string[], cwd: string, stdin = ''): Run {
  const env = { PATH: process.env.PATH };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    input: stdin,
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

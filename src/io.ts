import { fstatSync } from 'node:fs';

/** A stream that a person or a program reads. */
export interface Output {
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
  /** How many colours the terminal shows, as chalk counts: 0 none, 1 sixteen, 2 256, 3 all. */
  readonly colorLevel: () => 0 | 1 | 2 | 3;
  readonly write: (text: string) => void;
}

/** All that cmplan knows of the world around it. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Carries the report alone. */
  readonly stdout: Output;
  /** Carries everything else. */
  readonly stderr: Output;
  /** Standard input, up to that many bytes and one more; rejects with an error of the file system. */
  readonly readStdin: (most: number) => Promise<Uint8Array>;
  /** Begins to ask the person at the terminal; null where nobody can be asked. */
  readonly openQuestions: (() => Promise<Questions>) | null;
  /** Does short work to its end, be it that somebody presses Ctrl-C meanwhile. */
  readonly undisturbed: (work: () => void) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Questions to the person at the terminal. */
export interface Questions {
  /** Resolves with the answer in one line, or null where there will be no more answers. */
  readonly ask: (question: string) => Promise<string | null>;
  /** To be called when there are no more questions. */
  readonly close: () => void;
}

/** The world of the running process. Nothing else in cmplan touches `process`. */
export function processIo(): Io {
  return {
    cwd: workingFolder(),
    env: process.env,
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    readStdin,
    // Looked at when somebody is to be asked: opening standard input takes a noticeable part of a check.
    get openQuestions() {
      return process.stdin.isTTY && process.stderr.isTTY ? openQuestions : null;
    },
    undisturbed,
    now: Date.now,
  };
}

/** Nothing can be found in a working folder that was deleted, and nothing is to be written there; whole paths still lead somewhere. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env.PWD ?? '/';
  }
}

const LEVELS = { 1: 0, 4: 1, 8: 2, 24: 3 } as const;

function outputTo(stream: NodeJS.WriteStream): Output {
  // A reader that has seen enough (`| head -1`) closes the pipe: no reason to complain.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    if (stream !== process.stderr)
      process.stderr.write(`cmplan: the output could not be written (${error.code})\n`);
  });
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
    colorLevel: () => (stream.isTTY ? LEVELS[stream.getColorDepth() as keyof typeof LEVELS] : 0),
    write: (text) => void stream.write(text),
  };
}

async function readStdin(most: number): Promise<Uint8Array> {
  if (fstatSync(process.stdin.fd).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > most) break;
  }
  return Buffer.concat(chunks);
}

const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A signal that comes meanwhile finds the work done when it is looked at. */
function undisturbed(work: () => void): void {
  const wait = () => {};
  for (const signal of ENDING_SIGNALS) process.on(signal, wait);
  try {
    work();
  } finally {
    for (const signal of ENDING_SIGNALS) process.off(signal, wait);
  }
}

/** Asks on standard error, so that standard output carries results alone. Ctrl-C and Ctrl-D end the questions. */
async function openQuestions(): Promise<Questions> {
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  let isOpen = true;
  lines.once('close', () => {
    isOpen = false;
  });
  // After Ctrl-Z and fg nothing more would be read.
  lines.on('SIGCONT', () => lines.prompt());
  // Answers that are pasted all at once wait there for their questions.
  const answers = lines[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      // A prompt of several lines would be drawn over what stands above it.
      const last = question.lastIndexOf('\n') + 1;
      process.stderr.write(question.slice(0, last));
      lines.setPrompt(question.slice(last));
      if (isOpen) lines.prompt();
      const { value, done } = await answers.next();
      if (done !== true) return value;
      // What is said next is not to stand behind the question.
      process.stderr.write('\n');
      return null;
    },
    close: () => lines.close(),
  };
}

/**
 * How many colours to use: the option says so, else FORCE_COLOR, else NO_COLOR, else the terminal.
 *
 * @param option - `--color` or `--no-color`, undefined without either
 */
export function colorLevel(output: Output, env: Io['env'], option: boolean | undefined): 0 | 1 | 2 | 3 {
  if (option !== undefined) return option ? 1 : 0;
  const force = env.FORCE_COLOR;
  if (force !== undefined) {
    if (force === '0' || force === 'false') return 0;
    return force === '2' ? 2 : force === '3' ? 3 : 1;
  }
  return env.NO_COLOR ? 0 : output.colorLevel();
}

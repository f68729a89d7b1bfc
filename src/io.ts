import { fstatSync } from 'node:fs';

/** A place to which text is written: standard output, standard error or a file. */
export interface Output {
  readonly isTerminal: boolean;
  /** The width of the terminal in characters; `undefined` if the output is not a terminal. */
  readonly columns: number | undefined;
  /**
   * Returns how many colours the output can show, as a level of the library chalk: 0 for none, 1 for 16, 2 for 256, 3
   * for 16 million.
   */
  readonly colorLevel: () => 0 | 1 | 2 | 3;
  readonly write: (text: string) => void;
}

/**
 * The environment in which cmplan runs: its folder, variables, streams and clock. All access to the process goes
 * through an object of this type.
 */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Receives the report, and nothing else. */
  readonly stdout: Output;
  /** Receives everything that is not part of the report, such as error messages and questions. */
  readonly stderr: Output;
  /**
   * Resolves with the bytes of standard input. Stops reading after more than `most` bytes, so a result longer than
   * `most` means that the input is too large. Rejects with an error of the file system if the input cannot be read.
   */
  readonly readStdin: (most: number) => Promise<Uint8Array>;
  /** Begins a series of questions to the person at the terminal; `null` if there is no such person, as in CI. */
  readonly openQuestions: (() => Promise<Questions>) | null;
  /** Runs `work`, which should be short, and ignores Ctrl-C until it ends. */
  readonly undisturbed: (work: () => void) => void;
  /** The present time in milliseconds since 1970. */
  readonly now: () => number;
}

/** A series of questions to the person at the terminal. */
export interface Questions {
  /**
   * Asks a question. Resolves with one line of answer, without its line break; `null` if no more answers can come, as
   * after Ctrl-D.
   */
  readonly ask: (question: string) => Promise<string | null>;
  /** Ends the series. Must be called after the last question. */
  readonly close: () => void;
}

/** Returns the environment of the running process. */
export function processIo(): Io {
  return {
    cwd: workingFolder(),
    env: process.env,
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    readStdin,
    // Evaluated only when somebody is to be asked: opening standard input takes a noticeable part of a check.
    get openQuestions() {
      return process.stdin.isTTY && process.stderr.isTTY ? openQuestions : null;
    },
    undisturbed,
    now: Date.now,
  };
}

/**
 * The working folder or, if it was deleted, its former path. Nothing can be found or written there, but absolute paths
 * still work.
 */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env.PWD ?? '/';
  }
}

const LEVELS = { 1: 0, 4: 1, 8: 2, 24: 3 } as const;

function outputTo(stream: NodeJS.WriteStream): Output {
  // A program that has read enough (`| head -1`) closes the pipe. That is not an error.
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

/** Does work during which the signals that end a program, such as that of Ctrl-C, are ignored. */
function undisturbed(work: () => void): void {
  const wait = () => {};
  for (const signal of ENDING_SIGNALS) process.on(signal, wait);
  try {
    work();
  } finally {
    for (const signal of ENDING_SIGNALS) process.off(signal, wait);
  }
}

/** Asks questions on standard error, so that standard output has only results. Ctrl-C and Ctrl-D end the questions. */
async function openQuestions(): Promise<Questions> {
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  let isOpen = true;
  lines.once('close', () => {
    isOpen = false;
  });
  // Without this, nothing more would be read after Ctrl-Z and fg.
  lines.on('SIGCONT', () => lines.prompt());
  // Answers that are pasted all at once wait here for their questions.
  const answers = lines[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      // A prompt of several lines would be drawn over the lines above it.
      const last = question.lastIndexOf('\n') + 1;
      process.stderr.write(question.slice(0, last));
      lines.setPrompt(question.slice(last));
      if (isOpen) lines.prompt();
      const { value, done } = await answers.next();
      if (done !== true) return value;
      // Whatever is written next begins on a new line, not after the question.
      process.stderr.write('\n');
      return null;
    },
    close: () => lines.close(),
  };
}

/**
 * Returns the colour level to use for an output, from 0 to 3 as in `Output.colorLevel`. In order of precedence, this
 * depends on `option`, the variable `FORCE_COLOR`, the variable `NO_COLOR` and, if none of these is set, the output
 * itself.
 *
 * @param option - `true` for `--color`, `false` for `--no-color`, `undefined` without either
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

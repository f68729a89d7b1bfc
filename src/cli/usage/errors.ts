import type { CommanderError } from 'commander';
import type { Io } from '../../io.ts';
import { quoted } from '../../text/words.ts';

/**
 * Reports a mistake in a command line on standard error, and returns the exit status. Does nothing for `--help` and
 * `--version`, for which commander also throws an error.
 *
 * @param error - the error that commander threw
 * @param command - the name of the command; undefined if the command line names no command that exists
 * @returns 0 for `--help` and `--version`, otherwise 2
 */
export async function usageError(
  { exitCode, message, code }: CommanderError,
  command: string | undefined,
  io: Io,
): Promise<number> {
  if (exitCode === 0) return 0;
  if (code !== 'commander.help') {
    const { isInGithubActions, tellFailures } = await import('../github-actions.ts');
    const { say } = await import('../notices.ts');
    await (isInGithubActions(io) ? tellFailures : say)([inOurWords(message, command)], io);
  }
  return 2;
}

/** Puts an error message of the library commander into cmplan's own words, with advice. */
function inOurWords(message: string, command: string | undefined): string {
  const [, advice] = /\(Did you mean (.+)\?\)/.exec(message) ?? [];
  const help = `see cmplan ${command === undefined ? '' : `${command} `}--help`;
  const next = advice === undefined ? help : `did you mean ${advice}?`;
  const [, own] = / is invalid(?: for argument '[^']*')?\. (.*)/.exec(message) ?? [];
  if (own !== undefined) return own;
  const [, option] = /option '(.+)' argument missing/.exec(message) ?? [];
  if (option !== undefined) return `the option ${option} needs a value; ${next}`;
  const [, argument] = /missing required argument '(.+)'/.exec(message) ?? [];
  if (argument !== undefined) return `the ${argument} is missing; ${next}`;
  if (/too many arguments/.test(message))
    return `there are more words after ${command} than it takes; ${help}`;
  const [, what, name] = /unknown (\w+) '(.+)'/.exec(message) ?? [];
  if (name !== undefined) return `there is no ${what} ${quoted(name)}; ${next}`;
  return `${message.replace(/^error: /, '')}; ${next}`;
}

import type { Command } from 'commander';
import type { Io } from '../../io.ts';

/**
 * A function that returns the definition of a command of cmplan. When the command has run, it calls `finish` with its
 * exit status.
 */
export type Usage = (io: Io, finish: (status: number) => void) => Command;

/** Returns `command`, after adding the options `--config` and `--no-config`. */
export function withConfig(command: Command): Command {
  return command
    .option('-c, --config <file>', 'the config to use, instead of the nearest cmplan.config.yaml')
    .option('--no-config', 'use no config');
}

/**
 * Returns the section of a help text that shows examples.
 *
 * @param lines - the command lines to show
 */
export function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}

/**
 * Returns the section of a help text that explains the exit status.
 *
 * @param whenZero - what the status 0 means
 * @param whenOne - what the status 1 means
 */
export function exitStatus(whenZero: string, whenOne: string): string {
  return `

Exit status:
  0  ${whenZero}
  1  ${whenOne}
  2  something could not be read or done, or the config is broken`;
}

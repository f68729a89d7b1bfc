import type { Command } from 'commander';
import type { Io } from '../../io.ts';

/** Defines the command line of a command, which calls `finish` with its exit status when it is done. */
export type Usage = (io: Io, finish: (status: number) => void) => Command;

/** Adds the options about the config to a command that reads plans. */
export function withConfig(command: Command): Command {
  return command
    .option('-c, --config <file>', 'the config to use, instead of the nearest cmplan.config.yaml')
    .option('--no-config', 'use no config');
}

/** The section with examples in a help text. */
export function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}

/** The section about the exit status in a help text. */
export function exitStatus(whenZero: string, whenOne: string): string {
  return `

Exit status:
  0  ${whenZero}
  1  ${whenOne}
  2  something could not be read or done, or the config is broken`;
}

import { Command } from 'commander';
import { listed } from '../../text/words.ts';
import type { ConfigOptions } from '../commands/config.ts';
import { FORMAT_FLAGS, reportOf } from './options.ts';
import { examples, type Usage, withConfig } from './shared.ts';

const CONFIG_FORMATS = ['pretty', 'plain', 'json'] as const;

/** Defines the command `cmplan config`: its argument, its options and its help. */
export const configUsage: Usage = (io, finish) =>
  withConfig(new Command('config'))
    .summary('show what plans are checked against, and where each value comes from')
    .description(
      'Shows the targets and everything else that applies to a plan, each with the file and line that it comes from.\n' +
        'Without a path, it shows what applies to a plan in this folder that sets nothing itself.',
    )
    .argument('[path]', 'a plan, or a folder')
    .option('--no-inline', "ignore the plans' own targets")
    .option(FORMAT_FLAGS, `how to show it: ${listed(CONFIG_FORMATS)}`, reportOf(CONFIG_FORMATS))
    .addHelpText(
      'after',
      examples(['cmplan config', 'cmplan config plans/2026-W48.yaml', 'cmplan config -f json']),
    )
    .action(async (path: string | undefined, _options: unknown, command: Command) => {
      const { showConfig } = await import('../commands/config.ts');
      finish(await showConfig(path, command.optsWithGlobals<ConfigOptions>(), io));
    });

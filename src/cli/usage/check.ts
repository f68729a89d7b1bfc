import { Command } from 'commander';
import { FORMAT_NAMES } from '../../report/report-formats.ts';
import { listed } from '../../text/words.ts';
import type { CheckOptions } from '../commands/check.ts';
import { FORMAT_FLAGS, reportOf, wholeNumber } from './options.ts';
import { examples, exitStatus, type Usage, withConfig } from './shared.ts';
import { withSheetDays, withSheetOptions } from './sheet-options.ts';

/** Defines the command `cmplan check`: its arguments, its options and its help. */
export const checkUsage: Usage = (io, finish) =>
  withSheetOptions(withSheetDays(withConfig(new Command('check')), 'is checked'))
    .summary('check the mix and the days of plans')
    .description(
      'Checks plans: the mix of every channel, the posts of every day, and the room left for unplanned ones.\n' +
        'Without a path, it checks the plans that the config names. With no config here or above, it checks those ' +
        'that each config below names, and every other plan in a folder named plans that git does not ignore.',
    )
    .argument('[path...]', 'files, folders, globs, sheets, or - for standard input')
    .option(
      FORMAT_FLAGS,
      `how to report, and in which file; repeat it for several reports: ${listed(FORMAT_NAMES)} (default: pretty on a terminal, github in GitHub Actions, else plain)`,
      reportOf(FORMAT_NAMES),
    )
    .option(
      '--ready',
      'also report open slots, posts without a time, and posts not yet approved; days with too few posts become errors',
    )
    .option('--max-warnings <number>', 'fail if there are more warnings than this', wholeNumber)
    .option('--strict', 'fail if there is any warning')
    .option('-q, --quiet', 'report only errors')
    .option(
      '--since <rev>',
      'check only plans that have changed since your work split off from this branch, tag or commit',
    )
    .option('--allow-empty', 'do not fail if a folder, a glob or the config leads to no plan')
    .option('--no-inline', "ignore the plans' own targets, and comments that suppress rules")
    .option(
      '--stdin-filename <name>',
      'the file that standard input stands for; its folder decides which config applies',
    )
    .addHelpText(
      'after',
      examples([
        'cmplan check plans/2026-W48.yaml',
        'cmplan check plans/',
        "cmplan check 'plans/2026-*.yaml'",
        'cmplan check --ready plans/2026-W48.yaml',
        'cmplan check --strict --quiet',
        'cmplan check --since main',
        'cmplan check --format json plans/ > report.json',
        'cmplan check -f plain -f junit:report.xml -f markdown:summary.md',
        'cmplan check calendar.xlsx --from 2026-12-01 --to 2026-12-31',
        'cmplan check - --stdin-filename plans/2026-W48.yaml < draft.yaml',
      ]) +
        exitStatus(
          'no errors (warnings are allowed)',
          'an error in a plan, or more warnings than --max-warnings',
        ),
    )
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const { check } = await import('../commands/check.ts');
      finish(await check(paths, command.optsWithGlobals<CheckOptions>(), io));
    });

import { Command } from 'commander';
import { DIVISIONS } from '../../drafting/import/divisions.ts';
import { listed } from '../../text/words.ts';
import type { ImportOptions } from '../commands/import-sheet.ts';
import { choiceOf, sharesOf } from './options.ts';
import { examples, type Usage, withConfig } from './shared.ts';
import { categoryOf, namesOf, withSheetDays, withSheetOptions } from './sheet-options.ts';

/** Defines the command `cmplan import`: its argument, its options and its help. */
export const importUsage: Usage = (io, finish) =>
  withSheetOptions(withSheetDays(withConfig(new Command('import')), 'becomes a plan'))
    .summary('make plans of a sheet or a calendar')
    .description(
      'Makes plans of a sheet or a calendar: a row with a date becomes a post, one without words an open slot, and ' +
        'one without a date an idea in the backlog. What cmplan has no key for is kept under keys that begin with x-.\n' +
        'Asks at a terminal which category each name in the sheet stands for. Writes all files or none.',
    )
    .argument('<file>', 'the sheet, or - for standard input')
    .option(
      '-o, --output <path>',
      'a folder, a file that ends in .yaml, or - for standard output (default: where cmplan new writes)',
    )
    .option(
      '--by <span>',
      `a plan for each week or month, or one for all: ${listed(DIVISIONS)} (default: week up to 14 plans, else month)`,
      choiceOf('by', DIVISIONS),
    )
    .option(
      '--category <name=category>',
      'the category that a name in the sheet stands for (repeatable)',
      categoryOf,
    )
    .option(
      '--mix <shares>',
      "the mix, for a team that counts by the sheet's own names, such as Product=60,People=40",
      sharesOf,
    )
    .option(
      '--unplanned <name>',
      'the posts that have this name where others have their category are unplanned (repeatable)',
      namesOf,
    )
    .option('--save', 'write the categories of names into the aliases of the config')
    .option('--channel <name>', 'the channel of the rows that name none')
    .option('--timezone <name>', 'the time zone of the plans, such as Europe/Kyiv')
    .option('--drop <column>', 'leave out what a column has in it (repeatable)', namesOf)
    .option('--dry-run', 'only say what would be written')
    .option('--force', 'overwrite files that exist')
    .addHelpText(
      'after',
      examples([
        'cmplan import calendar.csv',
        'cmplan import calendar.xlsx --sheet December --by month',
        'cmplan import calendar.csv --category Product=branded --category "Social proof=emotional" --save',
        'cmplan import calendar.csv --mix Product=40,Education=30,People=30',
        'cmplan import days.csv --start 2026-12-01 --dry-run',
        'cmplan import calendar.csv --from 2026-12-01 --to 2026-12-31 --by all -o - | less',
      ]),
    )
    .action(async (file: string, _options: unknown, command: Command) => {
      const { importSheet } = await import('../commands/import.ts');
      finish(await importSheet(file, command.optsWithGlobals<ImportOptions>(), io));
    });

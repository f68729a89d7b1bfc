import { Command } from 'commander';
import { DRIFT_FORMATS } from '../../report/report-formats.ts';
import { listed } from '../../text/words.ts';
import type { DriftOptions } from '../commands/drift.ts';
import { FORMAT_FLAGS, minutesOf, percentOf, reportOf, spanOf } from './options.ts';
import { examples, exitStatus, type Usage, withConfig } from './shared.ts';
import { withSheetOptions } from './sheet-options.ts';

/** Defines the command `cmplan drift`: its argument, its options and its help. */
export const driftUsage: Usage = (io, finish) =>
  withSheetOptions(withConfig(new Command('drift')))
    .summary('compare what is scheduled with what was planned')
    .description(
      'Shows how far what is scheduled has moved away from the plan: what moved, what was dropped, and what was added.\n' +
        'An added post is never drift, and neither is a planned one that gave way to it.\n' +
        'With --schedule, the report begins with what must come out of the scheduler: posts that the plan has ' +
        'cancelled or put on hold.',
    )
    .argument('<plan>', 'the plan')
    .option(
      '--schedule <file>',
      'what is scheduled: a CSV or iCalendar file of the scheduler, another plan, or - for standard input',
    )
    .option('--base <rev>', 'compare the plan as it was at this git revision with the plan as it is now')
    .option('--covers <from..to>', 'the days that the schedule covers (default: those of its rows)', spanOf)
    .option('--channel <name>', 'the channel that the schedule is for, if it names none')
    .option('--grace <minutes>', 'how many minutes early or late still count as on plan', minutesOf, 15)
    .option('--max-drift <percent>', 'fail if the drift is above this', percentOf)
    .option(FORMAT_FLAGS, `how to report: ${listed(DRIFT_FORMATS)}`, reportOf(DRIFT_FORMATS))
    .addHelpText(
      'after',
      examples([
        'cmplan drift plans/2026-W48.yaml --schedule buffer.csv',
        'cmplan drift plans/2026-W48.yaml --schedule queue.csv --channel telegram --date-order dmy',
        'cmplan drift plans/2026-W48.yaml --schedule upcoming.csv --covers 2026-11-25..2026-11-29',
        'cmplan drift plans/2026-W48.yaml --base HEAD~3 --max-drift 20',
        'cmplan drift plans/2026-W48.yaml --base main -f markdown > drift.md',
      ]) +
        exitStatus(
          'compared, with no more drift than --max-drift',
          'more drift than that, or a post that the plan keeps back is still scheduled',
        ),
    )
    .action(async (plan: string, _options: unknown, command: Command) => {
      const { drift } = await import('../commands/drift.ts');
      finish(await drift(plan, command.optsWithGlobals<DriftOptions>(), io));
    });

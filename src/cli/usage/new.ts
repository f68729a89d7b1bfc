import { Command } from 'commander';
import type { NewOptions } from '../commands/new.ts';
import { channelOf, postsADay, sharesOf } from './options.ts';
import { examples, type Usage, withConfig } from './shared.ts';

/** Defines the command `cmplan new`: its argument, its options and its help. */
export const newUsage: Usage = (io, finish) =>
  withConfig(new Command('new'))
    .summary('write a blank week whose mix is in balance')
    .description(
      'Writes a blank week: open slots whose categories keep the mix, spread evenly, with the reserve left free.\n' +
        'It goes where cmplan check finds it: into plans/, or the folder that the config names.',
    )
    .argument('[week]', '2026-W48, a date in it, this, or next (the default)')
    .option('-o, --output <file>', 'the file to write, or - for standard output')
    .option('--channel <name>', 'a channel of the week; repeat it for several', channelOf)
    .option('--per-day <number>', 'planned posts a day on each channel', postsADay)
    .option('--mix <shares>', 'the mix of the week, such as branded=30,functional=35,emotional=35', sharesOf)
    .option('--timezone <name>', 'the time zone of the week, such as Europe/Kyiv')
    .option(
      '--template <name>',
      'media, brand, multi-channel or minimal, one from templates/ next to the config, or a file',
    )
    .option(
      '--like <plan>',
      'repeat the weekdays, times, channels and formats of an earlier plan: last for the newest, or a file',
    )
    .option('--no-carry', 'do not make up for what the plans before this one have too much or too little of')
    .option('--force', 'overwrite the file if it exists')
    .addHelpText(
      'after',
      examples([
        'cmplan new',
        'cmplan new 2026-W48 --per-day 8',
        'cmplan new this --channel facebook --channel telegram --timezone Europe/Kyiv',
        'cmplan new --template brand --mix branded=20,functional=40,emotional=40',
        'cmplan new --template templates/rubrics.yaml -o plans/december.yaml',
        'cmplan new --like last',
        'cmplan new 2026-W50 --like plans/2026-W48.yaml --no-carry',
        'cmplan new -o - | less',
      ]),
    )
    .action(async (week: string | undefined, _options: unknown, command: Command) => {
      const { newPlan } = await import('../commands/new.ts');
      finish(await newPlan(week, command.optsWithGlobals<NewOptions>(), io));
    });

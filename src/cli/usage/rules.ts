import { Command } from 'commander';
import type { RulesOptions } from '../commands/rules.ts';
import { examples, type Usage } from './shared.ts';

/** Defines the command `cmplan rules` and its help. */
export const rulesUsage: Usage = (io, finish) =>
  new Command('rules')
    .summary('list the rules')
    .description('Lists the rules, each with its severity and what it is about.')
    .addHelpText('after', examples(['cmplan rules', 'cmplan explain mix']))
    .action(async (_options: unknown, command: Command) => {
      const { listRules } = await import('../commands/rules.ts');
      listRules(command.optsWithGlobals<RulesOptions>(), io);
      finish(0);
    });

/** Defines the command `cmplan explain`: its argument and its help. */
export const explainUsage: Usage = (io, finish) =>
  new Command('explain')
    .summary('explain one rule, with examples')
    .description('Explains one rule: why it exists, a plan that it accepts, and one that it does not.')
    .argument('<rule>', 'the name of the rule, as shown in brackets after a finding')
    .addHelpText('after', examples(['cmplan explain mix', 'cmplan explain posts-per-day']))
    .action(async (rule: string, _options: unknown, command: Command) => {
      const { explain } = await import('../commands/rules.ts');
      finish(await explain(rule, command.optsWithGlobals<RulesOptions>(), io));
    });

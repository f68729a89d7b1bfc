import type { ChannelBalance } from '../../analysis/channel-balance.ts';
import { visible, withoutCommands } from '../../text/escape.ts';
import { brief, counted } from '../../text/words.ts';
import type { TeamBalance } from '../../workspace/team-balances.ts';
import { figuresOf, signed } from '../figures.ts';
import { nextWords, periodName, spanOf, stateWords } from './balance-wording.ts';

/**
 * Yields lines about the mix over the weeks, each of which begins with the folder and the channel: for several teams
 * one for each channel, for one team also one for each plan, one for each category and one about the next plan.
 */
export function* balancePlain(teams: readonly TeamBalance[]): Generator<string> {
  for (const { folder, channels } of teams) {
    for (const balance of channels) {
      const said = teams.length > 1 ? [standOf(balance)] : saidOf(balance);
      for (const line of said) {
        yield `${withoutCommands(visible(`${folder}: ${brief(balance.channel)}: ${line}`))}\n`;
      }
    }
  }
}

function standOf(balance: ChannelBalance): string {
  return `${spanOf(balance)}, ${stateWords(balance)}`;
}

function saidOf(balance: ChannelBalance): readonly string[] {
  const next = nextWords(balance);
  return [
    ...balance.plans.map(({ plan, counted: posts, categories }) => {
      const counts = categories.map(
        ({ category, count, variance }) => `${brief(category)} ${count} (${signed(variance)})`,
      );
      return `${periodName(plan)}: ${counted(posts, 'post')}: ${counts.join(', ')}`;
    }),
    ...balance.sum.categories.map((category) => {
      const { count, share, target, variance } = figuresOf(category);
      return `${brief(category.category)}: ${count}, ${share}, target ${target}, ${variance}`;
    }),
    standOf(balance),
    ...(next === '' ? [] : [next]),
  ];
}

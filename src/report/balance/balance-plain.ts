import type { ChannelBalance } from '../../analysis/channel-balance.ts';
import { visible, withoutCommands } from '../../text/escape.ts';
import { brief, counted } from '../../text/words.ts';
import type { TeamBalance } from '../../workspace/team-balances.ts';
import { figuresOf, signed } from '../figures.ts';
import { nextWords, periodName, spanOf, stateWords } from './balance-wording.ts';

/**
 * Yields lines about the combined mix of each team's plans. Each line begins with the folder of the team and the
 * channel. For several teams, each channel has one line. For one team, each channel has a line for each plan, a line
 * for each category in all plans, a line for the total, and a line for the next plan if anything can be said about it.
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

import { categoryOn } from '../plan/categories.ts';
import type { Channel } from '../plan/plan.ts';
import { impliedCategories } from '../plan/post-formats.ts';
import type { TeamPolicy } from '../policy/team-policy.ts';
import { folded } from '../text/words.ts';
import { LONGEST_NAME, nameOf } from '../yaml/fields.ts';
import { inFlow } from '../yaml/written-values.ts';

/**
 * The names that a sheet may use for the categories of a channel: the name of the category, an alias, or the name of a
 * format that implies it.
 */
export class CategoryNames {
  /** The category for each name, in its exact form and folded, because sheets are careless about letter case. */
  private readonly categories = new Map<string, string>();
  /** Every name of a category of the channel. */
  readonly names: readonly string[];
  private readonly first: string;
  private readonly aliasesOfFirst: readonly string[];

  constructor(channel: Channel, policy: TeamPolicy) {
    this.first = channel.targets.mix?.[0]?.category ?? '';
    this.aliasesOfFirst = [...policy.aliases].flatMap(([alias, category]) =>
      category === this.first ? [alias] : [],
    );
    const named = [...(channel.targets.mix ?? []).map(({ category }) => category), ...policy.aliases.keys()];
    const meanings = [
      ...named.map((name) => [name, name] as const),
      ...[...impliedCategories(policy)].flatMap(([format, category]) =>
        category === null ? [] : [[format, category] as const],
      ),
    ];
    const known = meanings.flatMap(([name, meant]) => {
      const category = categoryOn(channel, meant, policy.aliases);
      return category === null ? [] : [[name, category] as const];
    });
    this.names = known.map(([name]) => name);
    for (const spelling of [nameOf, folded]) {
      for (const [name, category] of known) {
        const key = spelling(name);
        if (!this.categories.has(key)) this.categories.set(key, category);
      }
    }
  }

  /**
   * Advice to make a name an alias of the first category of the mix, as the line of a config's `aliases` that does so;
   * its other aliases stay in the line. Empty if the line would be too long to read.
   */
  aliasAdvice(name: string): string {
    if (name.length > LONGEST_NAME || this.aliasesOfFirst.length > MOST_IN_LINE) return '';
    return `, such as ${inFlow({ [this.first]: [...this.aliasesOfFirst, name] }).slice(2, -2)}`;
  }

  /** The category that the name in a cell means, or null if it means none. */
  find({ exact, careless }: Spellings): string | null {
    return this.categories.get(exact) ?? this.categories.get(careless) ?? null;
  }
}

/** The two forms in which the name in a cell is looked up. */
export interface Spellings {
  readonly exact: string;
  readonly careless: string;
}

/** The forms in which a name is looked up, for any number of channels. */
export function spellingsOf(name: string): Spellings {
  // A longer text is not the name of anything.
  const known = name.length > LONGEST_NAME ? '' : name;
  return { exact: nameOf(known), careless: folded(known) };
}

/** The most aliases that fit in a line of advice. */
const MOST_IN_LINE = 20;

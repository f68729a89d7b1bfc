import { categoryOn } from '../plan/categories.ts';
import type { Channel } from '../plan/plan.ts';
import { impliedCategories } from '../plan/post-formats.ts';
import type { TeamPolicy } from '../policy/team-policy.ts';
import { folded } from '../text/words.ts';
import { nameOf } from '../yaml/fields.ts';
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
  private readonly aliases: TeamPolicy['aliases'];

  constructor(channel: Channel, policy: TeamPolicy) {
    this.first = channel.targets.mix?.[0]?.category ?? '';
    this.aliases = policy.aliases;
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
   * The line for the `aliases` of a config, such as `emotional: [fun, quiz]`, that makes a name an alias of the first
   * category of the mix. The aliases that this category already has stay in the line.
   */
  aliasLine(name: string): string {
    const already = [...this.aliases].flatMap(([alias, category]) =>
      category === this.first ? [alias] : [],
    );
    return inFlow({ [this.first]: [...already, name] }).slice(2, -2);
  }

  /** The category that a cell names; null if it names none. */
  find(cell: string): string | null {
    return this.categories.get(nameOf(cell)) ?? this.categories.get(folded(cell)) ?? null;
  }
}

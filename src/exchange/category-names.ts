import { categoryOn } from '../plan/categories.ts';
import type { Channel } from '../plan/plan.ts';
import { impliedCategories } from '../plan/post-formats.ts';
import type { TeamPolicy } from '../policy/team-policy.ts';
import { folded } from '../text/words.ts';
import { LONGEST_NAME, nameOf } from '../yaml/fields.ts';
import { inFlow } from '../yaml/written-values.ts';

/**
 * Finds the category of one channel that a name in a sheet stands for. The name may be that of a category, an alias of
 * a category, or a format that implies a category.
 */
export class CategoryNames {
  /** The category by its exact names and by its folded ones, because sheets are careless about letter case. */
  private readonly categories = new Map<string, string>();
  /** Every name that stands for a category of the channel. */
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
   * Returns an example to append to the advice to add `name` to the aliases in the config. For `promo`, the example may
   * be `, such as branded: [news, promo]`: it makes `name` an alias of the first category in the channel's mix. Empty
   * if the example would be too long.
   */
  aliasAdvice(name: string): string {
    if (name.length > LONGEST_NAME || this.aliasesOfFirst.length > MOST_IN_LINE) return '';
    return `, such as ${inFlow({ [this.first]: [...this.aliasesOfFirst, name] }).slice(2, -2)}`;
  }

  /**
   * Returns the category that a name stands for; null if there is none. The exact name takes precedence. Takes the name
   * in the forms that `spellingsOf` returns.
   */
  find({ exact, careless }: Spellings): string | null {
    return this.categories.get(exact) ?? this.categories.get(careless) ?? null;
  }
}

/** The two forms of a name by which `CategoryNames` looks it up. */
interface Spellings {
  /** The name in Unicode NFC. */
  readonly exact: string;
  /** The name in lower case, with white space and Unicode made uniform. */
  readonly careless: string;
}

/**
 * Returns the two forms of `name` that `CategoryNames.find` takes, whatever the channel. Both forms are empty if `name`
 * is too long for a category.
 */
export function spellingsOf(name: string): Spellings {
  // A longer text is not the name of anything.
  const known = name.length > LONGEST_NAME ? '' : name;
  return { exact: nameOf(known), careless: folded(known) };
}

/** The most aliases with which the example in the advice is not too long. */
const MOST_IN_LINE = 20;

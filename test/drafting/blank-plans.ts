import { type Blank, blankPlan } from '../../src/drafting/blank-plan.ts';
import type { LikeSlot } from '../../src/drafting/like.ts';
import { type Wishes, withWishes } from '../../src/editing/set-keys.ts';
import type { Channel } from '../../src/plan/plan.ts';
import type { Mix } from '../../src/policy/targets.ts';
import { NO_POLICY, type TeamPolicy } from '../../src/policy/team-policy.ts';
import { readText } from '../../src/yaml/source.ts';

const NO_WISHES: Wishes = { week: null, timezone: null, channels: null, mix: null };

/** What a blank plan is made of, as far as a test cares. */
export interface Making {
  readonly wishes?: Partial<Wishes>;
  readonly perDay?: number | null;
  readonly policy?: TeamPolicy;
  /** The slots of an earlier plan to repeat. */
  readonly like?: readonly LikeSlot[] | null;
}

/** Stands for the line of whatever a layer states. */
function placeOf({ layers }: Channel, target: string): string | null {
  const layer = layers.findLast(({ stated }) => target in stated);
  return layer === undefined ? null : `${layer.from}:${layer.path.join('.')}`;
}

/** Makes a blank plan of a template that is given as text. */
export function blankOf(
  text: string,
  { wishes = {}, perDay = null, policy = NO_POLICY, like = null }: Making = {},
): Blank {
  const template = { name: 'template.yaml', source: readText(text) };
  return blankPlan(template, {
    policy,
    inline: true,
    wishes: { ...NO_WISHES, ...wishes },
    perDay: perDay === null ? null : { posts: perDay, placeOf, config: null },
    before: () => [],
    like,
  });
}

/** The text of a blank plan that can be made. */
export function textOf(text: string, making: Making = {}): string {
  const made = blankOf(text, making);
  if ('problems' in made) throw new Error(made.problems.join('\n'));
  return made.text;
}

/** Why a blank plan cannot be made. */
export function problemsOf(text: string, making: Making = {}): readonly string[] {
  const made = blankOf(text, making);
  return 'problems' in made ? made.problems : [];
}

/** A template with wishes in it. */
export function wished(text: string, wishes: Partial<Wishes>, policy = NO_POLICY): string {
  return withWishes(text, { ...NO_WISHES, ...wishes }, { policy, inline: true });
}

/** The mixes of a team's config. */
export interface Team {
  readonly mix: Mix | null;
  readonly channels: Readonly<Record<string, Mix | null>>;
}

/** The policy of a team whose config states nothing but mixes. */
export function policyOf({ mix, channels }: Team): TeamPolicy {
  const targets = (own: Mix | null) => (own === null ? {} : { mix: own });
  return {
    ...NO_POLICY,
    targets: targets(mix),
    channels: Object.entries(channels).map(([name, own]) => ({ name, targets: targets(own), path: [] })),
  };
}

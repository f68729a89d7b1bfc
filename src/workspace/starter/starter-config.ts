import type { Bounds } from '../../policy/targets.ts';
import { writtenBounds } from '../../policy/written-targets.ts';
import { counted } from '../../text/words.ts';
import { SCHEMAS } from '../../version.ts';
import { written } from '../../yaml/written-values.ts';
import type { Kind } from './choices.ts';

/** What a team answers when it starts to use cmplan, from which its config is made. */
export interface Answers {
  readonly kind: Kind;
  /** The names of the channels; empty if the team has one channel without a name. */
  readonly channels: readonly string[];
  /** The time zone, an IANA name; null for local time. */
  readonly timezone: string | null;
  /** The mix as YAML on one line, such as `{ branded: 50, functional: 50 }`. */
  readonly mix: string;
  /** The fewest and the most posts on each channel in one day. */
  readonly perDay: Bounds;
  /** Whether somebody has to approve posts before they go out. */
  readonly approval: boolean;
}

/** The range of posts per day and channel that is suggested to a new team, for each kind of account. */
export const PER_DAY: Readonly<Record<Kind, Bounds>> = {
  media: { min: 6, max: 12 },
  brand: { min: 1, max: 3 },
};

const RESERVE: Readonly<Record<Kind, string>> = {
  media: '20% # of the most posts a day, kept free for what nobody can plan',
  brand: '1 # post a day, kept free for what nobody can plan',
};

const DAYS_OFF: Readonly<Record<Kind, string>> = { media: '', brand: '  days_off: [sat, sun]\n' };

/** Returns the text of the config for a team that starts to use cmplan. */
export function configText({ kind, channels, timezone, mix, perDay, approval }: Answers): string {
  const names = channels.length > 0 ? [`channels: [${channels.map(written).join(', ')}]`] : [];
  const zone = timezone === null ? [] : [`timezone: ${written(timezone)}`];
  const { min, max } = perDay;
  const reserve =
    min < max
      ? RESERVE[kind]
      : `0 # because each day has just ${counted(max, 'post')}; a higher maximum leaves room`;
  const rules = approval ? '' : 'rules:\n  unapproved: off # nobody approves posts here\n';
  return `# yaml-language-server: $schema=${SCHEMAS}/config.schema.json
# What the team agrees on for all its plans. cmplan config shows what applies, cmplan explain RULE why a rule exists.
${[...zone, ...names].map((line) => `${line}\n`).join('')}targets:
  mix: ${mix} # in percent
  posts_per_day: ${writtenBounds(perDay)} # on each channel
  reserve: ${reserve}
${DAYS_OFF[kind]}${rules}`;
}

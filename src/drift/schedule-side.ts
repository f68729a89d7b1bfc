import { instantAt, isDay, wallClockIn } from '../dates.ts';
import { CategoryNames, spellingsOf } from '../exchange/category-names.ts';
import { ChannelNames, channelAliases } from '../exchange/channel-names.ts';
import { networkNamed } from '../exchange/networks.ts';
import { type Schedule, type SkippedLine, UnreadableSchedule } from '../exchange/rows.ts';
import { DEFAULT_CHANNEL, type Plan } from '../plan/plan.ts';
import { CONFIG_NAME } from '../policy/policy.ts';
import type { TeamPolicy } from '../policy/team-policy.ts';
import { remembered } from '../remembered.ts';
import { brief, counted, didYouMean, nearestOfFirst, quoted } from '../text/words.ts';
import type { ChannelPost, Span } from './drift-model.ts';
import { refuseTooMany } from './limits.ts';
import type { PlanSide } from './plan-side.ts';

/** What the user states about a schedule on the command line, because the file does not say it. */
export interface SaidOfSchedule {
  /** The channel that the schedule is for. `undefined` if the file names the channels itself. */
  readonly channel?: string | undefined;
  /** The days that the schedule covers. `undefined` if the file itself shows them. */
  readonly covers?: Span | undefined;
}

/** The posts of a schedule, assigned to the channels of a plan, ready to be compared. */
export interface ScheduleSide {
  readonly posts: readonly ChannelPost[];
  /**
   * The days that the schedule covers: those that the user states; if none are stated, the period of a plan, or the
   * days from the earliest to the latest row of a sheet or a calendar. `null` if none are stated and there are no rows.
   */
  readonly covered: Span | null;
  /** Whether the schedule covers the channel of the plan with this name. */
  readonly coversChannel: (channel: string) => boolean;
  /** The lines that are not counted as posts, each with the reason, in the order of the file. */
  readonly skipped: readonly SkippedLine[];
  /** The columns of a sheet that have something in them but are not read. */
  readonly unread: Schedule['unread'];
  /** Remarks on the file of the schedule, each to be written after the name of the file. */
  readonly remarks: Schedule['remarks'];
  /** Remarks on lines that are counted as posts, in the order of the file. */
  readonly notes: readonly SkippedLine[];
}

/**
 * Returns the posts of a sheet or a calendar, assigned to the channels and categories of a plan. Rows that do not go
 * out, such as cancelled ones, are left out.
 *
 * @throws {UnreadableSchedule} if some rows go out, but none of them is for a channel of the plan; if there are more
 * than 100,000 posts; or if it is unclear for which channels the rows are
 */
export function fromRows(
  schedule: Schedule,
  plan: Plan,
  policy: TeamPolicy,
  { channel: given, covers }: SaidOfSchedule,
): ScheduleSide {
  const names = new ChannelNames(plan.channels, given, channelAliases(policy));
  const categories = new Map(
    plan.channels.map((channel) => [channel.name, new CategoryNames(channel, policy)]),
  );
  const wrong = new WrongCategories(plan);
  const goingOut = schedule.rows.filter((row) => row.goesOut);
  names.refuseUnclear(goingOut.map(({ channels }) => channels));
  const posts: ChannelPost[] = [];
  const skipped = [...schedule.skipped];
  const notes = [...schedule.notes];
  for (const row of goingOut) {
    const { line, date, time, category: named, labels, id, title, text, isOut } = row;
    const { channels, reasons } = names.find(row.channels);
    // A row for a network that the plan lacks is truly for another channel; any other name may be a slip.
    const isSlip =
      channels.length === 0 &&
      (row.channels.length === 0 || row.channels.some((name) => networkNamed(name) === undefined));
    const words = isSlip ? { words: [row.title ?? '', row.text ?? ''] } : {};
    for (const reason of reasons) skipped.push({ line, reason, ...words });
    const spellings = [named, ...labels].map((name) => (name === null ? null : spellingsOf(name)));
    for (const channel of channels) {
      const known = categories.get(channel);
      const found = spellings.map((name) => (name === null ? null : (known?.find(name) ?? null)));
      const category = found.find((each) => each !== null) ?? null;
      if (named !== null && found[0] === null) {
        notes.push({ line, reason: wrong.reason(named, category, channel, known) });
      }
      const is = { unplanned: false, openSlot: false, heldBack: null, canBeHeld: !isOut };
      posts.push({ channel, date, time, category, id, title, text, line, ...is });
    }
    refuseTooMany(posts);
  }
  if (posts.length === 0 && goingOut.length > 0) throw unusable(byLine(skipped));
  return {
    posts,
    covered: covers ?? spanOf(schedule),
    coversChannel: names.coverage([
      ...schedule.rows.flatMap((row) => row.channels),
      ...schedule.columnChannels,
    ]),
    skipped: byLine(skipped),
    unread: schedule.unread,
    remarks: schedule.remarks,
    notes: byLine(notes),
  };
}

/** The most remarks on categories that show an example of an alias, which may be long. */
const MOST_EXAMPLES = 1000;

/** Says why names in the rows of a schedule are no categories. The same is said in the same string. */
class WrongCategories {
  private readonly plan: Plan;
  private readonly nearest = nearestOfFirst();
  private readonly said = new Map<string, string>();

  constructor(plan: Plan) {
    this.plan = plan;
  }

  /**
   * @param category - the category in which the post counts all the same; null if there is none
   * @param known - the names of the categories of the channel
   */
  reason(named: string, category: string | null, channel: string, known: CategoryNames | undefined): string {
    return remembered(this.said, JSON.stringify([named, category, channel]), () => {
      const whose = this.plan.channels.length > 1 ? brief(channel) : 'the plan';
      const instead =
        category === null ? 'under its planned category, if it has one' : `as ${brief(category)}`;
      const example = this.said.size < MOST_EXAMPLES ? (known?.aliasAdvice(named) ?? '') : '';
      const advice =
        didYouMean(named, known?.names ?? [], this.nearest) ||
        `; the post counts ${instead}; if this is another name of a category, add it to aliases in ${CONFIG_NAME}${example}`;
      return `${quoted(named)} is not a category of ${whose}${advice}`;
    });
  }
}

/** Returns the error for a schedule with posts, none of which is for a channel of the plan. */
function unusable(skipped: readonly SkippedLine[]): UnreadableSchedule {
  const [first] = skipped;
  const more = skipped.length > 1 ? `, and ${counted(skipped.length - 1, 'more line')} like it` : '';
  return new UnreadableSchedule(
    `has no post of the plan's channels: line ${first?.line} ${first?.reason}${more}`,
  );
}

function spanOf({ rows }: Schedule): Span | null {
  const [first] = rows;
  if (first === undefined) return null;
  let [from, to] = [first.date, first.date];
  for (const { date } of rows) {
    if (date < from) from = date;
    if (date > to) to = date;
  }
  return { from, to };
}

/**
 * Returns the posts of `other`, a plan that is used as the schedule, assigned to the channels of `plan`, with their
 * times in the time zone of `plan`. Leaves out open slots (posts without a title or a text), which do not count as
 * scheduled.
 *
 * @throws {UnreadableSchedule} if `other` has posts, but none of them is for a channel of `plan`; if there are more
 * than 100,000 posts; or if it is unclear for which channels the posts are
 */
export function fromOtherPlan(
  other: PlanSide,
  plan: Plan,
  { channel: given, covers }: SaidOfSchedule,
): ScheduleSide {
  const names = new ChannelNames(plan.channels, given, []);
  const namesOf = ({ channel }: ChannelPost) => (channel === DEFAULT_CHANNEL ? [] : [channel]);
  const filled = other.posts.filter(({ openSlot }) => !openSlot).map(inZone(other.plan, plan));
  names.refuseUnclear(filled.map(namesOf));
  const posts: ChannelPost[] = [];
  const skipped = [...other.skipped];
  for (const post of filled) {
    const { channels, reasons } = names.find(namesOf(post));
    for (const reason of reasons) skipped.push({ line: post.line, reason });
    for (const channel of channels) posts.push({ ...post, channel });
    refuseTooMany(posts);
  }
  if (posts.length === 0 && filled.length > 0) throw unusable(byLine(skipped));
  const { from, to } = other.plan;
  const coversChannel = names.coverage(given === undefined ? [] : posts.map(({ channel }) => channel));
  return {
    posts,
    covered: covers ?? { from, to },
    coversChannel,
    skipped: byLine(skipped),
    unread: [],
    remarks: [],
    notes: [],
  };
}

/**
 * Returns a function that converts the day and time of a post from the time zone of one plan to that of another. If
 * either plan has no time zone, posts stay unchanged.
 */
function inZone(own: Plan, plan: Plan): (post: ChannelPost) => ChannelPost {
  const [from, to] = [own.timezone, plan.timezone];
  if (from === null || to === null || from === to) return (post) => post;
  const known = new Map<string, ReturnType<typeof wallClockIn>>();
  return (post) => {
    if (post.time === null) return post;
    const moment = `${post.date} ${post.time}`;
    const shown = known.get(moment) ?? wallClockIn(to, instantAt(from, post.date, post.time));
    known.set(moment, shown);
    return isDay(shown.date) ? { ...post, ...shown } : post;
  };
}

function byLine(lines: readonly SkippedLine[]): readonly SkippedLine[] {
  return [...lines].sort((a, b) => a.line - b.line);
}

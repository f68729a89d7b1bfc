import { analyse } from '../analysis/analyse.ts';
import { type Day, spokenDay } from '../dates.ts';
import { keepsPosts, shortened } from '../editing/keeping.ts';
import { slotEdits } from '../editing/put-posts.ts';
import { planOfWishes, type Wishes, withWishes } from '../editing/set-keys.ts';
import type { FilledDay, OpenSlot } from '../editing/slot.ts';
import { unfolded, withoutNulls } from '../editing/unfold.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanTerms } from '../plan/plan-settings.ts';
import { readPlan } from '../plan/read-plan.ts';
import type { TeamPolicy } from '../policy/team-policy.ts';
import { groupsOf } from '../text/groups.ts';
import { firstOf, quoted } from '../text/words.ts';
import { edited } from '../yaml/edits.ts';
import { isNull, type MappingNode, type Node } from '../yaml/node.ts';
import { printed, rangeOf } from '../yaml/places.ts';
import { readText, syntaxSentences } from '../yaml/source.ts';
import type { Problem } from '../yaml/structural-problem.ts';
import { chooseSlots, type SlotTerms } from './choose-slots.ts';
import type { Template } from './template.ts';

/** Everything apart from the template that affects a blank plan. */
interface BlankTerms extends PlanTerms, SlotTerms {
  readonly wishes: Wishes;
}

/**
 * The result of making a blank plan: the plan or, if none can be made, only `problems`, with a sentence for each
 * reason.
 */
export type Blank = MadeBlank | { readonly problems: readonly string[] };

/** A new plan with open slots: planned posts that still need a title or a text. */
export interface MadeBlank {
  /** The plan as YAML. */
  readonly text: string;
  /** The first day of the plan. */
  readonly from: Day;
  /** The last day of the plan, which is included. */
  readonly to: Day;
  readonly slots: readonly OpenSlot[];
  /** Every day of every channel, with the times of its new slots, and with its room: how many more posts may go out. */
  readonly days: readonly FilledDay[];
  /** The number of posts that the template already contains. */
  readonly posts: number;
  /** What the plan keeps from the template, to tell users who expected an empty plan. */
  readonly staying: {
    /** The number of posts that go out and have a title or a text. */
    readonly withWords: number;
    /** The number of posts with the status `on_hold` or `cancelled`. */
    readonly notGoingOut: number;
    readonly hasHold: boolean;
    /** The number of posts that a hold suspends, including open slots. */
    readonly suspended: number;
  };
  /** A sentence for each reason why a channel gets fewer slots than the user asks for, or misses its target mix. */
  readonly notes: readonly string[];
}

/**
 * Makes a blank plan: adds open slots to a template, and keeps the posts, comments and layout of the template
 * (docs/specification.md, section 5). The same input always gives the same plan.
 *
 * @returns the plan; only `problems` if the template has a mistake, or if what the user asks for is not possible
 */
export function blankPlan(template: Template, terms: BlankTerms): Blank {
  const { wishes } = terms;
  const wrong = [...wrongWishes(wishes, terms.policy).map(sentenceOnWish), ...unusable(template)];
  if (wrong.length > 0) return { problems: wrong };
  const wished = withWishes(template.source.text, wishes, terms);
  const before = rootOf(wished);
  const { problems } = readAll(before, terms);
  if (problems.length > 0 || before === null) return { problems: toldProblems(problems, template, terms) };
  const bare = withoutNulls(wished, before);
  const text = unfolded(bare, rootOf(bare) ?? before);
  const root = rootOf(text);
  const plan = root && readAll(root, terms).plan;
  if (!plan) return unfillable(template);
  const analysis = analyse(plan);
  const chosen = chooseSlots(plan, analysis, terms);
  if ('clashes' in chosen) return { problems: chosen.clashes };
  const { slots, days, notes } = chosen;
  const copied = copiedDay(plan, root, slots);
  if (copied !== null) return { problems: [`the template ${quoted(template.name)} does not fit: ${copied}`] };
  const edits = slotEdits(text, root, plan, slots, days);
  const { from, to, posts } = plan;
  const isSafe = posts.length === 0 || keepsPosts(before, rootOf(edited(text, edits.map(shortened))));
  if (!isSafe) return unfillable(template);
  const hold = root.entries.get('hold')?.value;
  const suspended = posts.filter(({ isSuspended }) => isSuspended).length;
  const staying = {
    withWords: analysis.withWords,
    notGoingOut: analysis.cancelled + analysis.onHold - suspended,
    hasHold: hold !== undefined && !isNull(hold),
    suspended,
  };
  return { text: edited(text, edits), from, to, slots, days, posts: posts.length, staying, notes };
}

function rootOf(text: string): MappingNode | null {
  const { root } = readText(text);
  return root?.kind === 'mapping' ? root : null;
}

/**
 * Returns the problem of a template into which slots cannot be inserted. Hardly anybody would write such a template.
 */
function unfillable({ name }: Template): Blank {
  return {
    problems: [
      `the posts of the template ${quoted(name)} are written in a way that leaves no place for slots; write each on its own line, as in - { time: "09:00", category: branded }`,
    ],
  };
}

/**
 * Returns a sentence about the first day whose posts are only an alias (`*name`) of other posts, so that no slots can
 * be inserted among them. Returns null if no day with slots is like that.
 */
function copiedDay(plan: Plan, root: MappingNode, slots: readonly OpenSlot[]): string | null {
  const posts = root.entries.get('posts')?.value;
  const copied = slots.find(({ date }) => {
    const key = String(plan.dayPaths.get(date)?.at(-1));
    const day = posts?.kind === 'mapping' ? posts.entries.get(key)?.value : undefined;
    return posts?.aliased || day?.aliased;
  });
  if (copied === undefined) return null;
  return `the posts of ${spokenDay(copied.date)} repeat other posts with *; write them out, so that slots can be added among them`;
}

/** The time zone and the days of a template, as written in it. Both are null if the template does not have them. */
interface TemplateDays {
  readonly timezone: string | null;
  /** The values of `from` and `to`, the first and the last day; null unless the template has both. */
  readonly span: { readonly from: string; readonly to: string } | null;
}

/**
 * Returns the time zone and the first and last day of a template, unchecked and as written. They help to choose the
 * period of the new plan. `span` is null unless the template has both `from` and `to`.
 */
export function daysOfTemplate({ source: { root } }: Template): TemplateDays {
  const text = (key: string) => {
    const node = root?.kind === 'mapping' ? root.entries.get(key)?.value : undefined;
    return node?.kind === 'scalar' && !isNull(node) ? node.text : null;
  };
  const [from, to] = [text('from'), text('to')];
  return { timezone: text('timezone'), span: from === null || to === null ? null : { from, to } };
}

function readAll(root: Node | null, terms: PlanTerms): { plan: Plan | null; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const plan = readPlan(root, terms, (problem) => problems.push(problem));
  return { plan, problems };
}

/** The command-line option that sets each key of a plan. */
const OPTIONS: ReadonlyMap<unknown, string> = new Map([
  ['timezone', '--timezone'],
  ['channels', '--channel'],
  ['targets', '--mix'],
]);

/** Something that the user asks for but that is not possible, and why. */
interface WrongWish {
  /**
   * The command-line option with which the user asks for it; null for the week, which is not an option but an argument.
   */
  readonly option: string | null;
  /** A sentence about what is wrong, without the name of the option. */
  readonly said: string;
}

/**
 * Returns the sentence to show to the user about a wrong wish: `said`, after the name of the option if there is one, as
 * in `--mix: the mix is locked by your team's config`.
 */
export function sentenceOnWish({ option, said }: WrongWish): string {
  return option === null ? said : `${option}: ${said}`;
}

/** Returns the user's wishes that are not possible, each with the reason; empty if all are possible. */
export function wrongWishes(wishes: Wishes, policy: TeamPolicy): readonly WrongWish[] {
  if (wishes.mix !== null && policy.locked.has('mix')) {
    const said =
      "the mix is locked by your team's config; leave out --mix, or ask whoever looks after the config";
    return [{ option: '--mix', said }];
  }
  const { root } = readText(planOfWishes(wishes));
  const terms = { policy: { ...policy, locked: new Set<string>() }, inline: true };
  const wrong = readAll(root, terms).problems.map(({ place, said }) => {
    return { option: OPTIONS.get(place.path[0]) ?? null, said };
  });
  return wrong.filter(({ option, said }, index) => {
    return wrong.findIndex((each) => each.option === option && each.said === said) === index;
  });
}

/**
 * Returns the reasons why a template cannot be used at all; empty if it is a mapping in block style without syntax
 * errors.
 */
function unusable({ name, source }: Template): readonly string[] {
  const sentences = syntaxSentences(source, name);
  if (sentences.length > 0) return sentences.map((sentence) => `the template ${printed(sentence)}`);
  if (source.root?.kind !== 'mapping')
    return [`the template ${quoted(name)} is not a plan; write at least week: and posts:`];
  if (!source.root.isFlow) return [];
  return [
    `the template ${quoted(name)} is all in braces; write each key on its own line, as in week: 2026-W48`,
  ];
}

/** The most mistakes in a template that are described one by one. */
const MOST_TOLD = 100;

/**
 * Returns a sentence for each of the first 100 problems of a template in which the user's settings have been written
 * and, if there are more, one that says how many. A sentence gives the line and column if the template has the same
 * problem without these settings.
 */
function toldProblems(
  problems: readonly Problem[],
  { name, source: { root, lines } }: Template,
  terms: BlankTerms,
): readonly string[] {
  const alike = groupsOf(readAll(root, terms).problems, (problem) => [placeKeyOf(problem)]);
  const own = new Map([...alike].map(([key, group]) => [key, group.values()]));
  const told = problems.map((problem) => {
    const { message } = problem;
    const there = own.get(placeKeyOf(problem))?.next().value;
    if (there === undefined) return `the template ${quoted(name)} does not fit: ${fitting(problem)}`;
    const { line, column } = lines.position(rangeOf(root, there.place));
    const isLocked = there.place.at === 'key' && terms.policy.locked.has(String(there.place.path.at(-1)));
    const advice = isLocked ? '; the template minimal leaves all targets to the config' : '';
    return `the template ${name}:${line}:${column}: ${message}${advice}`;
  });
  const tellLeft = (left: number) =>
    `the template ${quoted(name)} has ${left} more mistakes; fix these first`;
  return firstOf(told, MOST_TOLD, tellLeft);
}

/**
 * Returns a key that is the same for the same problem in two versions of a template: its rule and its place in the
 * plan.
 */
function placeKeyOf({ rule, place }: Problem): string {
  return JSON.stringify([rule, place]);
}

/**
 * Returns the message about a template that does not fit the user's settings. For days outside the week, it says what
 * to do.
 */
function fitting({ rule, message, fact }: Problem): string {
  if (rule !== 'date') return message;
  return `${fact}; in a template, name the days mon, tue and so on, or, to keep its own dates, leave out the week`;
}

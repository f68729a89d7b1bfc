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
import { quoted } from '../text/words.ts';
import { edited } from '../yaml/edits.ts';
import { isNull, type MappingNode, type Node } from '../yaml/node.ts';
import { printed, rangeOf } from '../yaml/places.ts';
import { readText, type Source, syntaxSentences } from '../yaml/source.ts';
import type { Problem } from '../yaml/structural-problem.ts';
import { chooseSlots } from './choose-slots.ts';
import type { PerDayWish } from './per-day.ts';

/** The plan from which a new plan is made. */
export interface Template {
  /** The name of the template in messages. */
  readonly name: string;
  readonly source: Source;
}

/** The settings for making a blank plan, apart from its template. */
export interface BlankTerms extends PlanTerms {
  readonly wishes: Wishes;
  /** The number of planned posts that each day should have; null for the midpoint of what each day allows. */
  readonly perDay: PerDayWish | null;
}

/** A blank plan. If none can be made, a sentence for each problem that prevents it. */
export type Blank = MadeBlank | { readonly problems: readonly string[] };

/** A new plan with open slots, which still need a title or a text. */
export interface MadeBlank {
  readonly text: string;
  readonly from: Day;
  readonly to: Day;
  readonly slots: readonly OpenSlot[];
  /** Every day of every channel, with the times of its slots and the room left. */
  readonly days: readonly FilledDay[];
  /** The number of posts that stay from the template, in addition to the new slots. */
  readonly posts: number;
  /** What stays from the template, and may surprise a user who expects a blank plan. */
  readonly staying: {
    /** The number of posts that go out and have a title or a text. */
    readonly withWords: number;
    /** The number of posts with the status `on_hold` or `cancelled`. */
    readonly notGoingOut: number;
    readonly hasHold: boolean;
    /** The number of posts that the hold suspends, including open slots. */
    readonly suspended: number;
  };
  /** A sentence for each reason why channels get fewer slots than asked for, or another mix than their target. */
  readonly notes: readonly string[];
}

/**
 * Makes a blank plan from a template: the posts, comments and layout of the template stay, and open slots are added
 * (docs/specification.md, section 5). The same input always gives the same plan. If the template or a wish has a
 * mistake, or slots cannot be chosen, the result has only `problems`.
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
  const chosen = chooseSlots(plan, analysis, terms.perDay);
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

/** The problem of a template into which no slots can be put. Hardly anybody would write such a template. */
function unfillable({ name }: Template): Blank {
  return {
    problems: [
      `the posts of the template ${quoted(name)} are written in a way that leaves no place for slots; write each on its own line, as in - { time: "09:00", category: branded }`,
    ],
  };
}

/**
 * A sentence that says why slots cannot be put into a day whose posts are an alias of other posts. Null when there is
 * no such day.
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

/** The time zone and the days of a template, as they are written in it. What the template does not have is null. */
export interface TemplateDays {
  readonly timezone: string | null;
  /** The values of `from` and `to`, the first and the last day. Null unless the template has both. */
  readonly span: { readonly from: string; readonly to: string } | null;
}

/** Reads the time zone and the days of a template. The week of the new plan is determined from them. */
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

/** The command-line option for each key of a plan. */
const OPTIONS: ReadonlyMap<unknown, string> = new Map([
  ['timezone', '--timezone'],
  ['channels', '--channel'],
  ['targets', '--mix'],
]);

/** A wish that cannot be fulfilled, and why. */
export interface WrongWish {
  /** The option that expresses the wish; null for the week, which is an argument. */
  readonly option: string | null;
  /** A sentence that says what is wrong, without the name of the option. */
  readonly said: string;
}

/**
 * A sentence that says what is wrong with a wish. If an option expresses the wish, the sentence begins with its name.
 */
export function sentenceOnWish({ option, said }: WrongWish): string {
  return option === null ? said : `${option}: ${said}`;
}

/** The wishes that cannot be fulfilled, each with the reason. Empty when all of them can be. */
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

/** The reasons why a template cannot be used at all. Empty for a mapping in block style without syntax errors. */
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

/** The most mistakes of a template that are told. */
const MOST_TOLD = 100;

/** The first hundred problems of a template as sentences, and how many more there are. */
function toldProblems(
  problems: readonly Problem[],
  template: Template,
  terms: BlankTerms,
): readonly string[] {
  const told = placedProblems(problems.slice(0, MOST_TOLD), template, terms);
  const left = problems.length - MOST_TOLD;
  const rest = `the template ${quoted(template.name)} has ${left} more mistakes; fix these first`;
  return left > 0 ? [...told, rest] : told;
}

/**
 * The mistakes in a template after the wishes are put in. Mistakes that the template itself has get their place in it.
 */
function placedProblems(
  problems: readonly Problem[],
  { name, source: { root, lines } }: Template,
  terms: BlankTerms,
): readonly string[] {
  const alike = groupsOf(readAll(root, terms).problems, (problem) => [placeKeyOf(problem)]);
  const own = new Map([...alike].map(([key, group]) => [key, group.values()]));
  return problems.map((problem) => {
    const { message } = problem;
    const there = own.get(placeKeyOf(problem))?.next().value;
    if (there === undefined) return `the template ${quoted(name)} does not fit: ${fitting(problem)}`;
    const { line, column } = lines.position(rangeOf(root, there.place));
    const isLocked = there.place.at === 'key' && terms.policy.locked.has(String(there.place.path.at(-1)));
    const advice = isLocked ? '; the template minimal leaves all targets to the config' : '';
    return `the template ${name}:${line}:${column}: ${message}${advice}`;
  });
}

/** What two readings of a template have in common if they found the same mistake: the rule, and the place in the plan. */
function placeKeyOf({ rule, place }: Problem): string {
  return JSON.stringify([rule, place]);
}

/** The message about a template that does not fit. For days outside the week, it says what to do. */
function fitting({ rule, message, fact }: Problem): string {
  if (rule !== 'date') return message;
  return `${fact}; in a template, name the days mon, tue and so on, or, to keep its own dates, leave out the week`;
}

import { analyse } from '../analysis/analyse.ts';
import { type Day, spokenDay } from '../dates.ts';
import type { Problem } from '../fields.ts';
import { NO_PERIOD } from '../plan/calendar.ts';
import type { Plan } from '../plan/model.ts';
import { readPlan } from '../plan/read.ts';
import type { PlanTerms } from '../plan/settings.ts';
import { isNull, type MappingNode, type Node } from '../source/node.ts';
import { Lines, rangeOf } from '../source/places.ts';
import { readSource, syntaxSentence } from '../source/read.ts';
import type { TeamPolicy } from '../targets/policy.ts';
import { quoted } from '../words.ts';
import { withSlots } from './layout.ts';
import { planOfWishes, type Wishes, withWishes } from './settings.ts';
import { chooseSlots, type OpenSlot } from './slots.ts';
import { unfolded, withoutNulls } from './unfold.ts';

/** What a plan is started from. */
export interface Template {
  /** What messages call it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a blank plan is made by, beside its template. */
export interface BlankTerms extends PlanTerms {
  readonly wishes: Wishes;
  /** Planned posts a day and channel; null for the middle of what each day allows. */
  readonly perDay: number | null;
}

/** A plan whose slots wait for their titles, or a sentence for each thing that stands in its way. */
export type Blank =
  | {
      readonly text: string;
      readonly from: Day;
      readonly to: Day;
      readonly slots: readonly OpenSlot[];
      /** What the posts that stay bring with them. */
      readonly notes: readonly string[];
    }
  | { readonly problems: readonly string[] };

/**
 * Makes a blank plan from a template: its posts, comments and layout stay, and open slots come beside them (section 5 of
 * the specification). The same input gives the same plan.
 */
export function blankPlan(template: Template, terms: BlankTerms): Blank {
  const source = readSource(template.bytes);
  const { wishes } = terms;
  const wrong = [...wrongWishes(wishes, terms.policy), ...wrongTemplate(template, terms)];
  if (wrong.length > 0) return { problems: wrong };
  const wished = withWishes(source.text, wishes, terms);
  const bare = withoutNulls(wished, readSource(encoded(wished)).root as MappingNode);
  const text = unfolded(bare, readSource(encoded(bare)).root as MappingNode);
  const { root } = readSource(encoded(text));
  const { plan, problems } = readAll(root, terms);
  if (plan === null || root?.kind !== 'mapping' || problems.length > 0) return misfit(template, problems);
  const chosen = chooseSlots(plan, analyse(plan), terms.perDay);
  if ('clashes' in chosen) return { problems: chosen.clashes };
  const { slots, days, notes } = chosen;
  const copied = copiedDay(plan, root, slots);
  if (copied !== null) return misfit(template, [{ message: copied }]);
  return { text: withSlots(text, root, plan, slots, days), from: plan.from, to: plan.to, slots, notes };
}

function misfit({ name }: Template, problems: readonly Pick<Problem, 'message'>[]): Blank {
  return { problems: problems.map(({ message }) => `the template ${quoted(name)} does not fit: ${message}`) };
}

/** Why slots cannot be put among the posts of a day, where these stand elsewhere. */
function copiedDay(plan: Plan, root: MappingNode, slots: readonly OpenSlot[]): string | null {
  const posts = root.entries.get('posts')?.value;
  const copied = slots.find(({ date }) => {
    const key = String(plan.dayPaths.get(date)?.at(-1));
    const day = posts?.kind === 'mapping' ? posts.entries.get(key)?.value : undefined;
    return posts?.aliased || day?.aliased;
  });
  if (copied === undefined) return null;
  return `the posts of ${spokenDay(copied.date)} are a copy of others (*); write them out, so that slots can stand among them`;
}

/** What a template says of its days, as written; null for what it does not say. */
export interface TemplateDays {
  readonly timezone: string | null;
  /** A span of its own, for a plan of more or less than a week. */
  readonly span: { readonly from: string; readonly to: string } | null;
}

/** Looks into a template for what has to be known before its week can be. */
export function daysOfTemplate({ bytes }: Template): TemplateDays {
  const { root } = readSource(bytes);
  const text = (key: string) => {
    const node = root?.kind === 'mapping' ? root.entries.get(key)?.value : undefined;
    return node?.kind === 'scalar' && !isNull(node) ? node.text : null;
  };
  const [from, to] = [text('from'), text('to')];
  return { timezone: text('timezone'), span: from === null || to === null ? null : { from, to } };
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function readAll(root: Node | null, terms: PlanTerms): { plan: Plan | null; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const plan = readPlan(root, terms, (problem) => problems.push(problem));
  return { plan, problems };
}

/** How the command line calls what a plan calls otherwise. */
const OPTIONS: ReadonlyMap<unknown, string> = new Map([
  ['timezone', '--timezone'],
  ['channels', '--channel'],
  ['targets', '--mix'],
]);

/** What is wrong with wishes, as the options of a command line that they come from. */
export function wrongWishes(wishes: Wishes, policy: TeamPolicy): readonly string[] {
  if (wishes.mix !== null && policy.locked.has('mix')) {
    return [
      '--mix: the mix is locked by the config of your team; leave --mix out, or ask who keeps the config',
    ];
  }
  const { root } = readSource(encoded(planOfWishes(wishes)));
  const terms = { policy: { ...policy, locked: new Set<string>() }, inline: true };
  return readAll(root, terms).problems.map(({ place, message }) => {
    const option = OPTIONS.get(place.path[0]);
    return option === undefined ? message : `${option}: ${message.replace(/^[a-z]+: /, '')}`;
  });
}

function wrongTemplate({ name, bytes }: Template, terms: BlankTerms): readonly string[] {
  const source = readSource(bytes);
  const sentence = syntaxSentence(source, name);
  if (sentence !== null) return [`the template ${sentence}`];
  const { root } = source;
  if (root?.kind === 'mapping' && root.isFlow) {
    return [
      `the template ${quoted(name)} stands in braces; write its keys in lines of their own, as in week: 2026-W48`,
    ];
  }
  const { problems } = readAll(root, terms);
  const lines = new Lines(source.text);
  return problems
    .filter(({ message }) => message !== NO_PERIOD)
    .map(({ place, message }) => {
      const { line, column } = lines.position(rangeOf(root, place));
      return `the template ${name}:${line}:${column}: ${message}`;
    });
}

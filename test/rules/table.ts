import type { TeamPolicy } from '../../src/policy/team-policy.ts';
import type { RuleTerms } from '../../src/rules/weigh.ts';
import type { Position } from '../../src/yaml/places.ts';

type Weight = RuleTerms['rules'] extends ReadonlyMap<string, infer Value> ? Value : never;

/** A plan about which a rule says nothing. */
export interface Accept {
  readonly name: string;
  readonly plan: string;
  /** Under `--ready`; a rule that is off otherwise is checked so unless its case says no. */
  readonly ready?: boolean;
  /** What the config sets under `rules`. */
  readonly rules?: Readonly<Record<string, Weight>>;
  /** What else the config says. */
  readonly policy?: Partial<TeamPolicy>;
  /** Other plans of the team, which are not checked. */
  readonly others?: readonly string[];
  readonly encoding?: BufferEncoding;
  /** The other structural rules that speak about the plan; no other may, lest a slip in it passes for silence. */
  readonly besides?: readonly string[];
}

/**
 * A plan with a pair of brackets `⟦ ⟧` around every place at which the rule speaks, and nowhere else; pairs in one another
 * are as many findings at one place. The lists have one entry a finding, in the order of the file.
 */
export interface Reject extends Accept {
  readonly severities?: readonly Weight[];
  readonly channels?: readonly string[];
  readonly dates?: readonly string[];
}

/** What one rule accepts and rejects. */
export interface Table {
  readonly accept: readonly Accept[];
  readonly reject: readonly Reject[];
}

/** A place that was marked: where it is, and where it starts and ends in the text without marks. */
export interface Marked extends Position {
  readonly start: number;
  readonly end: number;
}

/** The plan as it is checked, and the places that are marked in it, in the order of the file. */
export function readMarks(plan: string): { readonly text: string; readonly places: readonly Marked[] } {
  const places: Marked[] = [];
  const open: number[] = [];
  let text = '';
  let line = 1;
  let column = 1;
  for (const part of plan.split(/([⟦⟧])/)) {
    if (part === '⟦') {
      open.push(places.length);
      places.push({ line, column, endLine: 0, endColumn: 0, start: text.length, end: 0 });
    } else if (part === '⟧') {
      const index = open.pop();
      const place = index === undefined ? undefined : places[index];
      if (index === undefined || place === undefined) throw new Error('⟧ without ⟦');
      places[index] = { ...place, endLine: line, endColumn: column, end: text.length };
    } else {
      text += part;
      const breaks = part.split('\n').length - 1;
      line += breaks;
      column = breaks === 0 ? column + part.length : part.length - part.lastIndexOf('\n');
    }
  }
  if (open.length > 0) throw new Error('⟦ without ⟧');
  return { text, places };
}

import { type Finding, inOrder, type Severity } from './findings/finding.ts';
import { type Cover, type Suppression, suppressionsIn } from './findings/suppressions.ts';
import { uncheckedLines } from './findings/unchecked.ts';
import { RULE_NAMES } from './rules/index.ts';
import {
  neverSuppressed,
  nothingFound,
  notSuppressible,
  unknownRule,
  unusedSuppression,
  wrongWithSuppression,
} from './rules/unused-suppression.ts';
import type { Source } from './source/read.ts';

/** What the suppressions of a plan are judged by. */
export interface Suppressing {
  /** What the plan is called. */
  readonly file: string;
  /** Whether a rule, by its id, has looked at all of the plan. */
  readonly hasLooked: (rule: string) => boolean;
  /** How much it weighs that a suppression does nothing. */
  readonly weight: Severity | 'off';
  /** So many findings about suppressions are made. */
  readonly most: number;
}

/** One rule that a comment names. */
interface Named {
  readonly suppression: Suppression;
  readonly rule: string;
}

const ALL_RULES = [...RULE_NAMES.structural, ...RULE_NAMES.settable];
const isStructural = (rule: string) => RULE_NAMES.structural.includes(rule);
const isOwn = ({ rule }: Named) => rule === unusedSuppression.id;

/** The findings that no comment suppresses, and one for each suppression that does nothing, in order. */
export function suppress(
  findings: readonly Finding[],
  source: Source,
  terms: Suppressing,
): readonly Finding[] {
  const suppressions = suppressionsIn(source);
  if (suppressions.length === 0) return findings;
  const named = suppressions.flatMap((suppression) => {
    return suppression.rules.map((rule) => ({ suppression, rule }));
  });
  const kept = withoutCovered(findings, named);
  if (terms.weight === 'off') return kept;
  const mistakes = findings.filter(({ rule }) => isStructural(rule));
  const unchecked = uncheckedLines(source, mistakes);
  const unused = new Unused(terms, unchecked);
  for (const suppression of suppressions) {
    const message = wrongWithSuppression(suppression);
    if (message !== null) unused.tell(suppression, message);
  }
  const [own, others] = [named.filter(isOwn), named.filter((each) => !isOwn(each))];
  tellIdle(others, linesOf(findings), linesOf(kept), unused);
  const unusedOwn = new Unused(terms, unchecked);
  tellIdle(own, linesOf(unused.findings), new Map(), unusedOwn);
  return inOrder([...kept, ...withoutCovered(unused.findings, own), ...unusedOwn.findings]);
}

/** The findings about suppressions that do nothing. */
class Unused {
  readonly findings: Finding[] = [];
  private readonly terms: Suppressing;
  /** The lines at which not every rule could look. */
  private readonly unchecked: ReadonlySet<number>;

  constructor(terms: Suppressing, unchecked: ReadonlySet<number>) {
    this.terms = terms;
    this.unchecked = unchecked;
  }

  /** Whether a rule has looked at all that is covered. */
  isLookedAt(rule: string, covers: Cover): boolean {
    const isUnchecked = covers === 'file' ? this.unchecked.size > 0 : this.unchecked.has(covers);
    return !isUnchecked && this.terms.hasLooked(rule);
  }

  tell({ position }: Suppression, message: string): void {
    const { file, weight, most } = this.terms;
    if (weight === 'off' || this.findings.length >= most) return;
    const about = { rule: unusedSuppression.id, severity: weight, message, file, ...position };
    this.findings.push({ ...about, channel: null, date: null, data: {} });
  }
}

/** The lines on which each rule has a finding, in order. */
type LinesByRule = ReadonlyMap<string, ReadonlySet<Cover>>;

function linesOf(findings: readonly Finding[]): LinesByRule {
  const lines = new Map<string, Set<Cover>>();
  for (const { rule, line } of findings) lines.set(rule, (lines.get(rule) ?? new Set()).add(line));
  return lines;
}

/** What nobody suppresses; those that cannot be suppressed say so. */
function withoutCovered(findings: readonly Finding[], named: readonly Named[]): readonly Finding[] {
  const covered = new Map<string, Set<Cover | null>>();
  for (const { rule, suppression } of named) {
    covered.set(rule, (covered.get(rule) ?? new Set()).add(suppression.covers));
  }
  return findings.flatMap((finding) => {
    const { rule, line, message } = finding;
    const covers = covered.get(rule);
    if (!covers?.has('file') && !covers?.has(line)) return [finding];
    return isStructural(rule) ? [{ ...finding, message: `${message} (${notSuppressible(rule)})` }] : [];
  });
}

/** Tells of each rule that is named where it finds nothing, or that is none. */
function tellIdle(named: readonly Named[], found: LinesByRule, kept: LinesByRule, unused: Unused): void {
  for (const { suppression, rule } of named) {
    const { covers } = suppression;
    if (covers === null) continue;
    const lines = found.get(rule);
    if (!ALL_RULES.includes(rule)) unused.tell(suppression, unknownRule(rule, ALL_RULES));
    else if (covers === 'file' ? lines !== undefined : lines?.has(covers)) continue;
    else if (isStructural(rule)) unused.tell(suppression, neverSuppressed(rule, suppression));
    else if (unused.isLookedAt(rule, covers)) {
      unused.tell(suppression, nothingFound(rule, suppression, kept.get(rule) ?? new Set()));
    }
  }
}

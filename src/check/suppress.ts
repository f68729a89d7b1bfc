import { countBelow } from '../analysis/sorted.ts';
import { type Finding, inOrder, type Severity } from '../findings/finding.ts';
import { PostLines } from '../findings/post-lines.ts';
import { type Cover, type Suppression, suppressionsIn } from '../findings/suppression-comments.ts';
import { RULE_NAMES } from '../rules/index.ts';
import {
  type Elsewhere,
  neverSuppressed,
  nothingFound,
  notSuppressible,
  unknownRule,
  unusedSuppression,
  wrongWithSuppression,
} from '../rules/unused-suppression.ts';
import type { Source } from '../yaml/source.ts';

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
  const { weight } = terms;
  if (weight === 'off') return kept;
  const mistakes = findings.filter(({ rule }) => isStructural(rule));
  const places = { posts: new PostLines(source, mistakes), commented: linesBelowComments(suppressions) };
  const unused = new Unused({ ...terms, weight }, places);
  for (const suppression of suppressions) {
    const message = wrongWithSuppression(suppression);
    if (message !== null) unused.tell(suppression, message);
  }
  const [own, others] = [named.filter(isOwn), named.filter((each) => !isOwn(each))];
  unused.tellIdle(others, linesOf(findings), linesOf(kept));
  const unusedOwn = new Unused({ ...terms, weight }, places);
  unusedOwn.tellIdle(own, linesOf(inOrder(unused.findings)), new Map());
  return inOrder([...kept, ...withoutCovered(unused.findings, own), ...unusedOwn.findings]);
}

/** The lines right below comments that speak of the next line. */
function linesBelowComments(suppressions: readonly Suppression[]): ReadonlySet<number> {
  const above = suppressions.filter(({ isAbove }) => isAbove);
  return new Set(above.map(({ position }) => position.line + 1));
}

/** What stands where in a plan. */
interface Places {
  readonly posts: PostLines;
  /** The lines right below comments that speak of the next line. */
  readonly commented: ReadonlySet<number>;
}

type Judging = Suppressing & { readonly weight: Severity };

/** The findings about suppressions that do nothing. */
class Unused {
  readonly findings: Finding[] = [];
  private readonly terms: Judging;
  private readonly places: Places;

  constructor(terms: Judging, places: Places) {
    this.terms = terms;
    this.places = places;
  }

  /** Tells of each rule that is named where it finds nothing, or that is none. */
  tellIdle(named: readonly Named[], found: LinesByRule, kept: LinesByRule): void {
    for (const { suppression, rule } of named) {
      if (this.findings.length >= this.terms.most) return;
      const { covers } = suppression;
      if (covers === null) continue;
      const lines = found.get(rule);
      if (!ALL_RULES.includes(rule)) this.tell(suppression, unknownRule(rule, ALL_RULES));
      else if (covers === 'file' ? lines !== undefined : lines?.has(covers)) continue;
      else if (isStructural(rule)) this.tell(suppression, neverSuppressed(rule, suppression));
      else if (this.isLookedAt(rule, suppression)) {
        this.tell(suppression, nothingFound(rule, suppression, this.nearest(suppression, kept.get(rule))));
      }
    }
  }

  tell({ position }: Suppression, message: string): void {
    const { file, weight, most } = this.terms;
    if (this.findings.length >= most) return;
    const about = { rule: unusedSuppression.id, severity: weight, message, file, ...position };
    this.findings.push({ ...about, channel: null, namesChannel: false, date: null, data: {} });
  }

  /** Whether a rule has looked at all that is meant. */
  private isLookedAt(rule: string, { covers, near }: Suppression): boolean {
    const { posts } = this.places;
    const isUnchecked = covers === 'file' ? posts.isAnyUnchecked : posts.around(near).isUnchecked;
    return !isUnchecked && this.terms.hasLooked(rule);
  }

  /** The line that a suppression may have been meant for: in the post that it stands at, or next to it. */
  private nearest({ covers, near, position }: Suppression, lines = NO_LINES): Elsewhere | null {
    if (covers === 'file') return null;
    const { posts, commented } = this.places;
    const { first, last } = posts.around(near);
    const close = [position.line, position.line + 1, near].find((line) => lines.has(line));
    const line = close ?? lines.inOrder[countBelow(lines.inOrder, first)] ?? Number.POSITIVE_INFINITY;
    const isThere = close !== undefined || line <= last;
    return isThere ? { line, hasComment: commented.has(line) } : null;
  }
}

/** The lines on which a rule has a finding. */
class FoundLines {
  /** Ascending. */
  readonly inOrder: number[] = [];
  private readonly all = new Set<number>();

  has(line: number): boolean {
    return this.all.has(line);
  }

  /** Takes lines in ascending order. */
  add(line: number): void {
    this.all.add(line);
    this.inOrder.push(line);
  }
}

const NO_LINES = new FoundLines();

type LinesByRule = ReadonlyMap<string, FoundLines>;

/** @param findings - of one plan, by line */
function linesOf(findings: readonly Finding[]): LinesByRule {
  const byRule = new Map<string, FoundLines>();
  for (const { rule, line } of findings) {
    const lines = byRule.get(rule) ?? new FoundLines();
    lines.add(line);
    byRule.set(rule, lines);
  }
  return byRule;
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

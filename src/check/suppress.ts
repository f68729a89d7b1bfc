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
import { groupsOf } from '../text/groups.ts';
import { countBelow } from '../text/sorted.ts';
import { nearestOfFirst } from '../text/words.ts';
import type { Source } from '../yaml/source.ts';

/** The settings for reporting suppression comments that have no effect. */
interface Suppressing {
  /** The name of the plan in findings. */
  readonly file: string;
  /** Whether the rule with this id is on and has checked the whole plan. */
  readonly hasLooked: (rule: string) => boolean;
  /** The severity of findings about suppressions; `off` for no such findings. */
  readonly weight: Severity | 'off';
  /** The most findings about suppressions to report. */
  readonly most: number;
}

/** A rule that a suppression comment names. */
interface Named {
  readonly suppression: Suppression;
  readonly rule: string;
}

const ALL_RULES = [...RULE_NAMES.structural, ...RULE_NAMES.settable];
const isStructural = (rule: string) => RULE_NAMES.structural.includes(rule);
const isOwn = ({ rule }: Named) => rule === unusedSuppression.id;

/**
 * Returns the findings that no comment suppresses. Unless `terms.weight` is `off`, adds a finding for each suppression
 * comment that has no effect. The result is sorted by place in the file.
 *
 * @param findings - all findings in the plan, sorted
 */
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
    const message = wrongWithSuppression(suppression, unused.find);
    if (message !== null) unused.tell(suppression, message);
  }
  const [own, others] = [named.filter(isOwn), named.filter((each) => !isOwn(each))];
  unused.tellIdle(others, linesOf(findings), linesOf(kept));
  const unusedOwn = new Unused({ ...terms, weight }, places);
  unusedOwn.tellIdle(own, linesOf(inOrder(unused.findings)), new Map());
  return inOrder([...kept, ...withoutCovered(unused.findings, own), ...unusedOwn.findings]);
}

/** Returns the numbers, from 1, of the lines directly below a `cmplan-disable-next-line` comment. */
function linesBelowComments(suppressions: readonly Suppression[]): ReadonlySet<number> {
  const above = suppressions.filter(({ isAbove }) => isAbove);
  return new Set(above.map(({ position }) => position.line + 1));
}

/** What the advice in messages about suppressions depends on. */
interface Places {
  readonly posts: PostLines;
  /** The numbers, from 1, of the lines directly below a `cmplan-disable-next-line` comment. */
  readonly commented: ReadonlySet<number>;
}

type Judging = Suppressing & { readonly weight: Severity };

/** Collects findings about suppressions that have no effect. */
class Unused {
  readonly findings: Finding[] = [];
  /**
   * Returns the name that was probably meant by a misspelt one. Only the first 1,000 calls compare names, to save time.
   */
  readonly find = nearestOfFirst();
  private readonly terms: Judging;
  private readonly places: Places;

  constructor(terms: Judging, places: Places) {
    this.terms = terms;
    this.places = places;
  }

  /** Reports each named rule that does not exist, or that has no finding where the comment should suppress it. */
  tellIdle(named: readonly Named[], found: LinesByRule, kept: LinesByRule): void {
    for (const { suppression, rule } of named) {
      if (this.findings.length >= this.terms.most) return;
      const { covers } = suppression;
      if (covers === null) continue;
      const lines = found.get(rule) ?? [];
      if (!ALL_RULES.includes(rule)) this.tell(suppression, unknownRule(rule, ALL_RULES, this.find));
      else if (covers === 'file' ? lines.length > 0 : isAmong(lines, covers)) continue;
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

  /** Whether a rule has checked everything that a suppression covers. */
  private isLookedAt(rule: string, { covers, near }: Suppression): boolean {
    const { posts } = this.places;
    const isUnchecked = covers === 'file' ? posts.isAnyUnchecked : posts.around(near).isUnchecked;
    return !isUnchecked && this.terms.hasLooked(rule);
  }

  /**
   * Returns the line that a suppression was probably meant for: one with a finding of the rule, next to the comment or
   * in the same post. Returns null if there is none, or if the suppression covers the whole file.
   */
  private nearest({ covers, near, position }: Suppression, lines: readonly number[] = []): Elsewhere | null {
    if (covers === 'file') return null;
    const { posts, commented } = this.places;
    const { first, last } = posts.around(near);
    const close = [position.line, position.line + 1, near].find((line) => isAmong(lines, line));
    const line = close ?? lines[countBelow(lines, first)] ?? Number.POSITIVE_INFINITY;
    const isThere = close !== undefined || line <= last;
    return isThere ? { line, hasComment: commented.has(line) } : null;
  }
}

/** For each rule, the numbers, from 1, of the lines on which it has a finding, in ascending order. */
type LinesByRule = ReadonlyMap<string, readonly number[]>;

/**
 * Returns the lines on which each rule has a finding, by rule id.
 *
 * @param findings - the findings of one plan, sorted by line
 */
function linesOf(findings: readonly Finding[]): LinesByRule {
  const byRule = groupsOf(findings, ({ rule }) => [rule]);
  return new Map([...byRule].map(([rule, own]) => [rule, own.map(({ line }) => line)]));
}

function isAmong(lines: readonly number[], line: number): boolean {
  return lines[countBelow(lines, line)] === line;
}

/**
 * Returns the findings that no comment suppresses. If a comment is meant to suppress a finding that cannot be
 * suppressed, the message of that finding says so.
 */
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

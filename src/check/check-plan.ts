import { type Analysis, analyse } from '../analysis/analyse.ts';
import type { Dates } from '../analysis/spans.ts';
import { ALONE, type OverTime } from '../analysis/team.ts';
import { type TeamChannels, teamChannelsOf } from '../analysis/team-channels.ts';
import { type CheckedFile, checkedFile, type PlanSummary } from '../findings/checked-file.ts';
import { type Finding, inOrder } from '../findings/finding.ts';
import { type CutWords, cutWordsIn } from '../plan/cut-words.ts';
import type { Channel, Plan } from '../plan/plan.ts';
import type { PlanTerms } from '../plan/plan-settings.ts';
import { readPlan } from '../plan/read-plan.ts';
import { NO_POLICY } from '../policy/team-policy.ts';
import { cutAtHashtag, hashtag } from '../rules/hashtag.ts';
import { RULES, SETTABLE_RULES } from '../rules/index.ts';
import { looksAtAll, type RuleReport } from '../rules/rule.ts';
import { unusedSuppression } from '../rules/unused-suppression.ts';
import { type RuleTerms, weigh, weightOf } from '../rules/weigh.ts';
import type { Node, Place, Range } from '../yaml/node.ts';
import { type Lines, rangeOf, START } from '../yaml/places.ts';
import { readSource, Source } from '../yaml/source.ts';
import { type Problem, wrong } from '../yaml/structural-problem.ts';
import type { SyntaxProblem } from '../yaml/syntax-problems.ts';
import { insteadOfPlan } from './not-a-plan.ts';
import { isCertainlyPlan, looksLikePlan } from './plan-keys.ts';
import { summaryOf } from './summary.ts';
import { suppress } from './suppress.ts';

/** Everything outside the file that affects how a plan is checked: the team's config and the command-line options. */
export interface CheckTerms extends PlanTerms, RuleTerms {}

/** The terms of a check without a config and without command-line options. */
export const DEFAULT_TERMS: CheckTerms = { policy: NO_POLICY, inline: true, rules: new Map(), ready: false };

/**
 * Checks one plan: reads it, counts its posts, and applies the rules. Never throws because of the contents of the file.
 *
 * @param bytes - the unchanged contents of the file
 * @param file - the name of the file in findings
 * @param fitIn - returns how the plan fits in with other plans of its team; by default, the plan belongs to no team
 * @returns the sorted findings, and the figures for the plan; the figures are `null` if the file or its period could
 * not be read
 */
export function checkPlan(
  bytes: Uint8Array,
  file: string,
  terms: CheckTerms = DEFAULT_TERMS,
  fitIn: FitIn = alone,
): CheckedFile {
  return checkSource(readSource(bytes), bytes, file, terms, fitIn);
}

/**
 * A function that returns how a plan fits in with the other plans of its team; `null` if the plan belongs to no team.
 *
 * @param dates - the first and the last day of the plan
 * @param channels - what the other plans of the team need to know about the channels of the plan
 * @param targets - the channels of the plan, each with the targets that apply to it
 */
export type FitIn = (dates: Dates, channels: TeamChannels, targets: readonly Channel[]) => OverTime | null;

const alone: FitIn = () => null;

/**
 * Checks a file that was found in a folder or by a glob. Returns `null` if the file is not a plan.
 *
 * @param bytes - the unchanged contents of the file
 * @param file - the name of the file in findings
 * @param isGuess - `true` if neither the user nor a config says that this place has plans. Then a file counts as a plan
 * only if it has `posts` and one of `week`, `from` and `to`; otherwise, one of these four keys is enough
 * @param fitIn - returns how the plan fits in with other plans of its team; by default, the plan belongs to no team
 */
export function checkFound(
  bytes: Uint8Array,
  file: string,
  terms: CheckTerms,
  isGuess = false,
  fitIn: FitIn = alone,
): CheckedFile | null {
  const source = readSource(bytes);
  const isPlan = isGuess ? isCertainlyPlan : looksLikePlan;
  return isPlan(source, bytes) ? checkSource(source, bytes, file, terms, fitIn) : null;
}

function checkSource(
  source: Source,
  bytes: Uint8Array,
  file: string,
  terms: CheckTerms,
  fitIn: FitIn,
): CheckedFile {
  const unreadable = (problems: readonly Pick<SyntaxProblem, 'range' | 'message'>[]) => {
    const reports = problems.map(({ range, message }): Reported => {
      return { rule: 'syntax', severity: 'error', place: range, message };
    });
    return checkedFile(file, source, null, placed(reports, source, file));
  };
  const instead = source.root?.kind === 'mapping' ? null : insteadOfPlan(source.text, bytes);
  if (instead !== null) return unreadable([{ range: START, message: instead }]);
  if (source.problems.length > 0) return unreadable(source.problems);
  const { plan, problems } = readBounded(source.root, terms);
  const overTime = plan?.hasPosts ? fitIn(plan, teamChannelsOf(plan), plan.channels) : null;
  const cuts = cutWordsIn(source);
  const known = explained(problems, cuts, source);
  const { reports, summary } = judgeRead(plan, known, cuts, terms, overTime ?? ALONE);
  const findings = placed(reports, source, file);
  if (!terms.inline) return checkedFile(file, source, summary, findings);
  const hasLooked = (rule: string) =>
    plan !== null && reports.length <= MOST_FINDINGS && looksAt(rule, plan, terms, overTime);
  const weight = weightOf(unusedSuppression, terms);
  const kept = suppress(findings, source, { file, weight, most: MOST_FINDINGS, hasLooked });
  return checkedFile(file, source, summary, kept);
}

/**
 * Applies the rules to what was read of a plan.
 *
 * @param known - what was wrong in it already
 */
function judgeRead(
  plan: Plan | null,
  known: readonly Reported[],
  cuts: readonly CutWords[],
  terms: RuleTerms,
  overTime: OverTime,
): { readonly reports: readonly Reported[]; readonly summary: PlanSummary | null } {
  const analysis = plan === null ? null : analyse(plan);
  const reports = [...known];
  for (const report of judgeAll(cuts, plan, analysis, terms, overTime)) {
    if (reports.length >= MOST_FINDINGS) {
      const message = `the plan has more than ${MOST_FINDINGS} findings; fix these first`;
      reports.push({ severity: 'error', ...wrong([], message, 'first-key') });
      break;
    }
    reports.push(report);
  }
  return { reports, summary: plan && analysis && summaryOf(plan, analysis, overTime) };
}

/** A plan that is not written in YAML. */
export interface PlanTree {
  /** The root node of the plan, as if it were written in YAML. */
  readonly root: Node;
  /** Finds the line and the column in the file for each range in `root`. */
  readonly lines: Pick<Lines, 'position'>;
  /**
   * Problems already found in the file. They are reported along with those in `root`, except that problems of the rules
   * `category` and `channel` in `root` are ignored.
   */
  readonly problems: readonly (Pick<Problem, 'rule' | 'message'> & { readonly place: Range })[];
}

/**
 * Checks a plan that is not written in YAML, such as one in a sheet. Such a plan belongs to no team, and comments
 * suppress none of its findings.
 *
 * @param file - the name of the file in findings
 */
export function checkTree({ root, lines, problems }: PlanTree, file: string, terms: CheckTerms): CheckedFile {
  const { plan, problems: read } = readBounded(root, terms);
  const known = [...problems, ...read.filter(({ rule }) => rule !== 'category' && rule !== 'channel')];
  const asErrors = known.map((each): Reported => ({ ...each, severity: 'error' }));
  const ofSheet = plan && { ...plan, newTargetsGo: 'into the config' as const };
  const { reports, summary } = judgeRead(ofSheet, asErrors, [], terms, ALONE);
  return checkedFile(file, NO_SOURCE, summary, placed(reports, { root, lines }, file));
}

const NO_SOURCE = new Source('', null);

/** Whether a rule is on, every target that it needs is valid, and it runs at this plan. */
function looksAt(id: string, plan: Plan, terms: RuleTerms, overTime: OverTime | null): boolean {
  const rule = SETTABLE_RULES.find((each) => each.id === id);
  const { needs = [], runsAt = () => true } = RULES.find((each) => each.id === id) ?? {};
  return rule !== undefined && weightOf(rule, terms) !== 'off' && looksAtAll(needs, plan) && runsAt(overTime);
}

/**
 * Turns structural problems into reports. If a list item is empty because of a hashtag, the hashtag is reported
 * instead.
 */
function explained(problems: readonly Problem[], cuts: readonly CutWords[], { root }: Source): Reported[] {
  const missing = new Map(cuts.flatMap((cut) => (cut.missing === null ? [] : [[cut.missing.start, cut]])));
  return problems.map(({ rule, place, message }) => {
    const isHere = missing.size > 0 && rule === 'schema';
    const cut = isHere ? missing.get(rangeOf(root, place).start) : undefined;
    if (cut === undefined) return { rule, severity: 'error', place, message };
    return { rule, severity: 'error', place: cut.comment, message: `${cut.key}: ${cutAtHashtag(cut)}` };
  });
}

/** Yields what the rules that are on report about a file, structural problems aside. */
function* judgeAll(
  cuts: readonly CutWords[],
  plan: Plan | null,
  analysis: Analysis | null,
  terms: RuleTerms,
  overTime: OverTime,
): Iterable<Reported> {
  const severity = weightOf(hashtag, terms);
  if (severity !== 'off') {
    for (const cut of cuts) {
      if (cut.missing !== null) continue;
      const { comment: place, words } = cut;
      yield { rule: hashtag.id, severity, place, message: cutAtHashtag(cut), data: { words } };
    }
  }
  if (plan !== null && analysis !== null) yield* judge(plan, analysis, terms, overTime);
}

/** Yields the reports of the active rules about a plan. A report names its channel when the plan has several. */
function* judge(plan: Plan, analysis: Analysis, terms: RuleTerms, overTime: OverTime): Iterable<Reported> {
  if (!plan.hasPosts) return;
  for (const rule of RULES) {
    const weight = weightOf(rule, terms);
    if (weight === 'off') continue;
    for (const report of rule.check(plan, analysis, overTime)) {
      const severity = weigh(rule, weight, report, terms);
      const namesChannel = report.channel !== undefined && plan.channels.length > 1;
      yield { rule: rule.id, ...report, severity, namesChannel };
    }
  }
}

/**
 * The maximum number of findings that are listed for one plan. If there are more, the check stops, and a last finding
 * says so.
 */
export const MOST_FINDINGS = 100_000;

class TooManyProblems extends Error {}

function readBounded(
  root: Node | null,
  terms: PlanTerms,
): { plan: Plan | null; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  try {
    const plan = readPlan(root, terms, (problem) => {
      if (problems.length === MOST_FINDINGS) throw new TooManyProblems();
      problems.push(problem);
    });
    return { plan, problems };
  } catch (error) {
    if (!(error instanceof TooManyProblems)) throw error;
    const message = `the file has more than ${MOST_FINDINGS} mistakes; fix these first`;
    return { plan: null, problems: [...problems, wrong([], message, 'first-key')] };
  }
}

type Reported = Omit<RuleReport, 'place'> & {
  /** Whether reports put the name of the channel in front of the message. */
  readonly namesChannel?: boolean;
  readonly rule: string;
  readonly severity: Finding['severity'];
  /** A place in the plan, or a range of its text. */
  readonly place: Place | Range;
};

function placed(
  reports: readonly Reported[],
  source: Pick<Source, 'root'> & { readonly lines: PlanTree['lines'] },
  file: string,
): readonly Finding[] {
  if (reports.length === 0) return [];
  return inOrder(
    reports.map((report) => {
      const { rule, severity, message, place, channel = null, date = null, data = {} } = report;
      const position = source.lines.position('path' in place ? rangeOf(source.root, place) : place);
      const { namesChannel = false } = report;
      return { rule, severity, message, file, ...position, channel, namesChannel, date, data };
    }),
  );
}

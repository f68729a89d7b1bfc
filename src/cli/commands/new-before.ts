import type { SeriesPart } from '../../analysis/series.ts';
import { areInOneSpan, type Dates } from '../../analysis/spans.ts';
import type { CheckTerms } from '../../check/check-plan.ts';
import type { Channel, Plan } from '../../plan/plan.ts';
import { listed, quoted } from '../../text/words.ts';
import { leftOutBefore } from '../../workspace/left-out.ts';
import type { OpenTeam } from '../../workspace/team-plans.ts';
import type { Sentence } from '../../yaml/places.ts';

/**
 * The earlier plans of a team that are counted together with a new plan. The new plan can make up for an imbalance in
 * these plans.
 */
export class PlansBefore {
  private readonly open: OpenTeam;
  private readonly file: string;
  private readonly terms: CheckTerms;
  private readonly cwd: string;
  private plan: Plan | null = null;
  private overlaps: readonly string[] = [];

  /**
   * @param file - the absolute path of the new plan
   * @param cwd - the absolute path of the working directory
   */
  constructor(open: OpenTeam, file: string, terms: CheckTerms, cwd: string) {
    this.open = open;
    this.file = file;
    this.terms = terms;
    this.cwd = cwd;
  }

  /**
   * Returns what the earlier plans contain on a channel of the new plan, the earliest first. Empty if the new plan
   * overlaps another plan of the team, because it is then counted by itself.
   */
  before(plan: Plan, { name, targets }: Channel): readonly SeriesPart[] {
    const { team } = this.open;
    const path = this.open.pathOf(this.file);
    if (this.plan !== plan) {
      this.plan = plan;
      const names = plan.channels.map((channel) => channel.name);
      this.overlaps = team.overlappedBy(plan, path, names);
    }
    return this.overlaps.length > 0 ? [] : team.before(plan, path, name, targets);
  }

  /**
   * Returns a sentence for each earlier plan that should count but cannot, and one more if the new plan overlaps
   * others. Call `before` first.
   */
  notes(): readonly Sentence[] {
    const { plan, overlaps } = this;
    if (plan === null) return [];
    const spans = plan.channels.flatMap(({ targets }) =>
      targets.mix_over === null ? [] : [targets.mix_over],
    );
    const isWithin = (dates: Dates) =>
      dates.from < plan.from && spans.some((span) => areInOneSpan(dates, plan, span));
    const have = overlaps.length === 1 ? 'has' : 'have';
    return [
      ...leftOutBefore(this.open, this.file, this.terms, isWithin, this.cwd),
      ...(overlaps.length === 0
        ? []
        : [
            `${listed(overlaps, 'and', quoted)} ${have} posts on days of this plan already; it is filled like an ordinary one, and cmplan check will say that they overlap`,
          ]),
    ];
  }
}

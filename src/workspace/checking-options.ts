import type { CheckTerms } from '../check/check-plan.ts';
import { NO_POLICY } from '../policy/team-policy.ts';
import type { Config, ConfigChoice } from './configs.ts';
import type { SheetCheckOptions } from './sheet-terms.ts';

/** The options of the command line for finding, reading and checking plans. */
export interface CheckingOptions extends SheetCheckOptions {
  readonly config?: ConfigChoice;
  /** Whether a plan's own targets and suppressing comments apply: true unless `--no-inline` is given. */
  readonly inline?: boolean;
  /** Whether the plans should already be ready to go out (`--ready`). */
  readonly ready?: boolean;
  /** The name of standard input in reports. The folder in this name also decides which config applies. */
  readonly stdinFilename?: string;
  /**
   * A git revision. If given, only plans that have changed since then are checked, and plans whose config has changed.
   */
  readonly since?: string;
  /** Whether it is acceptable that a folder or a glob leads to no plan. */
  readonly allowEmpty?: boolean;
}

/** Returns the settings for checking plans, taken from their config and from the command line. */
export function termsOf(
  config: Config | null,
  { inline = true, ready = false }: CheckingOptions,
): CheckTerms {
  return { policy: config ?? NO_POLICY, inline, rules: config?.rules ?? new Map(), ready };
}

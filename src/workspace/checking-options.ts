import type { CheckTerms } from '../check/check-plan.ts';
import { NO_POLICY } from '../policy/team-policy.ts';
import type { Config, ConfigChoice } from './configs.ts';
import type { SheetCheckOptions } from './sheet-terms.ts';

/** The command-line options for finding, reading and checking plans. */
export interface CheckingOptions extends SheetCheckOptions {
  /** Which config applies: the one at a path; `false` for none; undefined for the one nearest to each plan. */
  readonly config?: ConfigChoice;
  /** Whether a plan's own targets and suppressing comments apply. False only if `--no-inline` is given. */
  readonly inline?: boolean;
  /**
   * Whether the plans should already be ready to go out (`--ready`), so that unfinished posts are reported more
   * severely.
   */
  readonly ready?: boolean;
  /** The name of standard input in reports. Standard input is checked like a file with this name. */
  readonly stdinFilename?: string;
  /** A git revision. If given, a plan is checked only if it or its config has changed since then. */
  readonly since?: string;
  /** Whether a folder or a glob may lead to no plan. If false or left out, that is a failure. */
  readonly allowEmpty?: boolean;
}

/**
 * Returns the settings for checking plans, from their config and from the command line.
 *
 * @param config - the config of the plans; null if there is none
 */
export function termsOf(
  config: Config | null,
  { inline = true, ready = false }: CheckingOptions,
): CheckTerms {
  return { policy: config ?? NO_POLICY, inline, rules: config?.rules ?? new Map(), ready };
}

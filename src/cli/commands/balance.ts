import type { Io } from '../../io.ts';
import type { View } from '../../report/formatter.ts';
import type { BalanceFormat } from '../../report/report-formats.ts';
import { counted } from '../../text/words.ts';
import { STANDARD_INPUT } from '../../workspace/files.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { type BalanceTerms, balanceAll, type TeamBalance } from '../../workspace/team-balances.ts';
import { orRefuse, refuseLostFolder, say } from '../notices.ts';
import {
  type MakeReport,
  type ReportRequest,
  refuseOverwriting,
  refuseUnwritable,
  sayWhereReportsAre,
  writeReports,
} from '../outputs.ts';
import { Progress } from '../progress.ts';
import { viewOf } from '../view.ts';

/** The options of `cmplan balance`. */
export interface BalanceOptions extends BalanceTerms {
  /** The reports to make. If undefined: `pretty` on a terminal, and `plain` elsewhere. */
  readonly format?: readonly ReportRequest<BalanceFormat>[];
  /** Whether the exit status is 1 if the combined mix of a channel's plans is off track. */
  readonly strict?: boolean;
  /** True for `--color`, false for `--no-color`. */
  readonly color?: boolean;
}

/**
 * Writes the reports on the combined mix of each team's plans.
 *
 * @param paths - files, folders or globs; if empty, the plans that the config names or, without a config, the plans
 * that `findPlansNearby` finds
 * @returns the exit status: 0 for success; 1 if `strict` is set and a channel is off track; 2 if something could not be
 * done
 */
export function balance(paths: readonly string[], options: BalanceOptions, io: Io): Promise<number> {
  return orRefuse(io, async () => {
    refuseLostFolder(io);
    refuseImpossible(paths, options);
    const byDefault = io.stdout.isTerminal ? 'pretty' : 'plain';
    const requests = options.format ?? [{ format: byDefault, file: null }];
    await refuseUnwritable(requests, [...paths, options.config], io);
    const { teams, inputs, ...said } = await balanceAll(
      paths,
      options,
      io,
      (count) => new Progress(io, count, 'plans'),
    );
    refuseOverwriting(requests, inputs, io);
    const failures = teams.length > 0 || said.failures.length > 0 ? said.failures : [whyNothing(options)];
    // In a file, an empty report after a failure would look as if all were well.
    const wanted = requests.filter(({ file }) => teams.length > 0 || file === null);
    await writeReports(wanted, io, (format, to) => prepare(teams, format, viewOf(to, options.color)));
    await say(said.notes, io);
    const off = teams.flatMap(({ channels }) => channels).filter(({ isOffTrack }) => isOffTrack).length;
    if (off > 0) await sayWhereReportsAre(wanted, io);
    const isFailed = options.strict === true && off > 0;
    const strictly = isFailed ? [`${counted(off, 'channel')} off track, none allowed by --strict`] : [];
    await say([...failures, ...strictly], io);
    if (failures.length > 0) return 2;
    return isFailed ? 1 : 0;
  });
}

/** @throws {Refusal} when the arguments name standard input, or days between which there is none */
function refuseImpossible(paths: readonly string[], { from, to }: BalanceOptions): void {
  if (paths.includes(STANDARD_INPUT))
    throw new Refusal(
      'balance counts the plans of a folder, and standard input is in none; name a plan or a folder',
    );
  if (from !== undefined && to !== undefined && to < from)
    throw new Refusal(`--to: ${to} is before ${from}, the day of --from; swap them`);
}

function whyNothing({ from, to }: BalanceOptions): string {
  const days = [
    ...(from === undefined ? [] : [`begins on ${from} or later`]),
    ...(to === undefined ? [] : [`ends on ${to} or earlier`]),
  ];
  if (days.length === 0) return 'there is no plan that can be counted';
  return `there is no plan that ${days.join(' and ')} and can be counted; change ${from === undefined ? '--to' : '--from'}`;
}

async function prepare(
  teams: readonly TeamBalance[],
  format: BalanceFormat,
  view: View,
): Promise<MakeReport> {
  switch (format) {
    case 'json': {
      const { balanceJson } = await import('../../report/balance/balance-json.ts');
      return () => balanceJson(teams);
    }
    case 'markdown': {
      const { balanceMarkdown } = await import('../../report/balance/balance-markdown.ts');
      return () => [balanceMarkdown(teams)];
    }
    case 'plain': {
      const { balancePlain } = await import('../../report/balance/balance-plain.ts');
      return () => balancePlain(teams);
    }
    case 'pretty': {
      const { balancePretty } = await import('../../report/balance/balance-pretty.ts');
      return () => [balancePretty(teams, view)];
    }
  }
}

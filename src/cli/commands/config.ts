import type { Io } from '../../io.ts';
import { settingsJson, settingsText } from '../../report/settings-report.ts';
import { RULE_NAMES } from '../../rules/index.ts';
import { quoted } from '../../text/words.ts';
import { type CheckingOptions, termsOf } from '../../workspace/checking-options.ts';
import { Configs } from '../../workspace/configs.ts';
import { inTime } from '../../workspace/deadline.ts';
import { effectiveSettings, type ReadFile } from '../../workspace/effective-settings.ts';
import { folderOf, isFolder, nameFrom, pathFrom, readUpTo, whyNot } from '../../workspace/files.ts';
import { Refusal } from '../../workspace/refusal.ts';
import type { Sentence } from '../../yaml/places.ts';
import { MOST_BYTES, readSource, syntaxSentences } from '../../yaml/source.ts';
import { orRefuse } from '../notices.ts';
import { type ReportRequest, refuseOverwriting, refuseUnwritable, writeReports } from '../outputs.ts';
import { PLAIN_VIEW, viewOf } from '../view.ts';

/** The options of `cmplan config`. */
export interface ConfigOptions extends Pick<CheckingOptions, 'config' | 'inline'> {
  /** The reports to make. If undefined: `pretty` on a terminal, and `plain` elsewhere. */
  readonly format?: readonly ReportRequest<'pretty' | 'plain' | 'json'>[];
  /** True for `--color`, false for `--no-color`. */
  readonly color?: boolean;
}

/**
 * Writes the reports on the settings that apply to a plan, and where each value is set.
 *
 * @param path - a plan, or a folder for the settings that would apply to a new plan in it; if undefined, the working
 * directory
 * @returns the exit status: 0 for success; 2 if the plan or the config cannot be read, or a report cannot be written
 */
export function showConfig(path: string | undefined, options: ConfigOptions, io: Io): Promise<number> {
  return orRefuse(io, async () => {
    const byDefault = io.stdout.isTerminal ? 'pretty' : 'plain';
    const requests = options.format ?? [{ format: byDefault, file: null }];
    await refuseUnwritable(requests, [path, options.config], io);
    const file = pathFrom(io.cwd, path ?? '.');
    const isPlan = !isFolder(file);
    const configs = new Configs(io.cwd, options.config, RULE_NAMES);
    const config = await configs.for(isPlan ? folderOf(file) : file);
    const plan = isPlan ? inTime('reading the plan', () => readPlanFile(file, nameFrom(io.cwd, file))) : null;
    const isUnreadable = plan !== null && !('source' in plan);
    const failures = [...configs.failures, ...(isUnreadable ? plan : [])];
    if (config === 'broken' || isUnreadable) throw new Refusal(failures);
    refuseOverwriting(requests, configs.files, io);
    const settings = inTime('reading the settings', () =>
      effectiveSettings(plan, config, termsOf(config, options)),
    );
    await writeReports(requests, io, async (format, to) => () => {
      if (format === 'json') return [settingsJson(settings)];
      return [settingsText(settings, format === 'plain' ? PLAIN_VIEW : viewOf(to, options.color))];
    });
    return 0;
  });
}

/** Reads a plan. Returns sentences with the reasons if it cannot be read. */
function readPlanFile(file: string, name: string): ReadFile | readonly Sentence[] {
  try {
    const source = readSource(readUpTo(file, MOST_BYTES));
    const sentences = syntaxSentences(source, name);
    return sentences.length > 0 ? sentences : { name, source };
  } catch (error) {
    return [`${quoted(name)} ${whyNot(error, file)}`];
  }
}

import { todayIn } from '../../dates.ts';
import { blankPlan } from '../../drafting/blank-plan.ts';
import { weekMeant } from '../../drafting/week-meant.ts';
import { NO_WISHES } from '../../editing/set-keys.ts';
import type { Io } from '../../io.ts';
import type { Policy } from '../../policy/policy.ts';
import { CONFIG_NAME } from '../../policy/policy.ts';
import { writtenBounds } from '../../policy/written-targets.ts';
import { notice } from '../../report/notice.ts';
import { indented, padEnd, widest, wrapped } from '../../report/pretty/layout.ts';
import { RULE_NAMES } from '../../rules/index.ts';
import { visible } from '../../text/escape.ts';
import { brief, counted, listed, quoted } from '../../text/words.ts';
import { Configs, parseConfig } from '../../workspace/configs.ts';
import {
  ConfigSearch,
  folderOf,
  isTaken,
  nameFrom,
  pathFrom,
  readUpTo,
  repositoryRoot,
} from '../../workspace/files.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { readYesOrNo } from '../../workspace/starter/answers.ts';
import type { CiService } from '../../workspace/starter/choices.ts';
import { type Answers, configText } from '../../workspace/starter/starter-config.ts';
import { type StarterFile, starterFiles } from '../../workspace/starter/starter-files.ts';
import { makeFolder, placeFor, whyNotInto, whyNotWritten, writeWhole } from '../../workspace/writing.ts';
import { MOST_BYTES } from '../../yaml/source.ts';
import { Asking, NOTHING_WRITTEN } from '../asking.ts';
import { orRefuse, refuseLostFolder, say } from '../notices.ts';
import { columnsOf } from '../view.ts';
import { answersOf, askForCalendar, askForCi, type InitOptions } from './init-answers.ts';
import { DEFAULT_TEMPLATE } from './new.ts';
import { notesOnNoSlots, slotsByChannel } from './new-notes.ts';
import { readTemplate } from './template.ts';

/**
 * Sets up the working directory for the plans of a team: writes a config, a plan for the first week and other files, or
 * plans made from the team's calendar. Files that already exist are not changed, except that names in the calendar may
 * be added to the config.
 *
 * @returns the exit status: 0 for success; 2 if something could not be read or written, or if the user ends the input
 */
export function init(options: InitOptions, io: Io): Promise<number> {
  return orRefuse(io, async () => {
    refuseLostFolder(io);
    const questions = options.yes ? null : ((await io.openQuestions?.()) ?? null);
    try {
      await setUp(options, new Asking(questions, io), io);
      return 0;
    } finally {
      questions?.close();
    }
  });
}

async function setUp(options: InitOptions, asking: Asking, io: Io): Promise<void> {
  const { stdout, cwd, env } = io;
  const team = new ConfigSearch().from(cwd);
  if (team !== null && folderOf(team) !== cwd) {
    throw new Refusal(`${quoted(nameFrom(cwd, team))} already applies here; run cmplan init in its folder`);
  }
  const root = repositoryRoot(cwd) ?? cwd;
  const answers = team === null ? await answersOf(options, asking) : null;
  const calendar = await calendarOf(answers, options, asking, cwd);
  const ci = options.ci ?? (await askForCi(asking, serviceOf(root)));
  const made = await filesOf(answers, ci, root, io);
  const files = calendar === null ? made.files : made.files.filter(({ isWeek }) => isWeek !== true);
  const { notes } = made;
  const kept = files.filter(({ name }) => isTaken(pathFrom(cwd, name)));
  const missing = files.filter((file) => !kept.includes(file));
  const columns = stdout.isTerminal ? columnsOf(stdout, env) : Number.POSITIVE_INFINITY;
  const there = [...(team === null ? [] : [CONFIG_NAME]), ...kept.map(({ name }) => name)];
  stdout.write(listOf(missing, there, columns));
  if (missing.length > 0) {
    if (asking.isPossible) await confirm(asking);
    for (const file of missing) write(file, io);
  }
  if (calendar !== null) {
    await say(notesOn(kept, answers, options, io), io);
    const { importInto } = await import('./import.ts');
    await importInto(calendar, { save: true }, asking, io);
    return;
  }
  const week = missing.find(({ isWeek }) => isWeek);
  await say([...notesOn(kept, answers, options, io), ...(week === undefined ? [] : notes)], io);
  if (week !== undefined && stdout.isTerminal) {
    const next = notes.length === 0 ? 'write a title into each of its lines' : 'add posts to it';
    stdout.write(`${notice(`Done. Open ${visible(week.name)}, ${next}, then run: cmplan check`, columns)}\n`);
  }
}

/** The file of the calendar of which plans are made, instead of a blank week; null if there is none. */
async function calendarOf(
  answers: Answers | null,
  options: InitOptions,
  asking: Asking,
  cwd: string,
): Promise<string | null> {
  const isThere = (file: string) => isTaken(pathFrom(cwd, file));
  if (options.import === undefined) return answers === null ? null : askForCalendar(asking, isThere);
  if (isThere(options.import)) return options.import;
  throw new Refusal(`--import: ${quoted(options.import)} does not exist`);
}

async function filesOf(
  answers: Answers | null,
  ci: CiService,
  root: string,
  io: Io,
): Promise<{ readonly files: readonly StarterFile[]; readonly notes: readonly string[] }> {
  const { cwd } = io;
  const config = answers === null ? null : configText(answers);
  const policy = config === null ? await policyThere(io) : await policyOf(config);
  const { week, notes } = await firstWeek(policy, io);
  const isRoot = root === cwd;
  const others = starterFiles(ci, {
    plans: policy.plans,
    plansFolder: nameFrom(cwd, folderOf(pathFrom(cwd, week.name))),
    fromRoot: isRoot ? '' : nameFrom(root, cwd),
    toRoot: isRoot ? '' : `${nameFrom(cwd, root)}/`,
  });
  if (config === null || answers === null) return { files: [week, ...others], notes };
  const purpose = `the team's own: ${sayAnswers(answers)}`;
  return { files: [{ name: CONFIG_NAME, purpose, text: config }, week, ...others], notes };
}

function sayAnswers({ kind, channels, timezone, perDay }: Answers): string {
  const names = channels.length === 0 ? [] : [listed(channels, 'and', brief)];
  const pace = channels.length > 1 ? [`${writtenBounds(perDay)} posts a day on each channel`] : [];
  return visible([kind, ...names, ...(timezone === null ? [] : [timezone]), ...pace].join(', '));
}

/** Sentences about options that have no effect because the config exists, and about a CI file that was not changed. */
function notesOn(
  kept: readonly StarterFile[],
  answers: Answers | null,
  { kind, channel, timezone, mix, perDay, approval }: InitOptions,
  { cwd }: Io,
): readonly string[] {
  const options = Object.entries({
    '--kind': kind,
    '--channel': channel,
    '--timezone': timezone,
    '--mix': mix,
    '--per-day': perDay,
    [approval === false ? '--no-approval' : '--approval']: approval,
  });
  const unused = options.filter(([, value]) => answers === null && value !== undefined);
  const notes = unused.map(
    ([option]) => `${option} has no effect, because ${CONFIG_NAME} already exists; change it there`,
  );
  const checks = kept.find(
    ({ advice, name, text }) => advice !== undefined && textOf(pathFrom(cwd, name)) !== text,
  );
  return checks === undefined ? notes : [...notes, `${quoted(checks.name)} already exists; ${checks.advice}`];
}

/** The text of a file; empty when the file cannot be read. */
function textOf(file: string): string {
  try {
    return Buffer.from(readUpTo(file, MOST_BYTES)).toString('utf8');
  } catch {
    return '';
  }
}

/** The CI service that a repository probably uses: `gitlab` if its git config or its files show it, else `github`. */
function serviceOf(root: string): CiService {
  const isAtGitlab =
    /gitlab/i.test(textOf(pathFrom(root, '.git/config'))) || isTaken(pathFrom(root, '.gitlab-ci.yml'));
  return isAtGitlab ? 'gitlab' : 'github';
}

/** The fewest columns for the purpose of a file, however narrow the terminal is. */
const LEAST_PURPOSE = 20;

function listOf(missing: readonly StarterFile[], kept: readonly string[], columns: number): string {
  const width = widest(missing.map(({ name }) => visible(name)));
  const margin = width + 4;
  const lines = missing.flatMap(({ name, purpose }) => {
    const [first, ...rest] = wrapped(purpose, Math.max(LEAST_PURPOSE, columns - margin), false);
    return [`  ${padEnd(visible(name), width)}  ${first}`, ...indented(rest, margin)];
  });
  const there =
    kept.length > 0
      ? [notice(`Already there, and left as it is: ${kept.map(visible).join(', ')}`, columns)]
      : [];
  const all = missing.length === 0 ? there : [...there, 'New:', ...lines];
  return all.map((line) => `${line}\n`).join('');
}

function write({ name, text }: StarterFile, { cwd, undisturbed }: Io): void {
  const file = pathFrom(cwd, name);
  const why = whyNotInto(file);
  if (why !== null) throw new Refusal(`${quoted(name)} ${why}`);
  try {
    makeFolder(folderOf(file));
    writeWhole(file, text, false, undisturbed);
  } catch (error) {
    const next = 'fix that and run cmplan init again, which goes on from there';
    throw new Refusal(`${quoted(name)} ${whyNotWritten(error)}; ${next}`);
  }
}

/** The plan for next week, made with the config that will apply to it, and a sentence if it has no open slots. */
async function firstWeek(
  policy: Policy,
  io: Io,
): Promise<{ readonly week: StarterFile; readonly notes: readonly string[] }> {
  const { cwd } = io;
  const template = readTemplate(DEFAULT_TEMPLATE, cwd, cwd);
  const meant = weekMeant('next', todayIn(policy.timezone, io.now()));
  const week = 'week' in meant ? meant.week : null;
  const made = blankPlan(template, {
    policy,
    inline: true,
    wishes: { ...NO_WISHES, week },
    perDay: null,
    before: () => [],
    like: null,
  });
  if ('problems' in made) throw new Refusal(made.problems);
  const { file } = await placeFor(week ?? '', policy.plans, cwd);
  const byChannel = slotsByChannel(made.slots);
  const each = byChannel === null ? '' : `: ${visible(byChannel)}`;
  const purpose = `next week, ${counted(made.slots.length, 'open slot')}${each}`;
  return {
    week: { name: nameFrom(cwd, file), purpose, text: made.text, isWeek: true },
    notes: notesOnNoSlots(made),
  };
}

async function policyThere({ cwd }: Io): Promise<Policy> {
  const configs = new Configs(cwd, pathFrom(cwd, CONFIG_NAME), RULE_NAMES);
  const config = await configs.for(cwd);
  if (config === null || config === 'broken') throw new Refusal(configs.failures);
  return config;
}

async function policyOf(config: string): Promise<Policy> {
  const parsed = await parseConfig(new TextEncoder().encode(config), CONFIG_NAME, RULE_NAMES);
  if ('problems' in parsed) throw new Refusal(parsed.problems);
  return parsed.policy;
}

async function confirm(asking: Asking): Promise<void> {
  const isMeant = await asking.ask('Write these files?', 'yes', readYesOrNo);
  if (!isMeant) throw new Refusal(NOTHING_WRITTEN);
}

import { blankPlan, wrongWishes } from '../blank/blank.ts';
import { NO_WISHES } from '../blank/settings.ts';
import { weekMeant } from '../blank/week.ts';
import { Configs, parseConfig } from '../config/find.ts';
import type { Policy } from '../config/policy.ts';
import { localTimeZone, todayIn } from '../dates.ts';
import { visible } from '../escape.ts';
import {
  CONFIG_NAME,
  ConfigSearch,
  folderOf,
  nameFrom,
  pathFrom,
  readUpTo,
  repositoryRoot,
} from '../files.ts';
import type { Io, Questions } from '../io.ts';
import { padEnd, widest } from '../report/pretty/layout.ts';
import { RULE_NAMES } from '../rules/index.ts';
import { MOST_BYTES } from '../source/read.ts';
import { CI_SERVICES, type CiService, KINDS, type Kind } from '../starter/choices.ts';
import { type Answers, configText, type StarterFile, starterFiles } from '../starter/files.ts';
import { NO_POLICY } from '../targets/policy.ts';
import { brief, counted, didYouMean, listed, quoted } from '../words.ts';
import { isTaken, makeFolder, placeFor, whyNotWritten, writeWhole } from '../writing.ts';
import { notesOnChannels } from './channel-names.ts';
import { DEFAULT_TEMPLATE } from './new.ts';
import { orRefuse, Refusal, refuseLostFolder, say } from './refusal.ts';
import { readTemplate } from './template.ts';

/** What `cmplan init` takes; what is left out is asked for, where somebody can be asked. */
export interface InitOptions {
  readonly kind?: Kind;
  readonly channel?: readonly string[];
  readonly timezone?: string;
  readonly ci?: CiService;
  /** Whether nothing is asked, and the defaults hold. */
  readonly yes?: boolean;
}

/**
 * Sets a shared plan repo up in the working folder: what is there stays.
 *
 * @returns the exit status: 0, or 2 where something could not be written, or nobody answered
 */
export function init(options: InitOptions, io: Io): Promise<number> {
  return orRefuse(io, async () => {
    refuseLostFolder(io);
    const questions = options.yes ? null : (io.openQuestions?.() ?? null);
    try {
      await setUp(options, questions, io);
      return 0;
    } finally {
      questions?.close();
    }
  });
}

async function setUp(options: InitOptions, questions: Questions | null, io: Io): Promise<void> {
  const { stdout, cwd } = io;
  const team = new ConfigSearch().from(cwd);
  if (team !== null && folderOf(team) !== cwd) {
    throw new Refusal(`${quoted(nameFrom(cwd, team))} holds here already; run cmplan init in its folder`);
  }
  const root = repositoryRoot(cwd) ?? cwd;
  const answers = team === null ? await answersOf(options, questions) : null;
  const ci = options.ci ?? (await askForCi(questions, serviceOf(root)));
  const files = await filesOf(answers, ci, root, io);
  const kept = files.filter(({ name }) => isTaken(pathFrom(cwd, name)));
  const missing = files.filter((file) => !kept.includes(file));
  stdout.write(listOf(missing, [...(team === null ? [] : [CONFIG_NAME]), ...kept.map(({ name }) => name)]));
  if (missing.length > 0) {
    if (questions !== null) await confirm(questions);
    for (const file of missing) write(file, io);
  }
  await say(notesOn(kept, answers, options, io), io);
  const week = missing.find(({ isWeek }) => isWeek);
  if (week !== undefined && stdout.isTerminal) {
    const name = visible(week.name);
    stdout.write(`Done. Open ${name}, write a title into each of its lines, then run: cmplan check\n`);
  }
}

async function filesOf(
  answers: Answers | null,
  ci: CiService,
  root: string,
  io: Io,
): Promise<readonly StarterFile[]> {
  const { cwd } = io;
  const config = answers === null ? null : configText(answers);
  const policy = config === null ? await policyThere(io) : await policyOf(config);
  const week = await firstWeek(policy, io);
  const isRoot = root === cwd;
  const others = starterFiles(ci, {
    plans: policy.plans,
    plansFolder: nameFrom(cwd, folderOf(pathFrom(cwd, week.name))),
    fromRoot: isRoot ? '' : nameFrom(root, cwd),
    toRoot: isRoot ? '' : `${nameFrom(cwd, root)}/`,
  });
  if (config === null || answers === null) return [week, ...others];
  const purpose = `the team's own: ${sayAnswers(answers)}`;
  return [{ name: CONFIG_NAME, purpose, text: config }, week, ...others];
}

function sayAnswers({ kind, channels, timezone }: Answers): string {
  const names = channels.length === 0 ? [] : [listed(channels, 'and', brief)];
  return visible([kind, ...names, ...(timezone === null ? [] : [timezone])].join(', '));
}

/** What somebody may wonder about who finds files left as they were. */
function notesOn(
  kept: readonly StarterFile[],
  answers: Answers | null,
  { kind, channel, timezone }: InitOptions,
  { cwd }: Io,
): readonly string[] {
  const options = Object.entries({ '--kind': kind, '--channel': channel, '--timezone': timezone });
  const unused = options.filter(([, value]) => answers === null && value !== undefined);
  const notes = unused.map(
    ([option]) => `${option} changes nothing: ${CONFIG_NAME} is there already; write it there`,
  );
  const checks = kept.find(
    ({ advice, name, text }) => advice !== undefined && textOf(pathFrom(cwd, name)) !== text,
  );
  return checks === undefined
    ? notes
    : [...notes, `${quoted(checks.name)} is there already; ${checks.advice}`];
}

/** What stands in a file; nothing where it cannot be read. */
function textOf(file: string): string {
  try {
    return Buffer.from(readUpTo(file, MOST_BYTES)).toString('utf8');
  } catch {
    return '';
  }
}

/** The service that a repository is at, as far as its remotes tell. */
function serviceOf(root: string): CiService {
  const isAtGitlab =
    /gitlab/i.test(textOf(pathFrom(root, '.git/config'))) || isTaken(pathFrom(root, '.gitlab-ci.yml'));
  return isAtGitlab ? 'gitlab' : 'github';
}

function listOf(missing: readonly StarterFile[], kept: readonly string[]): string {
  const width = widest(missing.map(({ name }) => visible(name)));
  const lines = missing.map(({ name, purpose }) => `  ${padEnd(visible(name), width)}  ${purpose}\n`);
  const there = kept.length > 0 ? `There already, and left as it is: ${kept.map(visible).join(', ')}\n` : '';
  return missing.length === 0 ? there : `${there}New:\n${lines.join('')}`;
}

function write({ name, text }: StarterFile, { cwd, undisturbed }: Io): void {
  const file = pathFrom(cwd, name);
  try {
    makeFolder(folderOf(file));
    writeWhole(file, text, false, undisturbed);
  } catch (error) {
    const next = 'mend that, and cmplan init goes on from there';
    throw new Refusal(`${quoted(name)} ${whyNotWritten(error)}; ${next}`);
  }
}

/** Next week's plan, by the config that will hold for it. */
async function firstWeek(policy: Policy, io: Io): Promise<StarterFile> {
  const { cwd } = io;
  const template = readTemplate(DEFAULT_TEMPLATE, cwd, cwd);
  const meant = weekMeant('next', todayIn(policy.timezone, io.now()));
  const week = 'week' in meant ? meant.week : null;
  const made = blankPlan(template, { policy, inline: true, wishes: { ...NO_WISHES, week }, perDay: null });
  if ('problems' in made) throw new Refusal(...made.problems);
  const { file } = await placeFor(week ?? '', policy.plans, cwd);
  const purpose = `next week, ${counted(made.slots.length, 'open slot')}`;
  return { name: nameFrom(cwd, file), purpose, text: made.text, isWeek: true };
}

async function policyThere({ cwd }: Io): Promise<Policy> {
  const configs = new Configs(cwd, pathFrom(cwd, CONFIG_NAME), RULE_NAMES);
  const config = await configs.for(cwd);
  if (config === null || config === 'broken') throw new Refusal(...configs.failures);
  return config;
}

async function policyOf(config: string): Promise<Policy> {
  const parsed = await parseConfig(new TextEncoder().encode(config), CONFIG_NAME, RULE_NAMES);
  if ('problems' in parsed) throw new Refusal(...parsed.problems);
  return parsed.policy;
}

const KIND_QUESTION = 'What kind of account is it: media (6 to 12 posts a day), or brand (1 or 2)?';
const CHANNELS_QUESTION = 'Which channels does it have (facebook, telegram)? A - for one without a name.';
const ZONE_QUESTION = 'In which time zone is it? A - for none.';
const CI_QUESTION = 'Which service is to check the plans on every change: github, gitlab or none?';

async function answersOf(options: InitOptions, questions: Questions | null): Promise<Answers> {
  const { kind, channel: channels, timezone } = options;
  const isAsked = questions !== null || options.yes === true;
  const [problem] = wrongWishes(
    { ...NO_WISHES, channels: channels ?? null, timezone: timezone ?? null },
    NO_POLICY,
  );
  if (problem !== undefined) throw new Refusal(problem);
  const [severalNames] = notesOnChannels(channels ?? []);
  if (severalNames !== undefined) throw new Refusal(severalNames);
  return {
    kind: kind ?? (await ask(questions, KIND_QUESTION, 'media', (answer) => oneOf(answer, KINDS))),
    channels: channels ?? (await ask(questions, CHANNELS_QUESTION, '-', channelsIn)),
    timezone: timezone ?? (await ask(questions, ZONE_QUESTION, isAsked ? localTimeZone() : '-', zoneIn)),
  };
}

function askForCi(questions: Questions | null, byDefault: CiService): Promise<CiService> {
  return ask(questions, CI_QUESTION, byDefault, (answer) => oneOf(answer, CI_SERVICES));
}

/** An answer as what it stands for, or why it stands for nothing. */
type Reading<Value> = { readonly value: Value } | { readonly problem: string };

function oneOf<Name extends string>(answer: string, names: readonly Name[]): Reading<Name> {
  const name = names.find((each) => each === answer.toLowerCase());
  if (name !== undefined) return { value: name };
  return {
    problem: `there is no ${quoted(answer)}${didYouMean(answer, names) || `; write ${listed(names)}`}`,
  };
}

function channelsIn(answer: string): Reading<readonly string[]> {
  const names =
    answer === '-'
      ? []
      : answer
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '');
  const [problem] = wrongWishes({ ...NO_WISHES, channels: names.length > 0 ? names : null }, NO_POLICY);
  return problem === undefined ? { value: names } : { problem };
}

function zoneIn(answer: string): Reading<string | null> {
  if (answer === '-') return { value: null };
  const [problem] = wrongWishes({ ...NO_WISHES, timezone: answer }, NO_POLICY);
  return problem === undefined ? { value: answer } : { problem };
}

/** Asks until the answer can be read; where nobody can be asked, and for an empty answer, the default holds. */
async function ask<Value>(
  questions: Questions | null,
  question: string,
  byDefault: string,
  read: (answer: string) => Reading<Value>,
): Promise<Value> {
  for (let problem = ''; ; ) {
    const answer = await questions?.ask(`${problem}${question}\n[${byDefault}] `);
    if (answer === null) throw new Refusal(NOTHING_WRITTEN);
    const reading = read(answer?.trim() || byDefault);
    if ('value' in reading) return reading.value;
    problem = `${visible(reading.problem.replace(/^--[a-z]+: /, ''))}\n`;
  }
}

const NOTHING_WRITTEN = 'nothing was written';

async function confirm(questions: Questions): Promise<void> {
  const isMeant = await ask(questions, 'Write these files?', 'yes', (answer): Reading<boolean> => {
    const reading = oneOf(answer, ['yes', 'y', 'no', 'n']);
    return 'value' in reading ? { value: reading.value.startsWith('y') } : reading;
  });
  if (!isMeant) throw new Refusal(NOTHING_WRITTEN);
}

import { localTimeZone } from '../../dates.ts';
import { sentenceOnWish, wrongWishes } from '../../drafting/blank-plan.ts';
import { NO_WISHES, type Wishes, writtenMix } from '../../editing/set-keys.ts';
import type { Bounds } from '../../policy/targets.ts';
import { NO_POLICY } from '../../policy/team-policy.ts';
import { writtenBounds } from '../../policy/written-targets.ts';
import { filledOf, quoted } from '../../text/words.ts';
import { Refusal } from '../../workspace/refusal.ts';
import {
  type Reading,
  readBounds,
  readShares,
  readWord,
  readYesOrNo,
  type Shares,
} from '../../workspace/starter/answers.ts';
import { CI_SERVICES, type CiService, KINDS, type Kind } from '../../workspace/starter/choices.ts';
import { type Answers, PER_DAY } from '../../workspace/starter/starter-config.ts';
import type { Asking } from '../asking.ts';
import { notesOnChannels } from './channel-notes.ts';

/**
 * The options of `cmplan init`. If a user is at the terminal, cmplan asks for the answers that the options do not give.
 */
export interface InitOptions {
  readonly kind?: Kind;
  readonly channel?: readonly string[];
  readonly timezone?: string;
  readonly mix?: Shares;
  readonly perDay?: Bounds;
  /** True for `--approval`, false for `--no-approval`. */
  readonly approval?: boolean;
  readonly ci?: CiService;
  /** The file of a calendar or sheet that the team already has, from which plans are made. */
  readonly import?: string;
  /** Whether to use the defaults without asking any questions. */
  readonly yes?: boolean;
}

const KIND = 'What kind of account is it: media (6 to 12 posts a day), or brand (1 or 2)?';
const CHANNELS =
  'Which channels does it have, such as facebook, telegram? Write - for one channel without a name.';
const ZONE = 'Which time zone is it in? Write - for none.';
const MIX = 'What is its mix of categories, in percent?';
const PER_DAY_ALONE = 'How many posts a day, at least and at most?';
const PER_DAY_EACH = 'How many posts a day on each channel, at least and at most?';
const APPROVAL = 'Does somebody approve posts before they go out, yes or no?';
const CALENDAR =
  'Is there a calendar already, in a spreadsheet or a scheduler? Write the name of its file, or - for none.';
const CI = 'Which service should check the plans on every change: github, gitlab or none?';

const DEFAULT_MIX = 'branded=30, functional=35, emotional=35';

/**
 * Returns the answers to the questions about a team. Each answer is the value of an option; if the option is left out,
 * the reply of the user at the terminal; and if no user is there, a default.
 *
 * @throws {Refusal} if the value of an option cannot be used, or if the user ends the input
 */
export async function answersOf(options: InitOptions, asking: Asking): Promise<Answers> {
  refuseWrongOptions(options);
  const isAsked = asking.isPossible || options.yes === true;
  const kind = options.kind ?? (await asking.ask(KIND, 'media', (answer) => readWord(answer, KINDS)));
  const channels = options.channel ?? (await asking.ask(CHANNELS, '-', channelsIn));
  const zone = isAsked ? localTimeZone() : '-';
  const timezone = options.timezone ?? (await asking.ask(ZONE, zone, zoneIn));
  const mix = options.mix ?? (await asking.ask(MIX, DEFAULT_MIX, mixIn));
  const perDayQuestion = channels.length > 1 ? PER_DAY_EACH : PER_DAY_ALONE;
  const perDay =
    options.perDay ?? (await asking.ask(perDayQuestion, String(writtenBounds(PER_DAY[kind])), readBounds));
  const approval = options.approval ?? (await asking.ask(APPROVAL, 'yes', readYesOrNo));
  return { kind, channels, timezone, mix: writtenMix(mix), perDay, approval };
}

/**
 * Asks the user for a calendar that the team already has, and returns the name of its file; null if there is none.
 *
 * @param isThere - returns whether a file exists
 * @throws {Refusal} if the user ends the input
 */
export function askForCalendar(asking: Asking, isThere: (file: string) => boolean): Promise<string | null> {
  return asking.ask(CALENDAR, '-', (answer) => {
    if (answer === '-') return { value: null };
    return isThere(answer) ? { value: answer } : { problem: `${quoted(answer)} does not exist` };
  });
}

/**
 * Asks the user which CI service should check the plans on every change, and returns the answer.
 *
 * @param byDefault - the answer if the user enters nothing, or if no user is at the terminal
 * @throws {Refusal} if the user ends the input
 */
export function askForCi(asking: Asking, byDefault: CiService): Promise<CiService> {
  return asking.ask(CI, byDefault, (answer) => readWord(answer, CI_SERVICES));
}

function refuseWrongOptions({ channel, timezone, mix }: InitOptions): void {
  const wishes = { ...NO_WISHES, channels: channel ?? null, timezone: timezone ?? null, mix: mix ?? null };
  const wrong = wrongWishes(wishes, NO_POLICY).map(sentenceOnWish);
  const [problem] = [...wrong, ...notesOnChannels(channel ?? [])];
  if (problem !== undefined) throw new Refusal(problem);
}

function channelsIn(answer: string): Reading<readonly string[]> {
  const names = answer === '-' ? [] : filledOf(answer.split(','));
  const joined = names.find((name) => / (?:and|&|und|et|y|\u0456|\u0438|\u0442\u0430) /i.test(name));
  if (joined !== undefined) {
    return {
      problem: `${quoted(joined)} would be one channel; put a comma between channels, as in facebook, telegram`,
    };
  }
  return asWished(names, { channels: names.length > 0 ? names : null });
}

function zoneIn(answer: string): Reading<string | null> {
  return answer === '-' ? { value: null } : asWished(answer, { timezone: answer });
}

function mixIn(answer: string): Reading<Shares> {
  const reading = readShares(answer);
  return 'value' in reading ? asWished(reading.value, { mix: reading.value }) : reading;
}

/** Returns the value if a plan with these wishes would have no mistake, otherwise the first mistake. */
function asWished<Value>(value: Value, wishes: Partial<Wishes>): Reading<Value> {
  const [problem] = wrongWishes({ ...NO_WISHES, ...wishes }, NO_POLICY);
  return problem === undefined ? { value } : { problem: problem.said };
}

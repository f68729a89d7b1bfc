import type { Accept, Reject } from '../table.ts';

const HEAD = 'week: 2026-W48\ntargets: { posts_per_day: 0-9, hours: "09:00-21:00" }\n';
const week = (posts: string) => `${HEAD}posts:\n${posts}`;
const EARLY = '{ time: "06:00", category: branded, title: Menu }';
const LATER = '{ time: "09:30", category: branded, title: Menu }';

export const accept: readonly Accept[] = [
  { name: 'a plan without suppressions', plan: week(`  mon: [${EARLY}]\n`) },
  {
    name: 'a comment above the line of the finding',
    plan: week(`  mon:\n    # cmplan-disable-next-line hours -- the fair opens at 6\n    - ${EARLY}\n`),
  },
  { name: 'a comment behind it', plan: week(`  mon:\n    - ${EARLY} # cmplan-disable-line hours\n`) },
  {
    name: 'a comment above the first key, whatever stands above it',
    plan: `# our week\n---\n# cmplan-disable-file hours\n${week(`  mon: ${EARLY}\n`)}`,
  },
  {
    name: 'a post in block style, above its first key',
    plan: week(
      '  mon:\n    # cmplan-disable-next-line hours\n    - time: "06:00"\n      category: branded\n      title: Menu\n',
    ),
  },
  {
    name: 'a comment within braces',
    plan: week(
      '  mon: [\n    # cmplan-disable-next-line hours\n    { time: "06:00", category: branded, title: Menu },\n    ]\n',
    ),
  },
  {
    name: 'a comment before a day, with a reason behind a long dash',
    plan: 'week: 2026-W48\ntargets: { posts_per_day: 0-1, reserve: 0 }\nposts:\n  # cmplan-disable-next-line posts-per-day — the fair\n  mon: [{ category: branded }, { category: emotional }]\n',
  },
  {
    name: 'two rules in one comment',
    plan: week(
      `  mon:\n    # cmplan-disable-next-line hours, format-category\n    - { time: "06:00", category: branded, format: joke, title: Menu }\n`,
    ),
  },
  {
    name: 'a rule of two comments that cover the same',
    plan: `# cmplan-disable-file hours\n${week(`  mon:\n    - ${EARLY} # cmplan-disable-line hours\n`)}`,
  },
  {
    name: 'the rules about the file itself, where they find something',
    besides: ['category'],
    plan: week('  mon: { category: funny } # cmplan-disable-line category\n'),
  },
  {
    name: 'a rule that is off',
    plan: week(`  mon: { category: branded } # cmplan-disable-line open-slot\n`),
  },
  {
    name: 'a rule that the config sets off',
    rules: { hours: 'off' },
    plan: week(`  mon: ${LATER} # cmplan-disable-line hours\n`),
  },
  {
    name: 'a rule whose target is invalid',
    besides: ['schema'],
    plan: `week: 2026-W48\ntargets: { posts_per_day: 0-9, hours: 9-21 }\nposts:\n  mon: ${LATER} # cmplan-disable-line hours\n`,
  },
  {
    name: 'a post that could not be looked at, for it has a mistake',
    besides: ['schema', 'channel'],
    plan: week(
      '  mon:\n    - time: "06:00" # cmplan-disable-line hours\n      channel: telegramm\n      category: branded\n    - { time: "26:00", category: branded } # cmplan-disable-line hours\n',
    ),
  },
  {
    name: 'the posts of a day that is none',
    besides: ['date'],
    plan: week(
      `  mno:\n    - ${EARLY} # cmplan-disable-line hours\n    - ${EARLY} # cmplan-disable-line hours\n`,
    ),
  },
  {
    name: 'a comment within the brace above the first key',
    plan: '{\n  # cmplan-disable-file hours\n  week: 2026-W48, targets: { posts_per_day: 0-9, hours: "09:00-21:00" },\n  posts: { mon: { time: "06:00", category: branded } }\n}\n',
  },
  {
    name: 'odd spaces, signs and commas',
    plan: week(
      `  mon:\n    - { time: "06:00", category: branded, format: joke } ##\u00a0cmplan-disable-line: hours， format-category--the fair\n`,
    ),
  },
  {
    name: 'a plan without a period',
    besides: ['schema'],
    plan: `posts:\n  mon: ${LATER} # cmplan-disable-line hours\n`,
  },
  {
    name: 'a rule that finds nothing, where that is suppressed above',
    plan: week(
      `  mon:\n    # cmplan-disable-next-line unused-suppression\n    - ${LATER} # cmplan-disable-line hours\n`,
    ),
  },
  {
    name: 'what begins a text in quotes, or stands in a text on several lines',
    plan: week(
      '  mon:\n    - { category: branded, title: "# cmplan-disable-line hours" }\n  tue:\n    - category: branded\n      text: |\n        # cmplan-disable-next-line hours\n        soup\n',
    ),
  },
  { name: 'a comment that only speaks of one', plan: week('  # about cmplan-disable-line mxi\n') },
  { name: 'a comment of ours of another kind', plan: week('  # cmplan-team: us\n') },
];

export const reject: readonly Reject[] = [
  {
    name: 'a rule that finds nothing there, behind a post in braces and behind an emoji',
    plan: week(
      `  mon:\n    - ${LATER} ⟦# cmplan-disable-line hours⟧\n    - { title: "🍲", category: emotional } ⟦# cmplan-disable-line hours -- early⟧\n`,
    ),
  },
  {
    name: 'a rule that finds nothing there, within brackets',
    plan: week(`  mon: [\n    ⟦# cmplan-disable-next-line hours⟧\n    ${LATER},\n    ]\n`),
  },
  {
    name: 'a rule that does not exist, and one that is mistyped',
    plan: week('⟦⟦  # cmplan-disable-next-line hour, xyz⟧⟧\n').replace('⟦⟦  #', '  ⟦⟦#'),
  },
  {
    name: 'a line above a blank one',
    plan: week(`  mon:\n    ⟦# cmplan-disable-next-line hours⟧\n\n    - ${EARLY}\n`),
  },
  { name: 'no rule', plan: week('  mon: ⟦# cmplan-disable-line⟧\n') },
  { name: 'no rule, but a reason', plan: week('  mon: ⟦# cmplan-disable-line -- because⟧\n') },
  {
    name: 'a post beside one that has a mistake',
    besides: ['category'],
    plan: week(`  mon:\n    - { category: nope }\n    - ${LATER} ⟦# cmplan-disable-line hours⟧\n`),
  },
  {
    name: 'a comment in capitals, or with underscores',
    plan: week('  mon: ⟦# CMPLAN-DISABLE-LINE mix⟧\n  tue: ⟦# cmplan_disable_line mix⟧\n'),
  },
  {
    name: 'a mistyped comment',
    plan: week('  mon: ⟦# cmplan-disable mix⟧\n  tue: ⟦#cmplan-disable-lines mix⟧\n'),
  },
  { name: 'another linter’s word', plan: week('  mon: ⟦# cmplan-enable mix⟧\n') },
  {
    name: 'one for the file below its first key',
    plan: week(`  ⟦# cmplan-disable-file hours⟧\n  mon: ${EARLY}\n`),
  },
  {
    name: 'a rule about the file itself that finds nothing there',
    plan: `⟦# cmplan-disable-file schema⟧\n${week('  mon:\n')}`,
  },
  {
    name: 'a rule that nothing is found by because it is the comment of another line',
    plan: week(`  mon:\n    ⟦# cmplan-disable-line hours⟧\n    - ${EARLY}\n`),
  },
  {
    name: 'one of two rules',
    plan: week(`  mon:\n    - ${EARLY} ⟦# cmplan-disable-line hours, mix⟧\n`),
  },
  {
    name: 'a rule that does not exist, in a plan without a period',
    besides: ['schema'],
    plan: '⟦# cmplan-disable-file mxi⟧\nposts:\n',
  },
  {
    name: 'one of its own that covers no other',
    plan: week('  mon: ⟦# cmplan-disable-line unused-suppression⟧\n'),
  },
  {
    name: 'a rule under --ready',
    ready: true,
    plan: week(
      `  mon: { category: branded, title: Menu, time: "09:00", status: approved } ⟦# cmplan-disable-line open-slot⟧\n`,
    ),
  },
  {
    name: 'as the config weighs it',
    rules: { 'unused-suppression': 'error' },
    severities: ['error'],
    plan: week('  mon: ⟦# cmplan-disable-line mix⟧\n'),
  },
];

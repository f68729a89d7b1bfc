import type { RuleDescription } from './rule.ts';

/*
 * Descriptions of the rules about the file itself. Their findings are made in yaml/ and plan/, while a plan is read.
 */

const syntax: RuleDescription = {
  id: 'syntax',
  severity: 'error',
  summary: 'the file is not YAML that cmplan can read',
  when: `The file is not valid YAML, or is not text: a key that appears twice, an unknown tag, bytes that are not
UTF-8, control characters, more than one document, more than 10 MB, aliases that contain themselves or stand
for more than a million values, nesting deeper than 100. Each stretch of the text that cannot be read by
itself gets one finding, at most 20. The file gets no other finding.`,
  why: `Before a plan can be checked, it has to be readable: text in UTF-8, one YAML document, no key twice, no tab in the
indentation.`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-2 }
posts:
  mon:
    - title: "Office dog: an interview"
      category: emotional
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-2 }
posts:
  mon:
    - title: Office dog: an interview
      category: emotional
`,
};

const schema: RuleDescription = {
  id: 'schema',
  severity: 'error',
  summary: 'a key is unknown, a value is of the wrong kind or impossible, or something required is missing',
  when: `A key is unknown, a value has the wrong type or is impossible, the posts or the period are missing, the period
is stated twice, a target is set that the config locks, or the plan is larger than cmplan reads (366 days,
1,000 channels, 1,000 holds, 100,000 days counted once for each channel). A mistyped key gets one finding, and
none for the key that it should have been.`,
  why: `Otherwise a mistyped key would be overlooked, and the plan judged by something that it does not say. Keys that begin
with "x-" are your own and are ignored.`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-2 }
posts:
  mon:
    - { time: "09:30", category: branded, title: Autumn menu, x-designer: Olena }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-2 }
posts:
  mon:
    - { time: "25:00", category: branded, titel: Autumn menu }
`,
};

const date: RuleDescription = {
  id: 'date',
  severity: 'error',
  summary: 'a day does not exist, is outside the period, or appears twice; a post in a list has none',
  when: `A day does not exist, is outside the period (a hold only where all of it is), or is named twice; or a post in
a list has no date. Cancelled posts are checked too.`,
  why: `A post on a day that is not in the plan would never go out.`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-2 }
posts:
  mon:
    - { category: branded, title: Autumn menu }
  2026-11-24:
    - { category: functional, title: Five soups }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-2 }
posts:
  2026-12-24:
    - { category: branded, title: Autumn menu }
`,
};

const category: RuleDescription = {
  id: 'category',
  severity: 'error',
  summary: 'a category is not in the mix, or a planned post has none',
  when: `A post names a category that is not in the mix of one of its channels; or a planned post that goes out names
none, and its format implies none.`,
  why: `The mix can only be measured when every planned post says which category it belongs to. A format such as "how-to"
says so too, and unplanned posts need no category.`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-2 }
posts:
  mon:
    - { format: how-to, title: Five soups }
    - { title: The power cut party, unplanned: true }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-2 }
posts:
  mon:
    - { category: funny, title: Office dog }
`,
};

const channel: RuleDescription = {
  id: 'channel',
  severity: 'error',
  summary: 'a channel is not in the plan, or a post names none where there are several',
  when: `A post names a channel that the plan does not have; or a post that goes out names none although the plan has
several.`,
  why: `A follower sees one channel, so every channel is counted separately, and every post has to say where it goes.`,
  good: `week: 2026-W48
channels: [facebook, telegram]
targets: { posts_per_day: 0-2 }
posts:
  mon:
    - { channel: facebook, category: branded, title: Autumn menu }
    - { channels: [facebook, telegram], category: functional, title: Five soups }
`,
  bad: `week: 2026-W48
channels: [facebook, telegram]
targets: { posts_per_day: 0-2 }
posts:
  mon:
    - { channel: facebok, category: branded, title: Autumn menu }
    - { category: functional, title: Five soups }
`,
};

/** The descriptions of the rules about the file itself. They are never off, and their findings cannot be suppressed. */
export const STRUCTURAL_RULES: readonly RuleDescription[] = [syntax, schema, date, category, channel];

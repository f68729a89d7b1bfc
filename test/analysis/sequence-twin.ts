/*
 * A second, slow and simple cmplan for the rules that look at times, texts and the order of posts, written from
 * sections 1 to 4 of the specification alone. It shares no code with src/, and asks Intl for every minute of a day.
 */

export interface SequenceChannel {
  name: string;
  /** Hundredths of a percent, sum 9999 to 10001. */
  mix: [category: string, parts: number][];
  maxStreak: number | null;
  minGap: number | null;
  hours: [start: string, end: string] | null;
}

export interface SequencePost {
  /** Days after the first of the period; below 0: before it, which no post may be. */
  day: number;
  channels: number[];
  category: string | null;
  format: string | null;
  status: string;
  unplanned: boolean;
  title: boolean;
  text: string | null;
  time: string | null;
}

export interface SequenceModel {
  from: string;
  days: number;
  timezone: string | null;
  channels: SequenceChannel[];
  /** In the order of the file. */
  posts: SequencePost[];
  /** What a config says. */
  formats: Record<string, string | null>;
  aliases: Record<string, string[]>;
  rules: Record<string, string>;
  ready: boolean;
}

/** A finding, placed by the number of its post and the key whose value it points at; null: the whole post. */
export interface SequenceFinding {
  rule: string;
  severity: string;
  channel: string | null;
  /** Null for a post without a valid day. */
  date: string | null;
  post: number;
  key: string | null;
}

interface Placed extends SequencePost {
  index: number;
  date: string;
  /** Minutes after midnight of the first day. */
  at: number | null;
  goes: boolean;
  folded: string | null;
}

const BUILT_IN = new Map<string, string>();
for (const [category, formats] of Object.entries({
  emotional: 'joke humor meme contest giveaway game employee-photo employee-interview member-recognition',
  functional: 'how-to advice faq guide support service-notice',
  branded: 'product promo launch company-news',
}))
  for (const format of formats.split(' ')) BUILT_IN.set(format, category);

const READY_RULES = ['open-slot', 'missing-time', 'unapproved'];
const nfc = (text: string) => text.normalize('NFC');
const isTime = (time: string) => /^([01]?[0-9]|2[0-3]):[0-5][0-9]$/.test(time);
const minutesOf = (time: string) => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1]);

export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const shownBy = new Map<string, Map<string, number>>();

/** How often the clocks of a zone show each `date HH:MM` around a day. */
function clockOf(zone: string, date: string): Map<string, number> {
  const key = `${zone} ${date}`;
  let shown = shownBy.get(key);
  if (shown !== undefined) return shown;
  shown = new Map();
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const middle = Date.parse(`${date}T00:00:00Z`);
  for (let minute = middle - 2 * 86_400_000; minute < middle + 3 * 86_400_000; minute += 60_000) {
    const local = format.format(minute);
    shown.set(local, (shown.get(local) ?? 0) + 1);
  }
  shownBy.set(key, shown);
  return shown;
}

export function timesShown(zone: string, date: string, minutes: number): number {
  const two = (number: number) => String(number).padStart(2, '0');
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return clockOf(zone, date).get(`${date} ${clock}`) ?? 0;
}

function foldedText(text: string): string {
  return nfc(text).toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The most posts in a row; null where any number may be. */
function longestStreak({ mix, maxStreak }: SequenceChannel, category: string): bigint | null {
  if (maxStreak !== null) return BigInt(maxStreak);
  const sum = BigInt(mix.reduce((total, [, parts]) => total + parts, 0));
  const share = BigInt(mix.find(([name]) => nfc(name) === category)![1]);
  if (share === sum) return null;
  const m = BigInt(mix.filter(([, parts]) => parts > 0).length);
  // D = 1 - 1/(2m - 2) = (2m - 3)/(2m - 2); 2D/(1 - share/sum) = 2 (2m - 3) sum / ((2m - 2) (sum - share))
  const bound = m === 1n ? 0n : (2n * (2n * m - 3n) * sum) / ((2n * m - 2n) * (sum - share));
  return bound > 3n ? bound : 3n;
}

const has = ({ mix }: SequenceChannel, category: string) => mix.some(([name]) => nfc(name) === category);

/** The findings of ten rules, in no order. */
export function expectedFindings(model: SequenceModel): SequenceFinding[] {
  const findings: SequenceFinding[] = [];
  const report = (
    rule: string,
    severity: string,
    channel: SequenceChannel | null,
    { index, date }: Placed,
    key: string | null,
  ) => {
    const isReady = READY_RULES.includes(rule);
    const set =
      severity === 'info' && rule === 'repeat' && model.rules[rule] !== 'off' ? 'info' : model.rules[rule];
    const weight = set ?? (isReady ? (model.ready ? 'error' : 'off') : severity);
    if (weight === 'off') return;
    const isDay = date >= model.from && date < addDays(model.from, model.days);
    const place = { channel: channel?.name ?? null, date: isDay ? date : null, post: index, key };
    findings.push({ rule, severity: weight, ...place });
  };

  const realName = (name: string) => {
    for (const [category, others] of Object.entries(model.aliases))
      if (others.some((other) => nfc(other) === nfc(name))) return nfc(category);
    return nfc(name);
  };
  const implied = (post: SequencePost, channel: SequenceChannel): string | null => {
    if (post.format === null) return null;
    const stated = Object.entries(model.formats).find(([format]) => nfc(format) === nfc(post.format!));
    const category = stated === undefined ? BUILT_IN.get(post.format) : stated[1];
    if (category === undefined || category === null) return null;
    return has(channel, realName(category)) ? realName(category) : null;
  };
  const categoryOf = (post: SequencePost, channel: SequenceChannel): string | null => {
    if (post.category === null) return implied(post, channel);
    return has(channel, realName(post.category)) ? realName(post.category) : null;
  };

  const goingOut = model.posts
    .map((post, index): Placed => {
      const time = post.time !== null && isTime(post.time) ? minutesOf(post.time) : null;
      return {
        ...post,
        index,
        date: addDays(model.from, post.day),
        at: time === null ? null : post.day * 1440 + time,
        goes: post.status !== 'cancelled' && post.status !== 'on_hold',
        folded: post.text === null ? null : foldedText(post.text),
      };
    })
    .filter(({ goes }) => goes);
  const counting = goingOut.filter(({ day }) => day >= 0 && day < model.days);

  for (const post of goingOut) {
    const on = post.channels.map((index) => model.channels[index]!);
    // A category that the channel does not have has had its finding.
    if (
      post.category !== null &&
      on.some((channel) => {
        const [meant, named] = [implied(post, channel), categoryOf(post, channel)];
        return meant !== null && named !== null && meant !== named;
      })
    )
      report('format-category', 'warning', null, post, 'category');
    if (post.at !== null && model.timezone !== null && counting.includes(post)) {
      if (timesShown(model.timezone, post.date, post.at - post.day * 1440) !== 1)
        report('local-time', 'warning', null, post, 'time');
    }
    // What was not planned never turns a check red (the method, belief 3).
    if (!post.unplanned && !post.title && post.text === null) report('open-slot', 'error', null, post, null);
    if (!post.unplanned && post.time === null) report('missing-time', 'error', null, post, null);
    if (!post.unplanned && !['approved', 'scheduled', 'published'].includes(post.status))
      report('unapproved', 'error', null, post, null);
  }

  const seen = new Set<Placed>();
  for (const post of counting) {
    if (post.at === null || post.folded === null || seen.has(post)) continue;
    const group = counting.filter(({ at, folded }) => at === post.at && folded === post.folded);
    for (const each of group) seen.add(each);
    if (new Set(group.flatMap(({ channels }) => channels)).size > 1)
      report('autopost', 'warning', null, post, null);
  }

  for (const [number, channel] of model.channels.entries()) {
    const posts = counting.filter(({ channels }) => channels.includes(number));
    const order = (post: Placed) => [post.day, post.at ?? Number.POSITIVE_INFINITY, post.index];
    posts.sort((a, b) => {
      const [x, y] = [order(a), order(b)];
      for (const part of [0, 1, 2]) if (x[part] !== y[part]) return x[part]! < y[part]! ? -1 : 1;
      return 0;
    });
    const timed = posts.filter(({ at }) => at !== null);

    let row: Placed[] = [];
    const inMix = timed.filter((post) => categoryOf(post, channel) !== null);
    for (const post of inMix) {
      const category = categoryOf(post, channel)!;
      if (row.length > 0 && categoryOf(row[0]!, channel) !== category) row = [];
      row.push(post);
      const longest = longestStreak(channel, category);
      if (longest !== null && BigInt(row.length) === longest + 1n)
        report('streak', 'info', channel, post, null);
    }

    for (let index = 1; index < timed.length; index++) {
      if (timed[index]!.at! - timed[index - 1]!.at! < (channel.minGap ?? 1))
        report('spacing', 'warning', channel, timed[index]!, 'time');
    }

    for (const [index, post] of posts.entries()) {
      const isAgain =
        post.folded !== null && posts.slice(0, index).some(({ folded }) => folded === post.folded);
      if (isAgain) report('repeat', 'warning', channel, post, 'text');
      const isNamedAgain = posts
        .slice(0, index)
        .some(
          (other) =>
            other.day === post.day &&
            other.title &&
            post.title &&
            (other.folded === null || post.folded === null),
        );
      if (isNamedAgain) report('repeat', 'info', channel, post, 'title');
    }

    if (channel.hours === null) continue;
    const [start, end] = channel.hours.map(minutesOf);
    for (const post of timed) {
      const clock = post.at! - post.day * 1440;
      if (!post.unplanned && (clock < start! || clock > end!))
        report('hours', 'warning', channel, post, 'time');
    }
  }
  return findings;
}

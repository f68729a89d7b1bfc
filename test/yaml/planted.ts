import fc from 'fast-check';

/** A post as somebody wrote it: its lines, without the indentation of its day. */
type Lines = readonly string[];

/** How a plan is laid out. */
interface Layout {
  readonly day: number;
  readonly post: number;
  readonly lineBreak: string;
}

/** A human mistake in a post: the lines as they are with it, or null where the post gives no occasion. */
type Mistake = (lines: Lines, layout: Layout) => Lines | null;

const at = (column: number, line: string) => ' '.repeat(Math.max(0, column)) + line;
const indented = (lines: Lines, column: number) => lines.map((line) => at(column, line));

/** A mistake within the lines of a post. */
const within =
  (pattern: RegExp, replacement: string): Mistake =>
  (lines, { post }) => {
    const index = lines.findIndex((line) => pattern.test(line));
    if (index === -1) return null;
    return indented(
      lines.map((line, each) => (each === index ? line.replace(pattern, replacement) : line)),
      post,
    );
  };

const isInBraces = (lines: Lines) => lines[0]?.startsWith('- {') === true;
const inBraces =
  (mistake: Mistake): Mistake =>
  (lines, layout) =>
    isInBraces(lines) ? mistake(lines, layout) : null;
const inLines =
  (mistake: Mistake): Mistake =>
  (lines, layout) =>
    isInBraces(lines) || lines.length < 3 ? null : mistake(lines, layout);
const moved =
  (by: number): Mistake =>
  (lines, { post }) =>
    indented(lines, post + by);

/** The mistakes that are planted into posts, by name. */
export const MISTAKES: Readonly<Record<string, Mistake>> = {
  'a comma missing after a quoted value': inBraces(within(/("[^"]*"), (?=\w+:)/, '$1 ')),
  'a comma missing after words': inBraces(within(/(category: \w+), /, '$1 ')),
  'a semicolon for a comma': inBraces(within(/("[^"]*"), (?=\w+:)/, '$1; ')),
  'two commas': inBraces(within(/, /, ',, ')),
  'an open quotation mark at a time': within(/time: "([\d:]+)"/, 'time: "$1'),
  'an open quotation mark at a title': within(
    /title: ("?)[^"]*?\1( \}|$)/,
    'title: "Five soups for Friday$2',
  ),
  'quotation marks within quotation marks': within(
    /title: ("?)[^"]*?\1( \}|$)/,
    'title: "The "best" soup of all"$2',
  ),
  'words behind quotation marks': within(/title: ("?)[^"]*?\1( \}|$)/, 'title: "Soup" of the day$2'),
  'curly quotation marks around a colon': within(
    /title: ("?)[^"]*?\1( \}|$)/,
    'title: \u201cSoup: the secret\u201d$2',
  ),
  'a colon in a title': within(/title: ("?)[^"]*?\1( \}|$)/, 'title: Office dog: an interview$2'),
  'a title that begins with @': within(/title: ("?)[^"]*?\1( \}|$)/, 'title: @olena shows her desk$2'),
  'a title that begins with a backtick': within(/title: ("?)[^"]*?\1( \}|$)/, 'title: `code` day$2'),
  'a title that begins with %': within(/title: ("?)[^"]*?\1( \}|$)/, 'title: % of our guests$2'),
  'a title that begins with *': within(/title: ("?)[^"]*?\1( \}|$)/, 'title: *wow* what a day$2'),
  'a hash in a title': inBraces(within(/title: ("?)[^"]*?\1 \}/, 'title: Soup #1 of the week }')),
  'hashtags in a list': inBraces(within(/ \}$/, ', tags: [#soup, #friday] }')),
  'an open list': inBraces(within(/ \}$/, ', tags: [soup, friday }')),
  'a backslash': within(/title: ("?)[^"]*?\1( \}|$)/, 'title: "Soups \\& salads"$2'),
  'an open brace': inBraces(within(/ \}$/, '')),
  'a brace that is missing at the beginning': inBraces(within(/\{ /, '')),
  'two closing braces': inBraces(within(/ \}$/, ' }}')),
  'a comma after the post': inBraces(within(/\}$/, '},')),
  'a key behind the brace': inBraces(within(/\}$/, '} status: draft')),
  'a key twice': (lines, { post }) =>
    isInBraces(lines)
      ? within(/ \}$/, ', title: Another }')(lines, { day: 0, post, lineBreak: '' })
      : indented([...lines, '  title: Another'], post),
  'no space after the dash': within(/^- /, '-'),
  'a long dash for a hyphen': within(/^-/, '\u2013'),
  'no dash': within(/^- /, ''),
  'spaces for a dash': within(/^- /, '  '),
  'a tab': (lines) => lines.map((line) => `\t${line}`),
  'two tabs': (lines) => lines.map((line) => `\t\t${line}`),
  'one space too many': moved(1),
  'two spaces too many': moved(2),
  'one space too few': moved(-1),
  'two spaces too few': moved(-2),
  'a key too far left': inLines((lines, { post }) =>
    indented(
      lines.map((line, index) => (index === 1 ? line.slice(1) : line)),
      post,
    ),
  ),
  'a key too far right': inLines((lines, { post }) =>
    indented(
      lines.map((line, index) => (index === 1 ? ` ${line}` : line)),
      post,
    ),
  ),
  'no space after a colon': inLines(within(/category: /, 'category:')),
  'no colon': inLines(within(/category: /, 'category ')),
  'a key at the beginning of its line': inLines((lines, { post }) =>
    indented(lines, post).map((line, index) => (index === 1 ? line.trimStart() : line)),
  ),
  'a dash before a key': inLines(within(/^ {2}category/, '  - category')),
  'dashes before all keys': inLines((lines, { post }) =>
    indented(
      lines.map((line, index) => (index === 0 ? line : `  - ${line.trimStart()}`)),
      post,
    ),
  ),
  'a dash alone, two spaces too far right': inLines((lines, { post }) =>
    lines[0] === undefined
      ? null
      : [at(post + 2, '-'), ...indented([lines[0].replace('- ', '  '), ...lines.slice(1)], post)],
  ),
  'a curly quotation mark at the end': within(/time: "([\d:]+)"/, 'time: "$1\u201d'),
  'a square bracket for a brace': inBraces(within(/ \}$/, ', status: approved ]')),
  'an equals sign for a colon': inLines(within(/time: /, 'time = ')),
  'a comma at the end of a line': inLines(within(/"$/, '",')),
  'a text that is not indented': inLines((lines, { post }) => [
    ...indented([...lines, '  text: |'], post),
    'Five soups',
    'and a bread: rye',
  ]),
  'no-break spaces': (lines) => lines.map((line) => `\u00a0\u00a0\u00a0\u00a0${line}`),
  'a post in braces on two lines': inBraces((lines, { post }) =>
    at(post, lines[0]?.replace(', title', ',\ntitle') ?? '').split('\n'),
  ),
};

/** The mistakes that are planted into the lines of days, by name. */
export const DAY_MISTAKES: Readonly<Record<string, (line: string) => string>> = {
  'a day at the beginning of its line': (line) => line.trimStart(),
  'a day without its colon': (line) => line.replace(':', ''),
  'a semicolon for the colon of a day': (line) => line.replace(':', ';').replace(/ *#.*/, ''),
  'a word behind a day': (line) => line.replace(':', ': closed'),
};

/** A plan with mistakes, and where they are. */
export interface Planted {
  readonly text: string;
  readonly mistakes: readonly PlantedMistake[];
}

/** A mistake in a post. */
export interface PlantedMistake {
  readonly name: string;
  /** The lines of the post (from 1, both included). */
  readonly from: number;
  readonly to: number;
  /** Its lines as they should be. */
  readonly good: Lines;
}

const TITLES = [
  'Five soups',
  '"Soup: the secret"',
  'How bread stays fresh until Thursday',
  "A soup to go with yesterday's bread",
  '"Olena, and the first batch"',
  'Ґанок і кіт 🍲',
  '"A # in quotes"',
];

const post = fc
  .record({
    hour: fc.integer({ min: 8, max: 21 }),
    category: fc.constantFrom('branded', 'functional', 'emotional'),
    title: fc.constantFrom(...TITLES),
    isInBraces: fc.boolean(),
  })
  .map(({ hour, category, title, isInBraces }): Lines => {
    const time = `time: "${String(hour).padStart(2, '0')}:05"`;
    return isInBraces
      ? [`- { ${time}, category: ${category}, title: ${title} }`]
      : [`- ${time}`, `  category: ${category}`, `  title: ${title}`];
  });

const layout = fc.record({
  day: fc.constantFrom(2, 2, 4),
  deeper: fc.constantFrom(2, 2, 4, 0),
  lineBreak: fc.constantFrom('\n', '\n', '\r\n'),
});

const NAMES = Object.keys(MISTAKES);
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Plans of a week with mistakes in up to ten of their posts, never in two posts one right after the other. */
export const planted: fc.Arbitrary<Planted> = fc
  .record({
    layout,
    days: fc.array(fc.array(post, { minLength: 3, maxLength: 7 }), { minLength: 2, maxLength: 7 }),
    wishes: fc.array(fc.record({ place: fc.nat(60), name: fc.constantFrom(...NAMES) }), {
      minLength: 1,
      maxLength: 10,
    }),
    dayWish: fc.option(fc.record({ place: fc.nat(6), name: fc.constantFrom(...Object.keys(DAY_MISTAKES)) })),
    hasComments: fc.boolean(),
  })
  .map(({ layout: { day, deeper, lineBreak }, days, wishes, dayWish, hasComments }) => {
    const shape = { day, post: day + deeper, lineBreak };
    const total = days.flat().length;
    const wished = new Map<number, string>();
    for (const { place, name } of wishes) {
      const index = place % total;
      if (![index - 1, index, index + 1].some((each) => wished.has(each))) wished.set(index, name);
    }
    const lines = ['week: 2026-W48', 'channels: [facebook]', 'targets: { posts_per_day: 0-9 }', 'posts:'];
    const mistakes: PlantedMistake[] = [];
    let index = -1;
    for (const [each, posts] of days.entries()) {
      const goodDay = at(day, `${DAYS[each]}:${hasComments ? ' # a day' : ''}`);
      const isBad = dayWish !== null && dayWish.place % days.length === each;
      const isBesideMistake = wished.has(index) || wished.has(index + 1);
      const mistake = isBad && !isBesideMistake ? DAY_MISTAKES[dayWish.name] : undefined;
      lines.push(mistake?.(goodDay) ?? goodDay);
      if (mistake !== undefined) {
        mistakes.push({ name: dayWish?.name ?? '', from: lines.length, to: lines.length, good: [goodDay] });
      }
      for (const good of posts) {
        index++;
        const name = wished.get(index);
        const bad = name === undefined ? null : (MISTAKES[name]?.(good, shape) ?? null);
        const from = lines.length + 1;
        const asItShouldBe = indented(good, shape.post);
        lines.push(...(bad ?? asItShouldBe));
        if (bad !== null) mistakes.push({ name: name ?? '', from, to: lines.length, good: asItShouldBe });
        if (hasComments && index % 3 === 0) lines.push(at(shape.post, '# a note'), '');
      }
    }
    return { text: lines.join(lineBreak) + lineBreak, mistakes };
  })
  .filter(({ mistakes }) => mistakes.length > 0);

/** How the posts of a week are written: each on one line in braces, or each key on a line of its own. */
export type Style = 'braces' | 'lines';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const CATEGORIES = ['branded', 'functional', 'emotional'];
const HOURS = ['09', '11', '13', '15', '17', '19'];

/** The lines of a plan of 42 posts, six a day, as most people lay it out. The days begin in line 5. */
export function weekOf42(style: Style): string[] {
  const lines = ['week: 2026-W49', 'timezone: Europe/Kyiv', 'channels: [facebook]', 'posts:'];
  for (const [day, name] of DAYS.entries()) {
    lines.push(`  ${name}:`);
    for (const [index, hour] of HOURS.entries()) {
      const time = `time: "${hour}:30"`;
      const category = `category: ${CATEGORIES[index % CATEGORIES.length]}`;
      const title = `title: Post ${day * HOURS.length + index + 1}`;
      if (style === 'braces') lines.push(`    - { ${time}, ${category}, ${title} }`);
      else lines.push(`    - ${time}`, `      ${category}`, `      ${title}`);
    }
  }
  return lines;
}

/** The lines with those from a number (from 1) on, `count` of them, replaced by others. */
export function withLines(
  lines: readonly string[],
  from: number,
  count: number,
  ...others: string[]
): string[] {
  return [...lines.slice(0, from - 1), ...others, ...lines.slice(from - 1 + count)];
}

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const CATEGORIES = ['branded', 'functional', 'emotional'];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A plan of a week with this many posts of each of the usual categories, one a day and then several. */
export function week(name: string, counts: readonly number[], more = ''): string {
  const categories = counts.flatMap((count, index) => Array<string>(count).fill(CATEGORIES[index] ?? ''));
  const days = DAYS.map((day, index) => {
    const own = categories.filter((_, each) => each % DAYS.length === index);
    return own.length === 0
      ? ''
      : `  ${day}: [${own.map((each) => `{ category: ${each}, title: A ${day} }`).join(', ')}]\n`;
  });
  return `week: ${name}\n${more}posts:\n${days.join('')}`;
}

/** Writes files below a folder, by their paths from it. */
export function putFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

/** Twelve weeks of a quarter with the same posts each. */
export function quarter(folder: string, counts: readonly number[]): Readonly<Record<string, string>> {
  const names = Array.from({ length: 12 }, (_, index) => `2026-W${40 + index}`);
  return Object.fromEntries(names.map((name) => [`${folder}/${name}.yaml`, week(name, counts)]));
}

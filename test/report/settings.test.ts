import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runInProcess } from '../cli/run.ts';

const CONFIG = `timezone: Europe/Kyiv
plans: [content/**/*.yaml]
channels:
  "теле грам": { posts_per_day: { default: 1-3, sat: 0, 2026-11-24: 2 }, hours: "9:00-21:30" }
  "a: b, {c} # d": { days_off: [sat, 2026-12-25], max_streak: 4, reserve: 12.5% }
  "true": { posts_per_day: 3 }
  "\\e[31mred\\u202e": { min_gap: 0, tolerance: 7.25 }
targets: { mix: { "\\"quoted\\"": 33.3, fun: 33.3, "日本": 33.4 }, limit: 20 }
formats: { quiz: fun, joke: }
aliases: { fun: ["funny: very", 7] }
rules: { mix: error, streak: off }
locked: [mix]
`;

async function settingsOf(config: string): Promise<{ text: string; values: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cmplan-settings-'));
  try {
    writeFileSync(path.join(folder, 'cmplan.config.yaml'), config);
    const text = await runInProcess(['config', '-f', 'plain'], folder);
    const json = await runInProcess(['config', '-f', 'json'], folder);
    expect([text.stderr, text.status]).toEqual(['', 0]);
    return { text: text.stdout, values: json.stdout.replace(/"from": (?:null|\{[^}]*\})/g, '') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('what it shows is itself a config, and one that sets the same', async () => {
  const first = await settingsOf(CONFIG);
  const second = await settingsOf(first.text);
  expect(second.values).toBe(first.values);
});

test('what it shows is harmless in a terminal', async () => {
  expect((await settingsOf(CONFIG)).text).not.toMatch(
    /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e]/,
  );
});

test('a comment that does not fit behind its value stands above it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cmplan-settings-'));
  const name = `${'long'.repeat(10)}.yaml`;
  writeFileSync(path.join(folder, name), 'targets: { reserve: 2 }\n');
  const { stdout } = await runInProcess(['config', '-c', name, '--no-color'], folder, { terminal: true });
  rmSync(folder, { recursive: true });
  expect(stdout).toContain(`    # ${name}:1\n    reserve: 2\n    days_off: [] `);
});

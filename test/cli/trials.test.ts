import path from 'node:path';
import { expect, test } from 'vitest';
import { runInProcess } from './run.ts';

/** Small schedules in the shapes of real ones, all for one plan. */
const FOLDER = path.resolve(import.meta.dirname, '../fixtures/trials');

/** What became of each post, and what the program said on standard error. */
const trial = async (schedule: string) => {
  const args = ['drift', 'plan.yaml', '--schedule', schedule, '--no-config', '-f', 'json'];
  const { stdout, stderr, status } = await runInProcess(args, FOLDER);
  const { posts } = JSON.parse(stdout) as {
    posts: { channel: string; verdict: string; planned: Words | null; scheduled: Words | null }[];
  };
  return {
    posts: posts.map(({ channel, verdict, planned, scheduled }) => {
      const { date, title } = planned ?? scheduled ?? { date: '', title: '' };
      return `${date} ${channel}: ${verdict} "${title}"`;
    }),
    stderr,
    status,
  };
};

interface Words {
  readonly date: string;
  readonly title: string;
}

test('calendar.ics', async () => {
  expect(await trial('calendar.ics')).toEqual({
    posts: [
      '2026-11-30 instagram: on_plan "How bread stays fresh"',
      '2026-11-30 linkedin: on_plan "We are hiring a baker"',
      '2026-12-01 instagram: dropped "The first batch of the day"',
      '2026-12-02 linkedin: dropped "Flour prices explained"',
      '2026-12-04 linkedin: added "We are hiring a baker"',
    ],
    stderr: '',
    status: 0,
  });
});

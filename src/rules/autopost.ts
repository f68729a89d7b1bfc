import { timed } from '../analysis/timeline.ts';
import { spokenDay } from '../dates.ts';
import { goesOut } from '../plan/plan.ts';
import { groupsOf } from '../text/groups.ts';
import { listed, quoted } from '../text/words.ts';
import type { Rule } from './rule.ts';

export const autopost: Rule = {
  id: 'autopost',
  severity: 'warning',
  summary: 'the same text goes out on several channels in the same minute',
  when: `Posts with a time that go out have the same text at the same date and time on different channels, whether they
are several posts or one on several channels. Capital letters and extra spaces make no difference. One finding
for each group.`,
  why: `Copying a post automatically from one network to the next drives people away at once: each network has its own
audience, and they notice. Post by hand, with a separate text for each channel, or at least at another time. Posts that
share only their working title are left alone.`,
  good: `week: 2026-W48
channels: [facebook, telegram]
targets: { posts_per_day: 0-6 }
posts:
  mon:
    - { time: "09:00", channel: facebook, category: branded, text: "Our autumn menu is here. Which soup first?" }
    - { time: "09:00", channel: telegram, category: branded, text: "Autumn menu, today from noon." }
`,
  bad: `week: 2026-W48
channels: [facebook, telegram]
targets: { posts_per_day: 0-6 }
posts:
  mon:
    - { time: "09:00", channels: [facebook, telegram], category: branded, text: "Our autumn menu is here." }
`,
  needs: [],
  *check(plan, analysis) {
    const groups = groupsOf(timed(plan.posts.filter(goesOut)), (post) => {
      const number = analysis.texts.get(post);
      return number === undefined ? [] : [`${number} ${post.date} ${post.time}`];
    });
    for (const posts of groups.values()) {
      const channels = [...new Set(posts.flatMap((post) => post.channels))];
      const [first] = posts;
      if (first === undefined || channels.length < 2) continue;
      const advice =
        posts.length === 1
          ? 'write a separate post, with its own text, for each channel'
          : 'rewrite it for each channel, or post it at another time';
      const when = `${spokenDay(first.date)} at ${first.time}`;
      yield {
        place: { path: first.path, at: 'value' },
        message: `the same text goes out on ${listed(channels, 'and', quoted)} on ${when}; ${advice}`,
        date: first.date,
        data: { channels },
      };
    }
  },
};

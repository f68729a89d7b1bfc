import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const TEMPLATE = 'week: 2026-W48\ntargets: { posts_per_day: 1-3 }\nposts:\n';
const RUBRICS = `# what we do every week
week: 2026-W48
targets: { posts_per_day: 1-3 }
posts:
  mon:
    - { time: "09:00", category: emotional, title: Joke }
`;

/** What is below a folder, with what is in it. */
export function contentOf(directory: string): Readonly<Record<string, string>> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(directory, file) + (entry.isDirectory() ? '/' : '');
      return [name, entry.isDirectory() ? '' : readFileSync(file, 'utf8')];
    }),
  );
}

/** Writes a file below a folder. */
function put(folder: string, name: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
}

/** Makes the folder of a team that has plans, templates and configs. */
export function makeTeam(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cmplan-new-'));
  mkdirSync(path.join(folder, '.git'));
  put(folder, 'plans/2026-W48.yaml', TEMPLATE);
  put(folder, 'template.yaml', RUBRICS);
  put(folder, 'broken.yaml', 'week: [\n');
  put(folder, 'no-plan.yaml', 'shopping: [milk]\n');
  put(folder, 'templates/rubrics.yaml', RUBRICS);
  put(folder, 'templates/brand.yml', TEMPLATE);
  put(folder, 'content/cmplan.config.yaml', 'plans: weeks/*.yml\nchannels: [facebook, telegram]\n');
  put(folder, 'content/weeks/2026-W48.yml', TEMPLATE);
  put(folder, 'content/templates/own.yaml', RUBRICS.replace('{ time', '{ channel: facebook, time'));
  put(folder, 'content/deep/down/note.txt', '');
  put(folder, 'near/plans/cmplan.config.yaml', 'targets: { posts_per_day: 1-2, reserve: 0 }\n');
  put(
    folder,
    'reserving/cmplan.config.yaml',
    'channels: [a]\ntargets:\n  reserve: 2\n  # a quiet shop\n  posts_per_day: 1-4\n',
  );
  put(folder, 'ignoring/cmplan.config.yaml', 'ignore: plans/2026-W5*\n');
  put(folder, 'elsewhere/cmplan.config.yaml', 'plans: plans/week-*.yaml\n');
  put(folder, 'locked/cmplan.config.yaml', 'locked: mix\n');
  put(folder, 'wrong/cmplan.config.yaml', 'rules: { mxi: off }\n');
  return folder;
}

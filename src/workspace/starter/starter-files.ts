import { SCHEMAS, VERSION } from '../../version.ts';
import { written } from '../../yaml/written-values.ts';
import type { CiService } from './choices.ts';

/** A file to write when a team sets up a folder for its plans. */
export interface StarterFile {
  /**
   * The path of the file relative to the config's folder, with `/` between folders. It may lead to a folder above, at
   * most to the root of the repository.
   */
  readonly name: string;
  /** What the file is for, in a few words to show to the user. */
  readonly purpose: string;
  readonly text: string;
  /** Whether the file is the plan of the first week. */
  readonly isWeek?: boolean;
  /** What the user should do if the file already exists with other contents; left out if nothing needs to be done. */
  readonly advice?: string;
}

/** The command that runs this version of cmplan when it is not installed. */
const RUN = `npx --yes cmplan@${VERSION.split('.').slice(0, 2).join('.')}`;

/** Where the plans of a team are. */
interface Home {
  /** The globs of the team's config, relative to the folder of the config. */
  readonly plans: readonly string[];
  /** The folder for new plans, relative to the folder of the config. */
  readonly plansFolder: string;
  /**
   * The path from the root of the repository to the folder of the config, written with `/`; empty if they are the same.
   */
  readonly fromRoot: string;
  /**
   * The path from the folder of the config to the root of the repository: empty if they are the same; otherwise it ends
   * with `/`.
   */
  readonly toRoot: string;
}

/**
 * Returns the files to write when a team sets up a folder for its plans: settings for editors, settings for the service
 * that checks each change, and a README. The config and the plan of the first week are not included.
 *
 * @param ci - the service that should check the plans
 * @param home - where the plans of the team are
 */
export function starterFiles(ci: CiService, home: Home): readonly StarterFile[] {
  return [
    {
      name: '.vscode/settings.json',
      purpose: 'completion and checks while you type',
      text: editorSettings(home.plans),
    },
    { name: '.vscode/extensions.json', purpose: 'the extension that this needs', text: EDITOR_EXTENSIONS },
    ...ciFiles(ci, home),
    { name: 'README.md', purpose: 'how the team works with its plans', text: teamReadme(home) },
  ];
}

function editorSettings(plans: readonly string[]): string {
  const schemas = {
    [`${SCHEMAS}/plan.schema.json`]: [...plans, 'templates/*.yaml'],
    [`${SCHEMAS}/config.schema.json`]: ['cmplan.config.yaml'],
  };
  return `${JSON.stringify({ 'yaml.schemas': schemas }, null, 2)}\n`;
}

const EDITOR_EXTENSIONS = `${JSON.stringify({ recommendations: ['redhat.vscode-yaml'] }, null, 2)}\n`;

function ciFiles(ci: CiService, { fromRoot, toRoot }: Home): readonly StarterFile[] {
  if (ci === 'none') return [];
  const name = `${toRoot}${ci === 'github' ? '.github/workflows/cmplan.yml' : '.gitlab-ci.yml'}`;
  const text = ci === 'github' ? githubWorkflow(fromRoot) : gitlabJob(fromRoot);
  const where = fromRoot === '' ? '' : ` in the folder ${JSON.stringify(fromRoot)}`;
  const advice = `to check these plans too, add a step to it that runs${where}: ${RUN} check`;
  return [{ name, purpose: 'checks the plans on every change', text, advice }];
}

function githubWorkflow(home: string): string {
  const folder = home === '' ? '' : `\n        working-directory: ${written(home)}`;
  return `name: content plans
on:
  pull_request:
  push:
    branches: [main, master]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0 # so that git can tell what has changed
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      # In a pull request the plans that it changes, else all of them.
      - run: ${RUN} check \${BASE:+--since "origin/$BASE"}
        env:
          BASE: \${{ github.base_ref }}${folder}
`;
}

function gitlabJob(home: string): string {
  const folder = home === '' ? '' : `\n    - ${JSON.stringify(`cd './${home.replaceAll("'", "'\\''")}'`)}`;
  const report = 'gl-code-quality-report.json';
  return `content plans:
  image: node:22
  variables:
    GIT_DEPTH: 0 # so that git can tell what has changed
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:${folder}
    # For the merge request, which shows what is new in it: all plans.
    - ${RUN} check -f "gitlab:$CI_PROJECT_DIR/${report}" 2> /dev/null || true
    # In a merge request the plans that it changes, else all of them.
    - ${RUN} check \${CI_MERGE_REQUEST_DIFF_BASE_SHA:+--since "$CI_MERGE_REQUEST_DIFF_BASE_SHA"}
  artifacts:
    when: always
    reports:
      codequality: ${report}
`;
}

function teamReadme({ plansFolder }: Home): string {
  return `# Our content plans

One file a week in \`${plansFolder}/\`. What we have agreed on for all of them is in \`cmplan.config.yaml\`.

| to | run |
|---|---|
| start a week | \`npx cmplan new\` |
| see whether a week is in balance | \`npx cmplan check\` |
| see whether it is ready to go out | \`npx cmplan check --ready\` |
| learn why something is reported | \`npx cmplan explain mix\` |

The plan is a guide. A chance idea is worth more than a planned one: put it into its day with \`unplanned: true\`;
that is what the reserve is for.

If a line is right as it is, write a comment above it: \`# cmplan-disable-next-line hours -- the fair opens at 6\`.
Weeks that are over are still measured by what \`cmplan.config.yaml\` says: list them there under \`ignore\` before you
change it.
`;
}

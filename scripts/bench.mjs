// Measures whole processes, interleaved in one run, and prints medians and ratios. Nothing is asserted.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'cmplan-bench-'));
const put = (name, text) => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

const CATEGORIES = [
  'branded',
  'functional',
  'emotional',
  'functional',
  'emotional',
  'branded',
  'emotional',
  'functional',
  'branded',
];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A weekly plan as teams write it; 9 posts a day are 63. */
function week(perDay, zone, number = 48) {
  const post = (index) =>
    [
      `    - time: "${String(7 + (index % 14)).padStart(2, '0')}:${String((index * 7) % 60).padStart(2, '0')}"`,
      `      category: ${CATEGORIES[index % CATEGORIES.length]}`,
      `      title: The working title of post number ${index}`,
      '      status: approved',
    ].join('\n');
  const day = (name) => `  ${name}:\n${Array.from({ length: perDay }, (_, index) => post(index)).join('\n')}`;
  const targets = `targets: { posts_per_day: 0-${perDay + 9}, reserve: 0, min_gap: 0 }`;
  return [
    `week: 2026-W${String(number).padStart(2, '0')}`,
    ...(zone ? ['timezone: Europe/Kyiv'] : []),
    'channels: [facebook]',
    targets,
    'posts:',
    ...DAYS.map(day),
    '',
  ].join('\n');
}

/** What a scheduler holds of such a plan, as many minutes late. */
function sheet(perDay, late) {
  const row = (day, index) => {
    const minute = ((index * 7) % 60) + late;
    const time = `${String(7 + (index % 14) + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return `2026-11-${23 + day},${time},${CATEGORIES[index % CATEGORIES.length]},The working title of post number ${index}`;
  };
  const rows = DAYS.flatMap((_, day) => Array.from({ length: perDay }, (_, index) => row(day, index)));
  return ['date,time,category,title', ...rows, ''].join('\n');
}

// Each in a folder of its own, so that no plan is counted together with another.
const one = put('one/week.yaml', week(9, false));
const zoned = put('zoned/week.yaml', week(9, true));
const thousandPosts = put('1000/week.yaml', week(143, false));
const tenThousandPosts = put('10000/week.yaml', week(1429, false));
const [sheetOfOne, sheetOfThousand] = [put('week.csv', sheet(9, 0)), put('1000.csv', sheet(143, 40))];
const [onTime, late] = [put('10000.csv', sheet(1429, 0)), put('10000-late.csv', sheet(1429, 40))];
// A sheet has its bounds from a config.
const roomy = put('roomy.yaml', 'targets: { posts_per_day: 0-2000, reserve: 0, min_gap: 0 }\n');
for (let team = 0; team < 20; team++) {
  put(`year/${team}/cmplan.config.yaml`, 'plans: "*.yaml"\n');
  for (let number = 1; number <= 50; number++) put(`year/${team}/${number}.yaml`, week(9, false, number));
}
for (let number = 1; number <= 52; number++) put(`weeks/${number}.yaml`, week(9, false, number));

const year = put(
  'year-template.yaml',
  'from: 2028-01-01\nto: 2028-12-31\nchannels: [facebook, telegram, instagram]\ntargets: { posts_per_day: 8-20 }\nposts:\n',
);

const CMPLAN = path.resolve('bin/cmplan.js');
const readAll = (library, call) =>
  put(
    `read-with-${library}.cjs`,
    `const { readFileSync, readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');
const library = require(${JSON.stringify(path.resolve('node_modules', library))});
const target = process.argv[2];
const below = (folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
const files = statSync(target).isDirectory() ? below(target).filter((name) => /\\d\\.yaml$/.test(name)) : [target];
for (const file of files) library.${call}(readFileSync(file, 'utf8'));`,
  );
const withYaml = readAll('yaml', 'parseDocument');
const withJsYaml = readAll('js-yaml', 'load');

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

function run(args, program = process.execPath) {
  const start = performance.now();
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${status} ${stderr}`);
  return performance.now() - start;
}

function compare(title, runs, programs) {
  const times = programs.map(() => []);
  for (let turn = 0; turn < runs; turn++) {
    for (const [index, [, args, program]] of programs.entries()) times[index].push(run(args, program));
  }
  const [base, ...rest] = times.map(median);
  console.log(`\n${title} (medians of ${runs} interleaved runs)`);
  for (const [index, time] of [base, ...rest].entries()) {
    console.log(
      `  ${programs[index][0].padEnd(44)} ${time.toFixed(0).padStart(6)} ms  ${(time / base).toFixed(2).padStart(6)} ×`,
    );
  }
}

/** The most memory that a run holds, in MiB. */
function peakMemory(args) {
  const hook = put(
    'memory.cjs',
    "process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)));",
  );
  const { stderr } = spawnSync(process.execPath, ['--require', hook, ...args], { encoding: 'utf8' });
  return Number(stderr) / 1024;
}

const bare = ['node -e 0', ['-e', '0']];
compare('One weekly plan of 63 posts, whole process', 31, [
  bare,
  ['cmplan check', [CMPLAN, 'check', one]],
  ['cmplan check, with a time zone', [CMPLAN, 'check', zoned]],
  ['cmplan check -f json', [CMPLAN, 'check', '-f', 'json', one]],
  ['cmplan check -f pretty', [CMPLAN, 'check', '-f', 'pretty', one]],
  ['only read it, with js-yaml', [withJsYaml, one]],
  ['only read it, with yaml', [withYaml, one]],
]);
compare('A blank week, and a blank year of 366 days with 12 posts a day on 3 channels', 15, [
  bare,
  ['cmplan new', [CMPLAN, 'new', '-o', '-']],
  ['cmplan new --timezone Europe/Kyiv', [CMPLAN, 'new', '-o', '-', '--timezone', 'Europe/Kyiv']],
  ['cmplan new, the year', [CMPLAN, 'new', '-o', '-', '--template', year, '--per-day', '12']],
]);
compare('A week in the middle of a quarter, alone and beside the other weeks of its year', 31, [
  ['cmplan check, alone', [CMPLAN, 'check', '--no-config', path.join(folder, 'weeks/34.yaml')]],
  ['cmplan check, among 52', [CMPLAN, 'check', path.join(folder, 'weeks/34.yaml')]],
  bare,
]);
compare('1,000 weekly plans of 20 teams in one call', 3, [
  bare,
  ['cmplan check --no-config, each week alone', [CMPLAN, 'check', '--no-config', path.join(folder, 'year')]],
  ['cmplan balance', [CMPLAN, 'balance', path.join(folder, 'year')]],
  ['cmplan check', [CMPLAN, 'check', path.join(folder, 'year')]],
  ['only read them, with js-yaml', [withJsYaml, path.join(folder, 'year')]],
  ['only read them, with yaml', [withYaml, path.join(folder, 'year')]],
]);
const repository = path.join(folder, 'repository');
cpSync(path.join(folder, 'year'), path.join(repository, 'plans'), { recursive: true });
const git = (...args) => [
  'git',
  ['-C', repository, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args],
];
for (const [program, args] of [
  git('init', '-q', '-b', 'main'),
  git('add', '.'),
  git('commit', '-qm', 'plans'),
])
  spawnSync(program, args);
compare('1,000 weekly plans that have not changed', 31, [
  bare,
  ['git merge-base', ...git('merge-base', 'main', 'HEAD').reverse()],
  ['git diff', ...git('diff', '--name-only', 'main').reverse()],
  ['git ls-files', ...git('ls-files', '--others', '--exclude-standard').reverse()],
  ['cmplan check --since main', [CMPLAN, 'check', '--since', 'main', path.join(repository, 'plans')]],
]);
const files = ['json', 'github', 'gitlab', 'sarif', 'junit', 'markdown'].flatMap((format) => [
  '-f',
  `${format}:${path.join(folder, format)}`,
]);
compare('Reports of 1,000 weekly plans', 3, [
  ['cmplan check', [CMPLAN, 'check', path.join(folder, 'year')]],
  ['cmplan check, six reports at once', [CMPLAN, 'check', ...files, path.join(folder, 'year')]],
]);
const memory = peakMemory([CMPLAN, 'check', path.join(folder, 'year')]);
console.log(`  peak memory ${memory.toFixed(0)} MiB, bare node ${peakMemory(['-e', '0']).toFixed(0)} MiB`);
compare('Posts in one plan', 7, [
  ['cmplan check, 1,001 posts', [CMPLAN, 'check', thousandPosts]],
  ['cmplan check, 10,003 posts', [CMPLAN, 'check', tenThousandPosts]],
  bare,
]);
compare('The same posts in a sheet', 7, [
  ['cmplan check, 10,003 posts in YAML', [CMPLAN, 'check', tenThousandPosts]],
  ['cmplan check, 10,003 rows of CSV', [CMPLAN, 'check', '-c', roomy, onTime]],
  ['cmplan import, 10,003 rows of CSV', [CMPLAN, 'import', '-c', roomy, onTime, '--dry-run']],
]);
compare('What is scheduled against what was planned', 7, [
  ['cmplan check, 10,003 posts', [CMPLAN, 'check', tenThousandPosts]],
  ['cmplan drift, 10,003 posts, on time', [CMPLAN, 'drift', tenThousandPosts, '--schedule', onTime]],
  ['cmplan drift, 10,003 posts, 40 minutes late', [CMPLAN, 'drift', tenThousandPosts, '--schedule', late]],
  [
    'cmplan drift, 1,001 posts, 40 minutes late',
    [CMPLAN, 'drift', thousandPosts, '--schedule', sheetOfThousand],
  ],
  ['cmplan drift, 63 posts', [CMPLAN, 'drift', one, '--schedule', sheetOfOne]],
  bare,
]);
rmSync(folder, { recursive: true });

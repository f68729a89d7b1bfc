import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { BIN, type Run } from '../cli/run.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What a run of a CI service leaves behind. */
export interface ServiceRun extends Run {
  /** What stands on the page of the job. */
  readonly summary: string;
}

/** A repository of a team as a service has it and as somebody works in it. */
export class SharedRepository {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'cmplan-shared-'));
  readonly origin = path.join(this.folder, 'origin.git');
  readonly work = path.join(this.folder, 'work');
  private clones = 0;

  constructor() {
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch', 'main', this.origin]);
    mkdirSync(this.work);
    this.git('init', '--quiet', '--initial-branch', 'main');
    this.git('remote', 'add', 'origin', this.origin);
    this.putProgram();
  }

  git(...args: readonly string[]): string {
    return gitIn(this.work, args);
  }

  put(name: string, content: string): void {
    const file = path.join(this.work, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  read(name: string): string {
    return readFileSync(path.join(this.work, name), 'utf8');
  }

  /** Commits everything and pushes it. */
  push(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
    this.git('push', '--quiet', '--force', 'origin', 'HEAD');
  }

  /** Begins a branch where main is. */
  branch(name: string): void {
    this.git('switch', '--quiet', '--create', name, 'main');
  }

  /** A clone as services make one of a request: main and the branch brought together. */
  checkout(branch: string, ...options: readonly string[]): string {
    const clone = path.join(this.folder, `clone-${++this.clones}`);
    const isShallow = options.length > 0;
    execFileSync(
      'git',
      ['clone', '--quiet', ...options, '--branch', branch, `file://${this.origin}`, clone],
      {
        stdio: 'ignore',
      },
    );
    if (branch !== 'main' && !isShallow)
      gitIn(clone, ['merge', '--quiet', '--no-ff', '-m', 'request', 'origin/main']);
    return clone;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** Where `npx cmplan` would fetch the program from a registry, the one that was built is run. */
  private putProgram(): void {
    const folder = path.join(this.folder, 'bin');
    mkdirSync(folder);
    const run = `exec "${process.execPath}" "${BIN}" "$@"`;
    const npx = `[ "$1" = --yes ] && case $2 in cmplan@*) shift 2; ${run} ;; esac\nexit 99`;
    for (const [name, script] of Object.entries({ npx, cmplan: run })) {
      writeFileSync(path.join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    }
  }

  /** Has git run the hook of `.pre-commit-hooks.yaml` before each commit, as pre-commit does. */
  installHook(id = 'cmplan'): void {
    const hooks = parse(readFileSync(path.join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
    const hook = hooks.find((each: { readonly id: string }) => each.id === id);
    const script = `#!/bin/sh\nPATH="${path.join(this.folder, 'bin')}:$PATH"\n${hook.entry}\n`;
    writeFileSync(path.join(this.work, '.git/hooks/pre-commit'), script, { mode: 0o755 });
  }

  /** Commits, and gives what the hook says where it refuses. */
  commit(...options: readonly string[]): string {
    const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
    const args = ['-C', this.work, ...identity, 'commit', '--quiet', '--message', 'a change', ...options];
    const { status, stdout, stderr } = spawnSync('git', args, { encoding: 'utf8' });
    return status === 0 ? 'committed' : stdout + stderr;
  }

  /** Runs the lines of a script as a service does: each has to end well, and the folder is the clone. */
  run(
    shell: readonly string[],
    script: string,
    cwd: string,
    variables: Readonly<Record<string, string>>,
  ): ServiceRun {
    const [program = '', ...args] = shell;
    const summary = path.join(this.folder, 'summary.md');
    writeFileSync(summary, '');
    const file = path.join(this.folder, 'step.sh');
    writeFileSync(file, script);
    const { status, stdout, stderr } = spawnSync(program, [...args, file], {
      cwd,
      encoding: 'utf8',
      env: {
        PATH: `${path.join(this.folder, 'bin')}:${process.env.PATH}`,
        HOME: this.folder,
        ...variables,
        ...('GITHUB_ACTIONS' in variables ? { GITHUB_STEP_SUMMARY: summary } : {}),
      },
    });
    return { status, stdout, stderr, summary: readFileSync(summary, 'utf8') };
  }
}

function gitIn(folder: string, args: readonly string[]): string {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  return execFileSync('git', ['-C', folder, ...identity, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** The shell of GitHub's steps, `shell: bash`. */
const BASH = ['bash', '--noprofile', '--norc', '-eo', 'pipefail'];

/** The variables that GitHub's runner sets, as far as they matter here. */
function githubVariables(clone: string, base: string | null): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: clone,
    GITHUB_BASE_REF: base ?? '',
    GITHUB_EVENT_NAME: base === null ? 'push' : 'pull_request',
  };
}

/** Runs the workflow that `cmplan init` has written. */
export function runWorkflow(repository: SharedRepository, clone: string, base: string | null): ServiceRun {
  const { jobs } = parse(readFileSync(path.join(clone, '.github/workflows/cmplan.yml'), 'utf8'));
  const step = jobs.check.steps.at(-1);
  if (!/^\$\{\{ github\.base_ref \}\}$/.test(step.env.BASE))
    throw new Error('the workflow takes its branch from elsewhere');
  const variables = { ...githubVariables(clone, base), BASE: base ?? '' };
  const cwd = path.join(clone, step['working-directory'] ?? '.');
  return repository.run(BASH, step.run, cwd, variables);
}

/** Runs the job that `cmplan init` has written for GitLab. */
export function runGitlabJob(repository: SharedRepository, clone: string, base: string | null): ServiceRun {
  const job = parse(readFileSync(path.join(clone, '.gitlab-ci.yml'), 'utf8'))['content plans'];
  const sha =
    base === null
      ? {}
      : { CI_MERGE_REQUEST_DIFF_BASE_SHA: gitIn(clone, ['merge-base', base, 'HEAD']).trim() };
  const variables = { CI: 'true', GITLAB_CI: 'true', CI_PROJECT_DIR: clone, ...sha };
  return repository.run(['sh', '-e'], job.script.join('\n'), clone, variables);
}

/** Runs the script of the action with some inputs, as GitHub's runner does. */
export function runAction(
  repository: SharedRepository,
  clone: string,
  base: string | null,
  inputs: Readonly<Record<string, string>> = {},
): ServiceRun {
  const action = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8'));
  for (const name of Object.keys(inputs)) if (!(name in action.inputs)) throw new Error(`no input ${name}`);
  const [step] = action.runs.steps;
  const fill = (text: string) =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name) => inputs[name] ?? action.inputs[name].default);
  const own = Object.entries<string>(step.env).map(([name, value]) => [name, fill(value)]);
  const variables = { ...githubVariables(clone, base), GITHUB_ACTION_PATH: ROOT, ...Object.fromEntries(own) };
  return repository.run(BASH, step.run, path.join(clone, fill(step['working-directory'])), variables);
}

import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from './files.ts';
import type { Io } from './io.ts';
import { didYouMean, quoted } from './words.ts';

/** Why git cannot say what was asked: a sentence. */
export class GitRefusal extends Error {}

/** What git is to read. */
export interface FileAtRevision {
  /** A commit, or a name of one. */
  readonly revision: string;
  /** Absolute. */
  readonly file: string;
  /** What sentences call the file. */
  readonly name: string;
  /** So many bytes are read, and one more. */
  readonly most: number;
}

/**
 * A file as git had it at a revision, found by the name that it has now.
 *
 * @throws {GitRefusal} where there is no git, no repository, no such revision, or the file was not in it
 */
export function readAtRevision({ revision, file, name, most }: FileAtRevision, env: Io['env']): Uint8Array {
  const real = realpathSync(file);
  const git = (args: readonly string[], mostBytes = MOST_WORDS) =>
    run(path.dirname(real), args, env, mostBytes);
  const repository = git(['rev-parse', '--git-dir']);
  if (repository.status !== 0) throw new GitRefusal(noRepository(name, repository));
  const resolve = (expression: string) => git(['rev-parse', '--verify', '--end-of-options', expression]);
  const commit = resolve(`${revision}^{commit}`);
  if (commit.status !== 0) {
    if (resolve(revision).status === 0) throw new GitRefusal(`${quoted(revision)} is no commit; ${EXAMPLES}`);
    const isShallow = textOf(git(['rev-parse', '--is-shallow-repository'])) === 'true';
    const names = textOf(git(['for-each-ref', '--format=%(refname:short)'])).split('\n');
    throw new GitRefusal(unknownRevision(revision, names, isShallow));
  }
  const object = resolve(`${textOf(commit)}:./${path.basename(real)}`);
  if (object.status !== 0) {
    throw new GitRefusal(
      `${quoted(name)} was not there at ${quoted(revision)}; it came later, or had another name then`,
    );
  }
  const content = git(['cat-file', 'blob', textOf(object)], most);
  if (content.status === 0) return content.stdout;
  throw new GitRefusal(`git does not have ${quoted(name)} as it was at ${quoted(revision)}; fetch it first`);
}

function textOf({ stdout }: Answer): string {
  return stdout.toString().trim();
}

const EXAMPLES = 'name a commit, a branch or a tag, such as HEAD~3 or main';

interface Answer {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** What git says of names is short. */
const MOST_WORDS = 2 ** 20;

/** In a hook these speak of the repository that the hook runs for, by paths from its root. */
const OF_A_HOOK = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

/** Asks git without a shell, and so that it neither writes, nor asks anybody, nor reaches for the network. */
function run(folder: string, args: readonly string[], env: Io['env'], most: number): Answer {
  const own = Object.entries(env).filter(([key]) => !OF_A_HOOK.includes(key));
  const { status, stdout, stderr, error } = spawnSync('git', ['--no-optional-locks', '-C', folder, ...args], {
    env: { ...Object.fromEntries(own), LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // What it complains of has to fit in too.
    maxBuffer: Math.max(most + 1, MOST_WORDS),
  });
  const code = codeOf(error);
  if (code === 'ENOENT')
    throw new GitRefusal('git was not found; install it, for it is git that keeps the earlier plans');
  if (code !== undefined && code !== 'ENOBUFS')
    throw new GitRefusal(`git could not be run (${error?.message})`);
  // What is too large is cut, and whoever reads it says so.
  return { status: code === undefined ? status : 0, stdout: stdout.subarray(0, most + 1), stderr };
}

function noRepository(name: string, { stderr }: Answer): string {
  if (stderr.includes('dubious ownership')) {
    return `git does not trust the repository of ${quoted(name)}, for it belongs to somebody else; see git help config, safe.directory`;
  }
  return `${quoted(name)} is in no git repository, so that there is no earlier state of it`;
}

function unknownRevision(revision: string, names: readonly string[], isShallow: boolean): string {
  const meant = didYouMean(revision, names);
  const advice = isShallow
    ? '; the clone is shallow, so fetch more with git fetch --unshallow'
    : `; ${EXAMPLES}`;
  return `git knows no ${quoted(revision)} here${meant || advice}`;
}

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Io } from '../io.ts';
import { didYouMean, quoted } from '../text/words.ts';
import { codeOf, realPath, repositoryRoot } from './files.ts';

/** The error for a question that git cannot answer. Its message is a sentence that says why. */
export class GitRefusal extends Error {}

/** The error that is thrown if git takes too long, as it can with patterns in a `.gitignore`. */
class GitSlowness extends GitRefusal {
  constructor() {
    super(
      `git did not answer within ${MOST_SECONDS} seconds; look at the patterns in .gitignore and .gitattributes`,
    );
  }
}

/** The most seconds that git may take for one answer. */
const MOST_SECONDS = 60;

/** Which file to read, and at which git revision. */
interface FileAtRevision {
  /** A commit, given by its hash or by a name such as a branch or a tag. */
  readonly revision: string;
  /** The absolute path of the file. */
  readonly file: string;
  /** The name of the file to put into error messages. */
  readonly name: string;
  /** The most bytes that the caller wants. One more is read, to show that there are more. */
  readonly most: number;
}

/**
 * Returns the bytes of a file as it was at a git revision, but at most `most` + 1. If the result has `most` + 1 bytes,
 * the file was larger than `most`.
 *
 * @throws {GitRefusal} if git, the repository, the revision, or the file at that revision does not exist
 */
export function readAtRevision({ revision, file, name, most }: FileAtRevision, env: Io['env']): Uint8Array {
  const real = realPath(file);
  const git: Git = (args, mostBytes) => run(path.dirname(real), args, env, mostBytes);
  refuseRepository(git, name);
  const commit = commitOf(git, revision);
  const object = resolve(git, `${commit}:./${path.basename(real)}`);
  if (object.status !== 0) {
    throw new GitRefusal(
      `${quoted(name)} did not exist at ${quoted(revision)}; it was added later, or had another name then`,
    );
  }
  const content = git(['cat-file', 'blob', textOf(object)], most);
  if (content.status === 0) return content.stdout;
  throw new GitRefusal(`git does not have ${quoted(name)} as it was at ${quoted(revision)}; fetch it first`);
}

/**
 * Returns the files of a repository that were added, changed or deleted since the merge base of `revision` and HEAD.
 * Uncommitted changes count. A renamed file counts as deleted under its old name, and as added under its new name.
 *
 * @param folder - the absolute path of a folder in the repository
 * @param name - the name of the folder in error messages
 * @returns absolute paths in Unicode NFC, with symbolic links followed; null if `revision` is HEAD and there is no
 * commit yet, so that every file is new
 * @throws {GitRefusal} if git, the repository, the revision or a common commit does not exist, or if git cannot compare
 * the revisions
 */
export function changedSince(
  revision: string,
  folder: string,
  name: string,
  env: Io['env'],
): ReadonlySet<string> | null {
  const root = repositoryRoot(realPath(folder)) ?? folder;
  const ask: Git = (args) => run(root, args, env, MOST_CHANGES);
  const base = ask(['merge-base', '--end-of-options', revision, 'HEAD']);
  if (base.status !== 0) {
    refuseRepository(ask, name);
    if (revision === 'HEAD' && resolve(ask, 'HEAD').status !== 0) return null;
    commitOf(ask, revision);
    throw new GitRefusal(noCommonCommit(revision, isShallow(ask)));
  }
  const git = withoutFilters(root, ask, env);
  const changed = git([...PATHS_FROM_ROOT, 'diff', ...NAMES_ALONE, textOf(base), '--']);
  const added = git(['ls-files', '--others', '--exclude-standard', '-z']);
  if (changed.status !== 0 || added.status !== 0)
    throw new GitRefusal(`git cannot say what has changed since ${quoted(revision)}; fetch it first`);
  const names = [changed, added].flatMap(({ stdout }) => stdout.toString().split('\0'));
  return new Set(names.filter((each) => each !== '').map((each) => path.join(root, each).normalize('NFC')));
}

/**
 * Returns the files below a folder that git ignores. If git ignores everything in a folder, the result has the folder
 * and not its files.
 *
 * @param folder - the absolute path of the folder
 * @returns absolute paths in Unicode NFC; empty if git cannot tell, for example outside a repository
 * @throws {GitRefusal} if git takes too long
 */
export function ignoredBelow(folder: string, env: Io['env']): ReadonlySet<string> {
  try {
    const { status, stdout } = run(folder, IGNORED, env, MOST_CHANGES);
    if (status !== 0) return new Set();
    const names = stdout.toString().split('\0').slice(0, -1);
    return new Set(names.map((name) => path.join(folder, name).replace(/\/$/, '').normalize('NFC')));
  } catch (error) {
    if (error instanceof GitRefusal && !(error instanceof GitSlowness)) return new Set();
    throw error;
  }
}

const IGNORED = ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z'];
const PATHS_FROM_ROOT = ['-c', 'diff.relative=false'];
const NAMES_ALONE = [
  ...['--name-only', '-z', '--no-renames'],
  ...['--no-ext-diff', '--no-textconv', '--ignore-submodules'],
];
/** The most bytes of names that are read. */
const MOST_CHANGES = 2 ** 28;

/**
 * Makes git compare files as they are on disk, without the filters that convert them. A filter is a program named in a
 * config, which may come from a stranger. A file that differs only until it is converted therefore counts as changed.
 */
function withoutFilters(folder: string, git: Git, env: Io['env']): Git {
  const { stdout } = git(['config', '-z', '--name-only', '--get-regexp', '^filter\\.']);
  const filters = new Set(
    stdout
      .toString()
      .split('\0')
      .flatMap((key) => /^(filter\..*)\.[^.]*$/s.exec(key)?.[1] ?? []),
  );
  const settings = Array.from(filters, (filter) => [
    [`${filter}.clean`, ''],
    [`${filter}.process`, ''],
    [`${filter}.required`, 'false'],
  ]).flat();
  const first = Number(env.GIT_CONFIG_COUNT) || 0;
  const pairs = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${first + index}`, key],
    [`GIT_CONFIG_VALUE_${first + index}`, value],
  ]);
  const own = { ...env, ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: String(first + settings.length) };
  return (args) => run(folder, args, own, MOST_CHANGES);
}

/** A function that runs git with some arguments and returns its exit status and at most `mostBytes` + 1 bytes. */
type Git = (args: readonly string[], mostBytes?: number) => Answer;

function refuseRepository(git: Git, name: string): void {
  const repository = git(['rev-parse', '--git-dir']);
  if (repository.status !== 0) throw new GitRefusal(noRepository(name, repository));
}

function resolve(git: Git, expression: string): Answer {
  return git(['rev-parse', '--verify', '--end-of-options', expression]);
}

function commitOf(git: Git, revision: string): string {
  const object = resolve(git, revision);
  // Whatever follows a search such as :/words becomes part of the search, so the revision is resolved to a hash first.
  const commit = object.status === 0 ? resolve(git, `${textOf(object)}^{commit}`) : object;
  if (commit.status === 0) return textOf(commit);
  if (isThere(git, object)) throw new GitRefusal(`${quoted(revision)} is not a commit; ${EXAMPLES}`);
  const names = textOf(git(['for-each-ref', '--format=%(refname:short)'])).split('\n');
  throw new GitRefusal(unknownRevision(revision, names, isShallow(git)));
}

/** Whether an object exists. Git resolves every complete hash, even of an object that it does not have. */
function isThere(git: Git, object: Answer): boolean {
  return object.status === 0 && git(['cat-file', '-e', textOf(object)]).status === 0;
}

function isShallow(git: Git): boolean {
  return textOf(git(['rev-parse', '--is-shallow-repository'])) === 'true';
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

/** The most bytes of any answer, apart from file contents and lists of files. */
const MOST_WORDS = 2 ** 20;

/**
 * The variables that git sets for a hook. They are not passed on to git, because they name the hook's repository by
 * relative paths, which are wrong in other folders.
 */
const OF_A_HOOK = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

/**
 * Options that stop git from running programs, or reading endless files, that the config of a repository names. They
 * also turn off bare repositories, which a commit can add as a folder.
 */
const RUN_NOTHING = [
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'core.attributesFile='],
  ...['-c', 'safe.bareRepository=explicit'],
];

/**
 * Runs git without a shell, in such a way that it writes nothing, runs no other programs, does not ask the user, and
 * uses no network.
 *
 * @throws {GitRefusal} when git is not installed or cannot be run
 */
function run(folder: string, args: readonly string[], env: Io['env'], most = MOST_WORDS): Answer {
  const own = Object.entries(env).filter(([key]) => !OF_A_HOOK.includes(key));
  const { status, stdout, stderr, error } = spawnSync(
    'git',
    ['--no-optional-locks', ...RUN_NOTHING, '-C', folder, ...args],
    {
      env: { ...Object.fromEntries(own), LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // The error output must fit as well.
      maxBuffer: Math.max(most + 1, MOST_WORDS),
      timeout: MOST_SECONDS * 1000,
      killSignal: 'SIGKILL',
    },
  );
  const code = codeOf(error);
  if (code === 'ENOENT')
    throw new GitRefusal('git was not found; install it, because git keeps the earlier plans');
  if (code === 'ETIMEDOUT') throw new GitSlowness();
  if (code !== undefined && code !== 'ENOBUFS')
    throw new GitRefusal(`git could not be run (${error?.message})`);
  // An answer that is too large is cut. The caller reports it.
  return { status: code === undefined ? status : 0, stdout: stdout.subarray(0, most + 1), stderr };
}

function noRepository(name: string, { stderr }: Answer): string {
  if (stderr.includes('dubious ownership')) {
    return `git does not trust the repository of ${quoted(name)}, because it belongs to somebody else; see git help config, safe.directory`;
  }
  return `${quoted(name)} is not in a git repository, so there is no earlier version of it`;
}

function unknownRevision(revision: string, names: readonly string[], isShallow: boolean): string {
  const what = `git does not know ${quoted(revision)} here`;
  if (NO_COMMIT.test(revision)) return `${quoted(revision)} does not stand for a commit; ${EXAMPLES}`;
  // In a shallow clone the revision may only be missing, and a similar name would be a different commit.
  if (isShallow) return `${what}; ${FETCH_MORE}`;
  const meant = IS_RELATIVE.test(revision) ? '' : sameBranch(revision, names) || didYouMean(revision, names);
  const fetching = howToFetch(revision);
  if (fetching === null) return `${what}${meant || `; ${EXAMPLES}`}`;
  return meant === '' ? `${what}; ${fetching}, or ${EXAMPLES}` : `${what}${meant} If not, ${fetching}`;
}

/** Matches the hash that CI services give for the state before a new branch. */
const NO_COMMIT = /^0{40,}$/;
/** Matches a name relative to another, such as HEAD~3, main@{1} or a..b. The name inside it may exist. */
const IS_RELATIVE = /[~^@:]|\.\./;

/**
 * A hint such as `; did you mean "origin/main"?` at a remote branch for a local name, or a local branch for a remote
 * name; empty if there is none.
 */
function sameBranch(revision: string, names: readonly string[]): string {
  const branch = (name: string) => name.slice(name.indexOf('/') + 1).toLowerCase();
  const same = names.find((name) => branch(name) === revision.toLowerCase() || name === branch(revision));
  return same === undefined ? '' : `; did you mean ${quoted(same)}?`;
}

/** Advice on how to fetch a remote branch or a hash that may be missing here; null for other names. */
function howToFetch(revision: string): string | null {
  const [, remote, branch] = /^([\w.-]+)\/([\w./-]+)$/.exec(revision) ?? [];
  if (branch !== undefined) return `fetch it with git fetch ${remote} ${branch}:refs/remotes/${revision}`;
  return /^[0-9a-f]{7,64}$/.test(revision) ? 'fetch it with git fetch' : null;
}

const FETCH_MORE =
  'the clone is shallow, so fetch more with git fetch --unshallow, or in CI with fetch-depth: 0 (GitHub) or GIT_DEPTH: 0 (GitLab)';

function noCommonCommit(revision: string, isShallow: boolean): string {
  const advice = isShallow ? FETCH_MORE : 'name a branch, a tag or a commit that this one comes from';
  return `${quoted(revision)} and the current commit have no commit in common; ${advice}`;
}

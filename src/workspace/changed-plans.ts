import type { Io } from '../io.ts';
import { CONFIG_NAME } from '../policy/policy.ts';
import type { ConfigChoice } from './configs.ts';
import { folderOf, isLink, nameFrom, pathFrom, realPath, repositoryRoot } from './files.ts';
import { changedSince, GitRefusal } from './git.ts';
import { Refusal } from './refusal.ts';

/** The absolute paths of the changed files of a repository; null when every file is new. */
type ChangedFiles = ReadonlySet<string> | null;

/**
 * Finds out which plans have changed since a git revision. A plan counts as changed if its file has changed, or a
 * config that applies to it now or applied to it then.
 */
export class ChangedPlans {
  private readonly revision: string;
  private readonly config: ConfigChoice;
  private readonly io: Io;
  private readonly byRepository = new Map<string, ChangedFiles>();
  private readonly byFolder = new Map<string, (name: string) => boolean>();

  constructor(revision: string, config: ConfigChoice, io: Io) {
    this.revision = revision;
    this.config = config;
    this.io = io;
  }

  /**
   * Whether a plan has changed since the revision.
   *
   * @param file - the absolute path of the plan
   * @throws {Refusal} if git cannot tell, for example because it does not know the revision
   */
  has(file: string): boolean {
    const folder = folderOf(file);
    const test = this.byFolder.get(folder) ?? this.testFor(folder);
    this.byFolder.set(folder, test);
    return test(file);
  }

  /** Returns a function that says whether a file of one folder has changed. */
  private testFor(folder: string): (file: string) => boolean {
    const files = this.changedAround(folder);
    const real = realPath(folder);
    if (files === null || this.hasChangedConfig(real, files)) return () => true;
    if (files.size === 0) return () => false;
    return (file) => {
      return isChanged(files, real + file.slice(folder.length));
    };
  }

  /** Whether a config that applies or applied to the plans of a folder has changed. */
  private hasChangedConfig(folder: string, files: ReadonlySet<string>): boolean {
    const { config, io } = this;
    if (config === false) return false;
    if (config === undefined)
      return foldersUpFrom(folder).some((each) => isChanged(files, pathFrom(each, CONFIG_NAME)));
    const path = realPath(pathFrom(io.cwd, config));
    const around = repositoryRoot(folderOf(path)) === null ? files : this.changedAround(folderOf(path));
    return around === null || includes(around, path);
  }

  private changedAround(folder: string): ChangedFiles {
    const repository = repositoryRoot(folder) ?? folder;
    const known = this.byRepository.get(repository);
    if (known !== undefined) return known;
    const { cwd, env } = this.io;
    try {
      const files = changedSince(this.revision, folder, nameFrom(cwd, folder), env);
      this.byRepository.set(repository, files);
      return files;
    } catch (error) {
      throw error instanceof GitRefusal ? new Refusal(error.message) : error;
    }
  }
}

/** Whether a file has changed or, if it is a symbolic link, the file that it leads to. */
function isChanged(files: ReadonlySet<string>, path: string): boolean {
  return includes(files, path) || (isLink(path) && includes(files, realPath(path)));
}

function includes(files: ReadonlySet<string>, path: string): boolean {
  return files.has(path.normalize('NFC'));
}

/** The folder itself and the folders above it, the nearest first. */
function foldersUpFrom(folder: string): readonly string[] {
  const parent = folderOf(folder);
  return parent === folder ? [folder] : [folder, ...foldersUpFrom(parent)];
}

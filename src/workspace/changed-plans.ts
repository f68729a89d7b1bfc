import type { Io } from '../io.ts';
import { CONFIG_NAME } from '../policy/policy.ts';
import { remembered } from '../remembered.ts';
import type { ConfigChoice } from './configs.ts';
import {
  folderOf,
  isFolder,
  isRepository,
  leadsInCircle,
  nameFrom,
  pathFrom,
  realPath,
  repositoryRoot,
  targetOf,
} from './files.ts';
import { changedSince, GitRefusal } from './git.ts';
import { Refusal } from './refusal.ts';

/** The absolute paths of the changed files of a repository; null when every file is new. */
type ChangedFiles = ReadonlySet<string> | null;

/**
 * Finds out which plans have changed since a git revision. A plan counts as changed if one of these has changed: its
 * file, a symbolic link on the way to its file, or a config that applies to the plan now or applied to it at the
 * revision. Each file and each link is looked up in the repository that contains it.
 */
export class ChangedPlans {
  private readonly revision: string;
  private readonly config: ConfigChoice;
  private readonly io: Io;
  private readonly byRepository = new Map<string, ChangedFiles>();
  private readonly realFolders = new Map<string, string>();
  private readonly roots = new Map<string, string | null>();
  private readonly byPath = new Map<string, boolean>();
  private readonly byFolderOfConfig = new Map<string, boolean>();

  constructor(revision: string, config: ConfigChoice, io: Io) {
    this.revision = revision;
    this.config = config;
    this.io = io;
  }

  /**
   * Whether a plan has changed since the revision. Changes that are not committed yet count.
   *
   * @param file - the absolute path of the plan
   * @throws {Refusal} if git cannot tell, for example because the revision does not exist
   */
  has(file: string): boolean {
    const folder = folderOf(file);
    // A folder in no repository is refused here.
    this.changedAround(folder);
    return this.isChanged(file) || this.hasChangedConfig(folder);
  }

  /** Whether a config that applies or applied to the plans of a folder has changed. */
  private hasChangedConfig(folder: string): boolean {
    const { config, io } = this;
    if (config === false) return false;
    if (config !== undefined) return this.isChanged(pathFrom(io.cwd, config));
    return remembered(this.byFolderOfConfig, folder, () => {
      if (this.isChanged(pathFrom(folder, CONFIG_NAME))) return true;
      const parent = folderOf(folder);
      return parent !== folder && !isRepository(folder) && this.hasChangedConfig(parent);
    });
  }

  /** Whether a file has changed, or a link on the way to a file or a folder. */
  private isChanged(path: string): boolean {
    const parent = folderOf(path);
    if (parent === path) return false;
    return remembered(this.byPath, path, () => {
      if (this.isChanged(parent)) return true;
      const place = pathFrom(this.realFolder(parent), nameFrom(parent, path));
      const target = targetOf(place);
      if (target === null) return !isFolder(place) && this.isListed(place);
      // Links in a circle lead to no file, which is said when it is read.
      return this.isListed(place) || leadsInCircle(place) || this.isChanged(target);
    });
  }

  /** Whether git lists a file or a link, of whose path no part is another link. */
  private isListed(place: string): boolean {
    const folder = folderOf(place);
    if (this.rootOf(folder) === null) return false;
    const files = this.changedAround(folder);
    return files === null || files.has(place.normalize('NFC'));
  }

  private changedAround(folder: string): ChangedFiles {
    const real = this.realFolder(folder);
    return remembered(this.byRepository, this.rootOf(real) ?? real, () => {
      const { cwd, env } = this.io;
      try {
        return changedSince(this.revision, folder, nameFrom(cwd, folder), env);
      } catch (error) {
        throw error instanceof GitRefusal ? new Refusal(error.message) : error;
      }
    });
  }

  private rootOf(real: string): string | null {
    return remembered(this.roots, real, () => repositoryRoot(real));
  }

  private realFolder(folder: string): string {
    return remembered(this.realFolders, folder, () => realPath(folder));
  }
}

import path from 'node:path';
import { CONFIG_NAME } from '../policy/policy.ts';
import { byText } from '../text/words.ts';
import { folderOf, isLink, pathFrom } from './files.ts';
import { filesBelow, type ListFiles } from './found-files.ts';
import type { Tree } from './tree.ts';

/** Divides the files below a folder among the configs there: each file belongs to the nearest config above it. */
export class Territories {
  /** The absolute paths of the folders that have a config, sorted. */
  readonly configFolders: readonly string[];
  private readonly top: string;
  private readonly owners: Map<string, string | null>;
  private readonly files = new Map<string | null, string[]>();

  /**
   * @param tree - the files to divide
   * @param hasConfigs - whether configs count; if false, all files belong to no config
   */
  constructor({ folder, files }: Tree, hasConfigs: boolean) {
    this.top = folder;
    const configs = files.filter((file) => file === pathFrom(folderOf(file), CONFIG_NAME));
    this.configFolders = hasConfigs ? configs.map(folderOf).sort(byText) : [];
    this.owners = new Map([
      [folder, null],
      ...this.configFolders.map((each): [string, string] => [each, each]),
    ]);
    for (const file of files) {
      const owner = this.ownerOf(file);
      const owned = this.files.get(owner) ?? [];
      this.files.set(owner, owned);
      owned.push(file);
    }
  }

  /**
   * Returns the files that belong to the config in the folder `owner`; if `owner` is null, the files that belong to no
   * config.
   */
  filesOf(owner: string | null): readonly string[] {
    return this.files.get(owner) ?? [];
  }

  /**
   * Returns a function that lists the files below a folder, but only those that belong to the config in the folder
   * `owner`. If a symbolic link is on the way to the folder, or the folder is elsewhere, the function reads the disk
   * and lists all files.
   */
  listFor(owner: string): ListFiles {
    return (folder, fail) => {
      if (!this.isRead(folder)) return filesBelow(folder, fail);
      const start = folder.endsWith(path.sep) ? folder : folder + path.sep;
      return this.filesOf(owner).filter((file) => file.startsWith(start));
    };
  }

  private ownerOf(file: string): string | null {
    const folder = folderOf(file);
    const known = this.owners.get(folder);
    if (known !== undefined) return known;
    const owner = this.ownerOf(folder);
    this.owners.set(folder, owner);
    return owner;
  }

  private isRead(folder: string): boolean {
    return folder === this.top || (!isLink(folder) && this.isRead(folderOf(folder)));
  }
}

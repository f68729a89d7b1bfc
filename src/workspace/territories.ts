import path from 'node:path';
import { CONFIG_NAME } from '../policy/policy.ts';
import { byText } from '../text/words.ts';
import { folderOf, isLink, pathFrom } from './files.ts';
import { filesBelow, type ListFiles } from './found-files.ts';
import type { Tree } from './tree.ts';

/** Divides the files of a tree among its configs: each file belongs only to the nearest config above it. */
export class Territories {
  /** The absolute paths of the folders with a config, sorted. */
  readonly configFolders: readonly string[];
  private readonly top: string;
  private readonly owners: Map<string, string | null>;
  private readonly files = new Map<string | null, string[]>();

  /**
   * Assigns each file of a tree to the nearest config above it.
   *
   * @param hasConfigs - if false, configs are ignored, and no file belongs to a config
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
   * Returns the files that belong to the config in the folder `owner`; for null, the files that belong to no config.
   */
  filesOf(owner: string | null): readonly string[] {
    return this.files.get(owner) ?? [];
  }

  /**
   * Returns a function that lists the files below a folder that belong to the config in the folder `owner`. For a
   * folder outside the tree, such as a folder that a link leads to, the function reads the disk and lists all files.
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

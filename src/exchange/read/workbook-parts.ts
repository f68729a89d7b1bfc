import { MOST_BYTES } from '../../yaml/source.ts';
import { UnreadableSchedule } from '../rows.ts';
import { type Archive, DAMAGED } from './workbook-archive.ts';
import { readXml, TextCollector } from './workbook-xml.ts';

/** A sheet in a workbook's list of sheets. */
export interface ListedSheet {
  /** The name on the sheet's tab. */
  readonly name: string;
  /** Whether a person who opens the workbook does not see the sheet. */
  readonly isHidden: boolean;
  /** The id of the relation that leads to the part (the file in the archive) with the sheet's rows. */
  readonly relation: string;
}

/** A relation from one part of a workbook to another. */
interface Relation {
  /** The last word of the relation's type, such as `worksheet`. */
  readonly type: string;
  /** The name of the other part. */
  readonly part: string;
}

/** The most sheets that a workbook may have. */
const MOST_SHEETS = 1_000;
const SAVE_AS = 'save the sheet with the posts as .xlsx or CSV';

/**
 * Returns the name of the part (the file in the archive) that lists the sheets of a workbook.
 *
 * @throws {UnreadableSchedule} if the archive is not a workbook
 */
export function workbookPartOf(archive: Archive): string {
  const part = partOfType(relationsOf(archive, ''), 'officeDocument');
  if (part === null) {
    throw new UnreadableSchedule(
      'is a ZIP archive, but not a workbook; unpack it, and give the file with the posts that is in it',
    );
  }
  if (part.endsWith('.bin')) {
    throw new UnreadableSchedule(`is a binary Excel workbook; open it and ${SAVE_AS}`);
  }
  return part;
}

/**
 * Returns the relations that lead from one part of a workbook to others, by their ids; empty if there are none.
 *
 * @param part - the name of the part from which the relations lead; empty for the archive as a whole
 * @throws {UnreadableSchedule} if the relations are damaged
 */
export function relationsOf(archive: Archive, part: string): ReadonlyMap<string, Relation> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations = new Map<string, Relation>();
  const contents = archive.read(`${folder}_rels/${part.slice(folder.length)}.rels`, MOST_BYTES);
  if (contents === null) return relations;
  readXml(contents, {
    open: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (name !== 'Relationship') return;
      relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), part: resolved(folder, target) });
    },
  });
  return relations;
}

/** Returns the name of the part to which the first relation of the type `type` leads; null if there is none. */
export function partOfType(relations: ReadonlyMap<string, Relation>, type: string): string | null {
  for (const relation of relations.values()) if (relation.type === type) return relation.part;
  return null;
}

/** The name of the part to which a relation from a folder of the archive leads. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const names: string[] = [];
  for (const name of `${folder}${target}`.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.') names.push(name);
  }
  return names.join('/');
}

/**
 * Reads the part of a workbook that lists the sheets.
 *
 * @param contents - the contents of this part
 * @returns the sheets in the order of their tabs, and whether the workbook counts days from 1904, not from 1900
 * @throws {UnreadableSchedule} if the part is damaged, is not of a workbook, or lists more than 1,000 sheets
 */
export function readSheetList(contents: Uint8Array): {
  readonly sheets: readonly ListedSheet[];
  readonly is1904: boolean;
} {
  const sheets: ListedSheet[] = [];
  let is1904 = false;
  let root: string | undefined;
  readXml(contents, {
    open: (name, attributes) => {
      root ??= name;
      if (root !== 'workbook') throw new UnreadableSchedule(`is an Office file without sheets; ${SAVE_AS}`);
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name === 'sheet') sheets.push(listedSheet(attributes));
      if (sheets.length > MOST_SHEETS) {
        throw new UnreadableSchedule(`has more than 1,000 sheets; ${SAVE_AS}`);
      }
    },
  });
  return { sheets, is1904 };
}

function listedSheet(attributes: Readonly<Record<string, string>>): ListedSheet {
  const { name = '', state = 'visible' } = attributes;
  const key = Object.keys(attributes).find((attribute) => attribute.endsWith(':id'));
  return { name, isHidden: state !== 'visible', relation: attributes[key ?? ''] ?? '' };
}

/**
 * Returns the texts of a workbook to which cells refer. The number in such a cell is the index of the text, from 0.
 *
 * @param contents - the contents of the part with these texts
 * @throws {UnreadableSchedule} if the part is damaged
 */
export function readSharedStrings(contents: Uint8Array): readonly string[] {
  const strings: string[] = [];
  const collector = new TextCollector();
  readXml(contents, {
    open: (name) => collector.open(name),
    text: (text) => collector.add(text),
    close: (name) => {
      collector.close(name);
      if (name === 'si') strings.push(collector.take());
    },
  });
  return strings;
}

/**
 * Returns the contents of a part of a workbook.
 *
 * @throws {UnreadableSchedule} if the workbook does not have the part
 */
export function neededPart(archive: Archive, part: string): Uint8Array {
  const contents = archive.read(part);
  if (contents === null) throw new UnreadableSchedule(DAMAGED);
  return contents;
}

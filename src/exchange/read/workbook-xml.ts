import { SaxesParser } from 'saxes';
import { UnreadableSchedule } from '../rows.ts';
import { DAMAGED } from './workbook-archive.ts';

/** The functions that `readXml` calls for the parts of an XML text. Names of elements come without their prefix. */
export interface XmlHandlers {
  /** Called for each opening tag. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  /** Called for each closing tag. */
  readonly close?: (name: string) => void;
  /** Called for the text between tags. One text may come in several pieces. */
  readonly text?: (text: string) => void;
}

/** The parser keeps every open element and all attributes of one, so both are limited. */
const DEEPEST = 100;
const MOST_ATTRIBUTES = 1_000;

/** How many bytes are decoded and parsed at a time. If a handler throws, the rest need not be decoded. */
const PORTION = 64 * 1024;

/**
 * Parses an XML text in UTF-8 or UTF-16, and calls a handler for each part.
 *
 * @throws {UnreadableSchedule} if the text is not well-formed XML, uses entities that XML itself does not define, is
 * nested more than 100 deep, or has an element with more than 1,000 attributes; also whatever a handler throws
 */
export function readXml(bytes: Uint8Array, { open, close, text }: XmlHandlers): void {
  const parser = new SaxesParser();
  let depth = 0;
  let attributes = 0;
  parser.on('error', refuse);
  parser.on('attribute', () => {
    attributes++;
    if (attributes > MOST_ATTRIBUTES) refuse();
  });
  parser.on('opentag', (tag) => {
    depth++;
    if (depth > DEEPEST) refuse();
    attributes = 0;
    open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth--;
    close?.(localName(tag.name));
  });
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decoder = new TextDecoder(isUtf16(bytes) ? 'utf-16le' : 'utf-8');
  for (let start = 0; start < bytes.length; start += PORTION) {
    parser.write(decoder.decode(bytes.subarray(start, start + PORTION), { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

function refuse(): never {
  throw new UnreadableSchedule(DAMAGED);
}

function isUtf16([first, second]: Uint8Array): boolean {
  return first === 0xff && second === 0xfe;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * Collects a text of a workbook from XML: the contents of all `t` elements, except those that tell the pronunciation of
 * Japanese names.
 */
export class TextCollector {
  private collected = '';
  private isOpen = false;
  private isPronunciation = false;

  /** To be called when an element opens. */
  open(name: string): void {
    if (name === 'rPh') this.isPronunciation = true;
    this.isOpen = name === 't' && !this.isPronunciation;
  }

  /** To be called when an element closes. */
  close(name: string): void {
    if (name === 'rPh') this.isPronunciation = false;
    if (name === 't') this.isOpen = false;
  }

  /** To be called with every text. */
  add(text: string): void {
    if (this.isOpen) this.collected += text;
  }

  /** Returns the text collected since the last call; empty if there is none. */
  take(): string {
    const text = unescaped(this.collected);
    this.collected = '';
    return text;
  }
}

/**
 * Returns a text of a workbook without its escapes, and with LF as the only line break. Escapes such as `_x000D_` stand
 * for characters that XML cannot have.
 */
export function unescaped(text: string): string {
  if (!text.includes('_x') && !text.includes('\r')) return text;
  return text
    .replace(/_x(?!0000)([0-9a-f]{4})_/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\r\n?/g, '\n');
}

/** The bytes by which the lines of a calendar are divided and joined. */
const [TAB, LF, CR, SPACE] = [0x09, 0x0a, 0x0d, 0x20];

/**
 * Returns the bytes of a calendar with no line break inside a UTF-8 character. A calendar folds (breaks) long lines
 * after any number of bytes, even inside a character. Such a break is moved behind the character, so every line keeps
 * its number. Bytes in UTF-16 with a byte-order mark are returned unchanged.
 */
export function withWholeLetters(bytes: Uint8Array): Uint8Array {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return bytes;
  const whole = new Uint8Array(bytes.length);
  let length = 0;
  /** The folds since the last byte of a letter, to be written before the first byte of the next one. */
  const folds = new Uint8Array(bytes.length);
  let waiting = 0;
  for (let at = 0; at < bytes.length; ) {
    const fold = foldAt(bytes, at);
    if (fold > 0) {
      folds.set(bytes.subarray(at, at + fold), waiting);
      waiting += fold;
      at += fold;
      continue;
    }
    const byte = bytes[at++] ?? 0;
    if (!continuesLetter(byte)) {
      whole.set(folds.subarray(0, waiting), length);
      length += waiting;
      waiting = 0;
    }
    whole[length++] = byte;
  }
  whole.set(folds.subarray(0, waiting), length);
  return whole;
}

/** The number of bytes of the fold that begins at an index: a line break and a space or tab; 0 if there is no fold. */
function foldAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first !== CR && first !== LF) return 0;
  const lineBreak = first === CR && bytes[at + 1] === LF ? 2 : 1;
  const next = bytes[at + lineBreak];
  return next === SPACE || next === TAB ? lineBreak + 1 : 0;
}

/** Whether a byte belongs to a letter in UTF-8, but is not the first byte of the letter. */
function continuesLetter(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

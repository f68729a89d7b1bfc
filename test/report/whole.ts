/** A report in one text, of a function that makes it in pieces. */
export function whole<Given extends readonly unknown[]>(
  inPieces: (...given: Given) => Iterable<string>,
): (...given: Given) => string {
  return (...given) => [...inPieces(...given)].join('');
}

import { countsOf } from '../../text/groups.ts';
import { countBelow } from '../../text/sorted.ts';
import { Lines } from '../places.ts';
import { type SyntaxProblem, YamlProblem } from '../syntax-problems.ts';
import type { Columns } from './columns.ts';
import { explained } from './explained.ts';
import type { Level } from './growing.ts';
import { wrongOpening } from './openings.ts';
import type { Stretch } from './outline.ts';
import { failureOf, offsetOf } from './stretch-reading.ts';

/**
 * The most characters parsed to find what is wrong between stretches, so that a 10 MiB text cannot take minutes.
 */
const MOST_READ = 16 * 1024 ** 2;

/** A text that has been divided into stretches. */
interface Divided {
  readonly stretches: readonly Stretch[];
  /** The columns in which the stretches should begin. */
  readonly columns: Columns;
  /** The stretches in which a problem has been found already; no second problem is reported for them. */
  readonly broken: ReadonlySet<Stretch>;
  /** The names of all anchors in the text. */
  readonly anchors: ReadonlySet<string>;
}

/**
 * Finds the problems between the stretches of a text (a stretch is a key with its value, or a list item): stretches
 * that begin wrongly, and keys that occur twice.
 *
 * Parses a short form of the text, the frame, in which each stretch is a single line that shows how the stretch begins.
 * Corrects each mistake in the frame until the frame can be parsed.
 *
 * @param most - how many problems to find at most
 */
export function problemsBetween(
  text: string,
  { stretches, columns, broken, anchors }: Divided,
  most: number,
): readonly SyntaxProblem[] {
  const frame = new Frame(text, stretches, columns, broken);
  const problems: SyntaxProblem[] = [];
  const told = new Set<Stretch>(broken);
  let lines: Lines | null = null;
  const lineOf = (offset: number) => {
    lines ??= new Lines(text);
    return lines.position({ start: offset, end: offset }).line;
  };
  for (let read = 0; read < MOST_READ && problems.length < most; read += frame.text.length) {
    const failure = failureOf(frame.text, anchors);
    if (failure === null) break;
    const flagged = frame.stretchAt(offsetOf(failure, frame.text.length));
    if (flagged === null) break;
    const suspects = failure instanceof YamlProblem ? [] : frame.suspectsNear(flagged);
    const before = told.size;
    for (const stretch of suspects) {
      if (told.has(stretch)) continue;
      if (problems.length === most) break;
      const problem = wrongOpening(text, stretch, columns, lineOf);
      if (problem === null) continue;
      problems.push(problem);
      told.add(stretch);
    }
    if (told.size === before && !told.has(flagged)) {
      problems.push(explained(text, failure, flagged.line.first));
      told.add(flagged);
    }
    if (told.size === before) break;
    frame.mend(told);
  }
  return problems.slice(0, most);
}

/** The frame of a text: a short form with one line for each stretch. */
class Frame {
  text = '';
  private readonly source: string;
  private readonly stretches: readonly Stretch[];
  private readonly columns: Columns;
  private readonly starts: number[] = [];
  private readonly sizes: ReadonlyMap<Level, number>;

  constructor(source: string, stretches: readonly Stretch[], columns: Columns, mended: ReadonlySet<Stretch>) {
    this.source = source;
    this.stretches = stretches;
    this.columns = columns;
    this.sizes = countsOf(stretches.map(({ level }) => level));
    this.mend(mended);
  }

  /** Makes the frame again, with correct lines for the stretches in `mended` and the others as in the text. */
  mend(mended: ReadonlySet<Stretch>): void {
    const pieces: string[] = [];
    let length = 0;
    for (const [index, stretch] of this.stretches.entries()) {
      const piece = mended.has(stretch) ? this.mended(stretch, index) : asWritten(this.source, stretch);
      this.starts[index] = length;
      length += piece.length;
      pieces.push(piece);
    }
    this.text = pieces.join('');
  }

  /** The stretch whose line contains an offset of the frame; null if there are no stretches. */
  stretchAt(offset: number): Stretch | null {
    return this.stretches[countBelow(this.starts, offset + 1) - 1] ?? null;
  }

  /** The stretches that may have made the parser stop at a stretch: that one, and others in the levels around it. */
  suspectsNear(flagged: Stretch): readonly Stretch[] {
    const index = this.stretches.indexOf(flagged);
    const near = [flagged, this.stretches[index - 1], this.stretches[index + 1]];
    const levels = new Set(near.flatMap((stretch) => [stretch?.level, stretch?.level.parent]));
    return this.stretches.filter(
      (stretch) => levels.has(stretch.level) && (stretch === flagged || !this.isAlone(stretch)),
    );
  }

  /** Whether a stretch is a single mapping below a key, which needs no dash. */
  private isAlone({ level, line }: Stretch): boolean {
    if (line.opening === 'dash' || line.hasTab || level.holds === 'keys') return false;
    return this.sizes.get(level) === 1;
  }

  private mended({ level, line, isHead, lacksPosts }: Stretch, index: number): string {
    const indentation = ' '.repeat(this.columns.expected(level));
    if (level.holds === 'items') return `${indentation}- {}\n`;
    const isWord = line.opening === 'words' || line.key === null;
    const above = lacksPosts ? 'posts:\n' : '';
    return `${above}${indentation}${isWord || line.key === null ? `cmplan-${index}` : line.key}:${isHead ? '' : ' 0'}\n`;
  }
}

/**
 * The line that stands for a stretch in the frame, such as `- {}` for an item or `time: 0` for a key. A stretch that
 * begins with neither a dash, a brace nor a key is represented by the beginning of its own text.
 */
function asWritten(text: string, { level, line, start, end, isHead }: Stretch): string {
  const { opening, indent, hasTab, key } = line;
  // A quoted value cannot continue on the line below.
  const value = isHead && !line.isHead ? " ''" : isHead ? '' : ' 0';
  const indentation = `${' '.repeat(indent)}${hasTab ? '\t' : ''}`;
  if (opening === 'dash') return `${indentation}- {}\n`;
  if (opening === 'brace') return `${indentation}{}\n`;
  if (opening === 'key' && level.holds === 'keys') return `${indentation}${key}:${value}\n`;
  return `${text.slice(start, Math.min(end, start + LONGEST_PIECE))}\n`;
}

/** The most characters of a stretch's own text that go into the frame. */
const LONGEST_PIECE = 1000;

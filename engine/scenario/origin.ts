/** Where a piece of data came from: a file and a range of its text. Positions survive the merging of `extends:`, so that a problem names the file it is in. */

export interface SourceFile {
  /** As the caller named it, or as `extends:` reaches it. */
  readonly name: string;
  readonly text: string;
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[];
}

export interface Origin {
  readonly file: SourceFile;
  /** Offsets in `file.text`; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

export function sourceFile(name: string, text: string): SourceFile {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { name, text, lineStarts };
}

/** Line and column of an offset, from 1. */
export function lineAndColumn(file: SourceFile, offset: number): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = file.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((file.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (file.lineStarts[low] ?? 0) + 1 };
}

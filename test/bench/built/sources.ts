/** From a place in the bundle back to the file it was made of, by the map that lies beside the bundle. */
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Lines and columns from 0, as V8 counts them. */
export interface Place { readonly url: string; readonly lineNumber: number; readonly columnNumber: number }

/** The file's path from the project's folder, and the line from 1; null for what is not of the bundle. */
export type Locate = (place: Place) => { readonly file: string; readonly line: number } | null;

/** @param bundle the bundle's path */
export function locator(bundle: string): Locate {
  const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')) as SourceMapPayload);
  return ({ url, lineNumber, columnNumber }) => {
    if (!url.startsWith('file:') || fileURLToPath(url) !== bundle) return null;
    const found = map.findEntry(lineNumber, columnNumber);
    if (!('originalSource' in found)) return null;
    return { file: relative('.', resolve(dirname(bundle), found.originalSource)).split(sep).join('/'), line: found.originalLine + 1 };
  };
}

/** The door of this folder: a scenario file to a checked scenario, or to all its problems. */
import { basename, dirname, resolve } from 'node:path';
import { checkBounds } from './bounds.ts';
import { mergedTree } from './extend.ts';
import { readSource, textSource } from './files.ts';
import { checkLeftovers } from './leftovers.ts';
import { linkScenario } from './link/scenario.ts';
import { checkNames } from './names.ts';
import type { SourceFile } from './origin.ts';
import { rootPlace } from './place.ts';
import type { Problem } from './problem.ts';
import { newReport } from './report.ts';
import type { Report } from './report.ts';
import type { Scenario } from './scenario.ts';
import { checkShape } from './shape/check.ts';

export type ReadResult = { readonly ok: true; readonly scenario: Scenario } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a file. Problems name it as `path` does; `extends:` may reach files below its folder only. */
export function readScenario(path: string): ReadResult {
  const report = newReport();
  return finish(readSource(path, path, report), dirname(resolve(path)), report);
}

/** Reads a text as if it stood in `file`, which need not exist. */
export function readScenarioText(text: string, { file }: { readonly file: string }): ReadResult {
  const report = newReport();
  return finish(textSource(text, file, report), dirname(resolve(file)), report);
}

function finish(source: SourceFile | undefined, folder: string, report: Report): ReadResult {
  const tree = source === undefined ? undefined : mergedTree(source, basename(source.name), folder, report);
  // Without the whole tree every name would seem missing.
  if (tree === undefined) return { ok: false, problems: report.list() };
  // What is too much is not looked at further.
  if (!checkBounds(tree, [], report)) return { ok: false, problems: report.list() };
  checkLeftovers(tree, [], report);
  checkShape(tree, report);
  if (tree.kind !== 'map') return { ok: false, problems: report.list() };
  checkNames(rootPlace(tree), report);
  const scenario = linkScenario(tree, report);
  return report.count === 0 ? { ok: true, scenario } : { ok: false, problems: report.list() };
}

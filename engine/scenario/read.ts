/** The door of this folder: a scenario file to a checked scenario, or to all its problems. */
import { basename, dirname, resolve } from 'node:path';
import { checkBounds } from './bounds.ts';
import { checkDates } from './dates/check.ts';
import { linkAll } from './dates/link-all.ts';
import { startsOf } from './dates/starts.ts';
import { mergedTree } from './extend.ts';
import { readSource, textSource } from './files.ts';
import { checkLeftovers } from './leftovers.ts';
import type { SourceFile } from './origin.ts';
import type { Problem } from './problem.ts';
import { newReport } from './report.ts';
import type { Report } from './report.ts';
import type { Scenario } from './scenario.ts';
import { isNotAMap } from './shape/check.ts';
import { strikeOut } from './strike/strike-out.ts';
import type { Struck } from './strike/struck.ts';
import { plainData } from './tree.ts';
import type { Tree } from './tree.ts';

export type ReadResult =
  /**
   * `struck`: what `without` left without claims, in file order. `text`: the file with all that it extends as one text (JSON, which is YAML), so that
   * it can be read again elsewhere, with the same options, to the same scenario.
   */
  | { readonly ok: true; readonly scenario: Scenario; readonly struck: readonly Struck[]; readonly text: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface ReadOptions {
  /** The day on which it starts, not before the calendar's start. Default: the calendar's start, and then all days of `calendar.starts` are checked. */
  readonly from?: string;
  /** Sources and claims that are struck out: "002", "002.2". */
  readonly without?: readonly string[];
}

/** Reads a file. Problems name it as `path` does; `extends:` may reach files below its folder only. */
export function readScenario(path: string, options: ReadOptions = {}): ReadResult {
  const report = newReport();
  return finish(readSource(path, path, report), dirname(resolve(path)), options, report);
}

/** Reads a text as if it stood in `file`, which need not exist. */
export function readScenarioText(text: string, { file, ...options }: ReadOptions & { readonly file: string }): ReadResult {
  const report = newReport();
  return finish(textSource(text, file, report), dirname(resolve(file)), options, report);
}

function finish(source: SourceFile | undefined, folder: string, { from, without = [] }: ReadOptions, report: Report): ReadResult {
  const tree = source === undefined ? undefined : mergedTree(source, basename(source.name), folder, report);
  // Without the whole tree every name would seem missing.
  if (source === undefined || tree === undefined) return { ok: false, problems: report.list() };
  // What is too much is not looked at further.
  if (!checkBounds(tree, [], report)) return { ok: false, problems: report.list() };
  checkLeftovers(tree, [], report);
  if (isNotAMap(tree, report)) return { ok: false, problems: report.list() };
  const starts = startsOf(tree, from, source.name, report);
  if (!starts.possible) return { ok: false, problems: report.list() };
  checkDates(tree, starts.earliest, report);
  const scenario = linkAll(tree, starts, report);
  if (report.count > 0) return { ok: false, problems: report.list() };
  const text = wholeText(tree);
  if (without.length === 0) return { ok: true, scenario, struck: [], text };
  const struck = strikeOut(tree, starts, without, source.name, report);
  return struck === undefined ? { ok: false, problems: report.list() } : { ok: true, ...struck, text };
}

/** What it extends is in it already. */
function wholeText(tree: Tree): string {
  const { extends: taken, ...whole } = plainData(tree) as Readonly<Record<string, unknown>>;
  void taken;
  return JSON.stringify(whole);
}

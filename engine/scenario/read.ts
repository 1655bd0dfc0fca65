/** The door of this folder: a scenario file to a checked scenario, or to all its problems. */
import { basename, dirname, resolve } from 'node:path';
import { checkBounds } from './bounds.ts';
import { withoutConsequences } from './consequences.ts';
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

export type ReadResult = {
  /** Paths of the files that it extends, also of those that are missing: what has to be read again when one of them changes. */
  readonly bases: readonly string[];
} & (
  | ({ readonly ok: true } & Found)
  | { readonly ok: false; readonly problems: readonly Problem[] }
);

interface Found {
  readonly scenario: Scenario;
  /** What `without` left without claims, in file order. */
  readonly struck: readonly Struck[];
  /** The file with all that it extends as one text (JSON, which is YAML): it can be read again elsewhere, with the same options, to the same scenario. */
  readonly text: string;
}

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

function finish(source: SourceFile | undefined, folder: string, options: ReadOptions, report: Report): ReadResult {
  const sought = new Set<string>();
  const tree = source === undefined ? undefined : mergedTree(source, basename(source.name), folder, report, sought);
  const read = source === undefined || tree === undefined ? null : readTree(tree, source.name, options, report);
  // Without the whole tree every name would seem missing.
  return { bases: [...sought], ...(read === null ? { ok: false, problems: withoutConsequences(report.list()) } : { ok: true, ...read }) };
}

/** null with problems in the report. */
function readTree(tree: Tree, name: string, { from, without = [] }: ReadOptions, report: Report): Found | null {
  // What is too much is not looked at further.
  if (!checkBounds(tree, [], report)) return null;
  checkLeftovers(tree, [], report);
  if (isNotAMap(tree, report)) return null;
  const starts = startsOf(tree, from, name, report);
  if (!starts.possible) return null;
  checkDates(tree, starts.earliest, report);
  const scenario = linkAll(tree, starts, report);
  if (report.count > 0) return null;
  const text = wholeText(tree);
  if (without.length === 0) return { scenario, struck: [], text };
  const struck = strikeOut(tree, starts, without, name, report);
  return struck === undefined ? null : { ...struck, text };
}

/** What it extends is in it already. */
function wholeText(tree: Tree): string {
  const { extends: taken, ...whole } = plainData(tree) as Readonly<Record<string, unknown>>;
  void taken;
  return JSON.stringify(whole);
}

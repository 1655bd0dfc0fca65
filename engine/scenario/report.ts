/** Where problems are gathered: all of them, in the order of files and lines, and no more of them than a person can read. */
import { plain } from '../record/plain.ts';
import { excerpt } from './excerpt.ts';
import { lineAndColumn } from './origin.ts';
import type { Origin } from './origin.ts';
import type { Problem, ProblemCode } from './problem.ts';

/** A file from a broken program may hold a problem a line; past this many they are counted only. */
const MOST = 200;
/** What a message may quote of a file at most. */
const LONGEST = 400;

export interface Report {
  /** Adds a problem at a place in a file. */
  at(code: ProblemCode, origin: Origin, path: string, message: string, hint: string): void;
  /** Adds a problem that another report has found. */
  add(problem: Problem): void;
  /** Adds a problem of a file as a whole. */
  file(code: ProblemCode, name: string, message: string, hint: string): void;
  readonly count: number;
  /** Whether further problems are counted only. */
  readonly full: boolean;
  /** All of them, by file and position. */
  list(): readonly Problem[];
}

export function newReport(): Report {
  const problems: { readonly problem: Problem; readonly rank: number }[] = [];
  const files = new Map<string, number>();
  const seen = new Set<string>();
  let count = 0;
  const add = (problem: Problem): void => {
    // The same thing may be met on two ways (a name used in a list and in a chart); once is enough.
    const mark = JSON.stringify([problem.code, problem.file, problem.line, problem.column, problem.message]);
    if (seen.has(mark)) return;
    count += 1;
    seen.add(mark);
    if (!files.has(problem.file)) files.set(problem.file, files.size);
    problems.push({ problem, rank: files.get(problem.file) ?? 0 });
  };
  return {
    at(code, origin, path, message, hint) {
      if (problems.length >= MOST) {
        count += 1;
        return;
      }
      const { line, column } = lineAndColumn(origin.file, origin.start);
      add({ code, message: short(message), hint: short(hint), file: origin.file.name, line, column, excerpt: excerpt(origin), path: plain(path) });
    },
    add(problem) {
      if (problems.length >= MOST) count += 1;
      else add(problem);
    },
    file(code, name, message, hint) {
      add({ code, message: short(message), hint: short(hint), file: name, line: 1, column: 1, excerpt: '', path: '' });
    },
    get full() {
      return problems.length >= MOST;
    },
    get count() {
      return count;
    },
    list() {
      const sorted = [...problems].sort((a, b) => a.rank - b.rank || a.problem.line - b.problem.line || a.problem.column - b.problem.column);
      const list = sorted.map(({ problem }) => problem);
      const last = list.at(-1);
      if (count > MOST && last !== undefined) {
        list.push({ ...last, code: 'too-many-problems', message: `There are ${count - MOST} more problems, which are not listed.`, hint: 'mend the first ones and check again', excerpt: '' });
      }
      return list;
    },
  };
}

function short(text: string): string {
  const clean = plain(text);
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean;
}

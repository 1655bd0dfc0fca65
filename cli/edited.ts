/** Reads a scenario again after it was edited beside a run: on the same day, with the same levers set, so that what differs is the edit. */
import path from 'node:path';
import type { LeverOptions, ReadOptions } from '../engine/index.ts';
import type { Scenario } from '../engine/scenario/scenario.ts';
import { findScenario } from './find.ts';
import type { Io } from './io.ts';
import { readFrom } from './open.ts';
import { UsageError } from './stops.ts';
import type { Edited, EditedFile } from './views/dashboard/edited.ts';
import { differenceWords } from './views/plain/compare-words.ts';

export interface EditedRun { readonly name: string; readonly run: number; readonly options: ReadOptions; /** What is taken for the levers of the edited scenario; may throw a UsageError. */ readonly taken: (scenario: Scenario) => LeverOptions }

export function editedRun({ name, run, options, taken }: EditedRun, io: Io): Edited {
  const at = findScenario(name, io.cwd);
  const read = async (): Promise<EditedFile> => {
    const found = await readFrom(at, io.cwd, options);
    if (!found.ok) return { ok: false, problems: found.problems, says: '' };
    const { compile, differencesBetween } = await import('../engine/index.ts');
    try {
      const { scenario } = found;
      return { ok: true, model: compile(scenario), run, taken: taken(scenario), differs: (before) => differencesBetween(before, scenario).map((one) => differenceWords(one, before, scenario)) };
    } catch (error) {
      // An edit may take away the lever or the view that was asked for.
      if (error instanceof UsageError) return { ok: false, problems: [], says: error.message };
      throw error;
    }
  };
  return { file: at === name ? path.resolve(io.cwd, at) : null, read };
}

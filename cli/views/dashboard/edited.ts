/** The scenario's file after it was edited: the sitting goes on under it, in the same round, or under the old one where it cannot be played. */
import type { LeverOptions, Model, Problem } from '../../../engine/index.ts';
import { plain } from '../../../engine/record/plain.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { count, list } from '../plain/words.ts';
import { workerSource } from './outlook/source.ts';
import type { Session } from './session.ts';
import { walkersOf } from './walkers.ts';
import type { Moment } from './walkers.ts';

/** The file as it is now, or why it cannot be played, in words. */
export type EditedFile =
  | { readonly ok: true; readonly model: Model; readonly run: number; readonly taken: LeverOptions; /** what differs from the scenario before, in words */ readonly differs: (before: Scenario) => readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly says: string };

export interface Edited {
  /** Path of the file; null: it comes with Winset and stays as it is. */
  readonly file: string | null;
  readonly read: () => Promise<EditedFile>;
}

/** Gives what to say of it. @param before the scenario that was edited @param took told of the scenario that is played from now on */
export async function takeEdited(session: Session<Moment>, before: Scenario, edited: Edited, took: (scenario: Scenario) => void): Promise<string> {
  const read = await edited.read();
  if (!read.ok) return troubled(read);
  const { model, run, taken } = read;
  if (model.scenario.hash === before.hash) return 'Nothing that the scenario says has changed.';
  const differs = read.differs(before);
  const lost = session.swap(model.scenario, walkersOf(model, { run, levers: taken.levers ?? {}, vary: taken.vary === true, ...(taken.view === undefined ? {} : { view: taken.view }) }), workerSource(model.scenario));
  took(model.scenario);
  const dropped = lost.length === 0 ? '' : ` No longer possible, and dropped: ${list(lost)}.`;
  return `Edited: ${differs.slice(0, 2).join('; ')}${differs.length > 2 ? `; and ${differs.length - 2} more` : ''}. This is the same round under it.${dropped}`;
}

function troubled({ problems, says }: Extract<EditedFile, { ok: false }>): string {
  const [first] = problems;
  if (first === undefined) return `The edited file cannot be played, so the old one stays. ${says}`;
  const place = first.excerpt === '' ? plain(first.file) : `${plain(first.file)}:${first.line}:${first.column}`;
  return `The edited file has ${count(problems.length, 'problem')}, so the old one stays; e opens it again. ${place} ${first.message} ${first.hint ?? ''}`;
}

/** The chance that a study itself needs (where it samples, what it resamples): named draws of run 0, which nobody plays. */
import { runKey } from '../../chance/key.ts';
import { DrawNames, RunLuck } from '../../chance/luck.ts';

/** A draw of a study by its name: a number in 0..1, both ends excluded; `nth` and `part` tell its draws apart. */
export type StudyDraw = (nth: number, part: number) => number;

/** @returns one function a name, in order. The same seed and name give the same draws, whatever other names there are. */
export function studyDraws(seed: string, names: readonly string[]): readonly StudyDraw[] {
  const luck = new RunLuck(new DrawNames(names.map((name) => `study/${name}`)), runKey(seed, 0));
  return names.map((_, draw): StudyDraw => (nth, part) => luck.uniform(draw, nth, part));
}

/** 0 to `of` − 1 in an order that the draw decides (Fisher & Yates 1938). `nth` tells several orders under one name apart. */
export function shuffled(of: number, draw: StudyDraw, nth = 0): Int32Array {
  const order = Int32Array.from({ length: of }, (_, at) => at);
  for (let at = of - 1; at > 0; at--) {
    const other = Math.floor(draw(nth, at) * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}

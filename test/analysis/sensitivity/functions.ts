/** Functions whose indices are known in closed form. */
import { evenly, valuesAt, type Space } from '../../../engine/analysis/study/space.ts';

export const cube = (dimensions: number): Space => Array.from({ length: dimensions }, (_, d) => evenly(`x${d + 1}`, `x${d + 1}`, 0, 1));

/** Ishigami & Homma (1990), with a = 7 and b = 0.1 on −π..π. */
export const ISHIGAMI = { a: 7, b: 0.1 };
export const ishigamiSpace: Space = ['x1', 'x2', 'x3'].map((id) => evenly(id, id, -Math.PI, Math.PI));
export function ishigami(place: ArrayLike<number>): number {
  const { x1, x2, x3 } = valuesAt(ishigamiSpace, place) as Record<'x1' | 'x2' | 'x3', number>;
  return Math.sin(x1) + ISHIGAMI.a * Math.sin(x2) * Math.sin(x2) + ISHIGAMI.b * x3 * x3 * x3 * x3 * Math.sin(x1);
}
/** Indices by integrating the function's terms by hand. */
export function ishigamiIndices(): { readonly first: readonly number[]; readonly total: readonly number[] } {
  const { a, b } = ISHIGAMI;
  const [p4, p8] = [Math.PI ** 4, Math.PI ** 8];
  const one = 0.5 * (1 + (b * p4) / 5) * (1 + (b * p4) / 5);
  const two = (a * a) / 8;
  const both = (b * b * p8 * 8) / 225;
  const all = one + two + both;
  return { first: [one / all, two / all, 0], total: [(one + both) / all, two / all, both / all] };
}

/** Sobol's g-function: the smaller a, the more its lever matters. */
export const G = [0, 1, 4.5, 9, 99];
export const g = (place: ArrayLike<number>): number => G.reduce((product, a, d) => (product * (Math.abs(4 * place[d] - 2) + a)) / (1 + a), 1);
export function gIndices(): { readonly first: readonly number[]; readonly total: readonly number[] } {
  const parts = G.map((a) => 1 / (3 * (1 + a) * (1 + a)));
  const all = parts.reduce((product, part) => product * (1 + part), 1) - 1;
  return { first: parts.map((part) => part / all), total: parts.map((part) => (part * (all + 1)) / (1 + part) / all) };
}

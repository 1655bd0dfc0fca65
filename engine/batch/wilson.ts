/** The score interval of a share (Wilson 1927). */

/** The normal quantile that a 95 % interval reaches to. */
export const Z95 = 1.959963984540054;

export interface Interval { readonly low: number; readonly high: number }

/** 95 % interval of `count` in `of`; 0..1 when nothing was counted. */
export function wilson(count: number, of: number, z: number = Z95): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const share = count / of;
  const z2 = z * z;
  const centre = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (z / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  return { low: count === 0 ? 0 : centre - half, high: count === of ? 1 : centre + half };
}

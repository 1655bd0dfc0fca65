/** Colour, where it is wanted. It repeats what the words say and never says anything alone. */

export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  accent(text: string): string;
}

const same = (text: string): string => text;
const coded = (on: number, off: number) => (text: string): string => (text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`);

export const UNPAINTED: Paint = { bold: same, dim: same, good: same, bad: same, accent: same };
export const PAINTED: Paint = { bold: coded(1, 22), dim: coded(2, 22), good: coded(32, 39), bad: coded(31, 39), accent: coded(36, 39) };

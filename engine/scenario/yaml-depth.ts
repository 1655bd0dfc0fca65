/** How deep a text is nested, found on the tokens without recursion: whatever walks a tree later may recurse safely. */
import type { CST } from 'yaml';

export const DEEPEST = 40;

/** The offset of the first thing nested too deeply, or null. */
export function tooDeepAt(tokens: readonly CST.Token[]): number | null {
  let level: CST.Token[] = [...tokens];
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    const next: CST.Token[] = [];
    for (const token of level) {
      if (token.type === 'document') {
        if (token.value !== undefined) next.push(token.value);
      } else if ('items' in token) {
        for (const item of token.items) {
          if (item.key !== undefined && item.key !== null) next.push(item.key);
          if (item.value !== undefined) next.push(item.value);
        }
      }
    }
    level = next;
    if (level.length === 0) return null;
  }
  return level[0]?.offset ?? 0;
}

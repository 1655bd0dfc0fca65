/** A scenario whose every text tries to break out: of HTML, of an attribute, of SVG, of a spreadsheet, of a terminal. */
import type { Scenario } from '../../../engine/index.ts';

export const ATTACKS = [
  '<script>window.owned = 1</script>', '"><img src=x onerror="window.owned = 2">', '</title></desc></svg><svg onload="window.owned = 3">', '=HYPERLINK("http://evil.invalid","x")', '\u001b[2J\u202e',
  "' onmouseover='window.owned = 4", '&lt;b&gt; {{datum}} ${1+1} \\u003cscript\\u003e',
];
const TEXTS = ['title', 'name', 'says', 'question', 'assumed', 'source', 'file'];

/** Each text keeps its beginning, so that it can still be found; `url` becomes a link that runs script. */
export function hostile(scenario: Scenario): Scenario {
  let next = 0;
  const spoil = (key: string, value: unknown): unknown => {
    if (key === 'url') return 'javascript:window.owned=5';
    if (!TEXTS.includes(key) || typeof value !== 'string') return value;
    // A claim's source is an id.
    if (key === 'source' && /^[\w.]{1,4}$/u.test(value)) return value;
    return next % 3 === 0 ? `${ATTACKS[next++ % ATTACKS.length] ?? ''}${value}` : `${value}${ATTACKS[next++ % ATTACKS.length] ?? ''}`;
  };
  return JSON.parse(JSON.stringify({ ...scenario, leavesOut: scenario.leavesOut.map((each) => each + (ATTACKS[0] ?? '')) }, spoil)) as Scenario;
}

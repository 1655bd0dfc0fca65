/** What an expression can name that holds a word: where it stands in the state, and which words there are. */
import type { RegionTable } from '../charts/table.ts';
import type { WordName } from '../scenario/expression-tree.ts';
import { ENDINGS } from '../vocabulary.ts';
import { ASK, type Ask } from './condition.ts';
import type { Handles } from './handles.ts';
import type { NumberOf } from './model.ts';
import type { State } from './state.ts';

/** What expressions need to know of the model besides handles. */
export interface ExpressionContext {
  readonly handles: Handles;
  readonly roundDays: number;
  readonly stages: readonly string[];
  /** A region's handle and table, by machine and key. */
  readonly region: (machine: string, key: string) => { readonly handle: number; readonly table: RegionTable };
  /** Worth of what is in force to a party. */
  readonly standing: NumberOf;
}

/** Where a word stands: what asks for it, of which handle, and its place among which words. */
export interface WordReader { readonly ask: Ask; readonly of: number; readonly read: (state: State) => number; readonly words: readonly string[] }

export function wordOf(name: WordName, context: ExpressionContext): WordReader {
  const inRegion = (machine: string, key: string): WordReader => {
    const { handle, table } = context.region(machine, key);
    return { ask: ASK.region, of: handle, read: (s) => s.regions[handle], words: table.states };
  };
  switch (name.kind) {
    case 'fighting': return inRegion('process:', 'fighting');
    case 'diplomacy': return inRegion('process:', 'diplomacy');
    case 'ended': return { ask: ASK.ended, of: 0, read: (s) => s.ending, words: ENDINGS };
    case 'stage': return { ask: ASK.stage, of: 0, read: (s) => s.stage, words: context.stages };
    case 'in-force': {
      const at = context.handles.issue(name.issue);
      return { ask: ASK.inForce, of: at, read: (s) => s.inForce[at], words: context.handles.issues[at].options.map((option) => option.id) };
    }
    case 'posture': return inRegion(name.party, 'posture');
    case 'stance': return inRegion(name.party, `stance-${name.issue}`);
    case 'line': return inRegion(name.party, `line-${name.line}`);
  }
}

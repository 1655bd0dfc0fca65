/** The keys: one table, from which the help line, the help page and the reading of keys are all made. */

export const ACTIONS = [
  'phase', 'round', 'play', 'back', 'forward', 'back-round', 'start', 'end', 'slower', 'faster',
  'next-pane', 'previous-pane', 'pane-text', 'pane-parties', 'pane-pressure', 'pane-log',
  'up', 'down', 'page-up', 'page-down', 'party-left', 'party-right', 'why', 'outlook',
  'seat', 'event', 'lever', 'another-seed', 'save', 'help', 'quit', 'interrupt', 'suspend', 'redraw',
] as const;
export type Action = (typeof ACTIONS)[number];

export const GROUPS = ['Time', 'Looking', 'The run'] as const;
export type Group = (typeof GROUPS)[number];

export interface KeyRow {
  readonly action: Action;
  /** Names of keys as `decode.ts` gives them. */
  readonly keys: readonly string[];
  /** The keys as a person reads them. */
  readonly shown: string;
  /** What it does, in the help page. */
  readonly says: string;
  /** A word or two for the help line; null: the help page only. */
  readonly brief: string | null;
  readonly group: Group;
}

const key = (action: Action, keys: readonly string[], shown: string, group: Group, brief: string | null, says: string): KeyRow => ({ action, keys, shown, says, brief, group });

export const KEYS: readonly KeyRow[] = [
  key('phase', ['space'], 'space', 'Time', 'step', 'Play the next phase; a round has eight, named in the third line'),
  key('round', ['r'], 'r', 'Time', 'round', 'Play to the end of the round'),
  key('back', ['left', 'h'], '← h', 'Time', 'back', 'Back one phase'),
  key('forward', ['right', 'l'], '→ l', 'Time', null, 'Forward again over what happened, one phase'),
  key('back-round', ['R'], 'R', 'Time', null, 'Back to where the round began; again: the round before'),
  key('play', ['p'], 'p', 'Time', 'play', 'Play by itself, from one thing that happens to the next'),
  key('slower', ['-'], '-', 'Time', null, 'Play more slowly'),
  key('faster', ['+', '='], '+', 'Time', null, 'Play faster'),
  key('start', ['g', 'home'], 'g Home', 'Time', null, 'To the start'),
  key('end', ['G', 'end'], 'G End', 'Time', 'to the end', 'To the end of the run'),
  key('next-pane', ['tab'], 'Tab', 'Looking', 'pane', 'The next pane'),
  key('previous-pane', ['shift-tab'], 'Shift-Tab', 'Looking', null, 'The pane before'),
  key('pane-text', ['1'], '1', 'Looking', null, 'The text on the table'),
  key('pane-parties', ['2'], '2', 'Looking', null, 'The parties: stances and red lines'),
  key('pane-pressure', ['3'], '3', 'Looking', null, 'The pressures'),
  key('pane-log', ['4'], '4', 'Looking', null, 'What happened'),
  key('up', ['up', 'k'], '↑ k', 'Looking', null, 'Select the line above'),
  key('down', ['down', 'j'], '↓ j', 'Looking', 'select', 'Select the line below'),
  key('party-left', [',', 'shift-left', '['], ', or Shift-←', 'Looking', null, 'In the text: the party to the left'),
  key('party-right', ['.', 'shift-right', ']'], '. or Shift-→', 'Looking', 'party', 'In the text: the party to the right'),
  key('page-up', ['page-up'], 'PgUp', 'Looking', null, 'A page up'),
  key('page-down', ['page-down'], 'PgDn', 'Looking', null, 'A page down'),
  key('why', ['enter', 'e'], 'Enter e', 'Looking', 'why', 'Why: the reason and the evidence for what is selected'),
  key('outlook', ['o'], 'o', 'Looking', null, 'Show or hide the outlook from here: how runs end that start in this moment'),
  key('seat', ['t'], 't', 'The run', 'take a seat', 'Take a seat: answer, write the text or vote for a party that is about to'),
  key('event', ['v'], 'v', 'The run', 'event', 'Make an event happen in the next round, or hold it back'),
  key('lever', ['L'], 'L', 'The run', 'lever', 'Change an assumption from the next round on'),
  key('another-seed', ['n'], 'n', 'The run', 'another seed', 'The same scenario under another seed'),
  key('save', ['s'], 's', 'The run', 'save', 'Save the run as a file'),
  key('help', ['?'], '?', 'The run', 'keys', 'This page'),
  key('quit', ['q'], 'q', 'The run', 'quit', 'Quit'),
  key('interrupt', ['ctrl-c'], 'Ctrl-C', 'The run', null, 'Stop at once'),
  key('suspend', ['ctrl-z'], 'Ctrl-Z', 'The run', null, 'Into the background; fg brings it back'),
  key('redraw', ['ctrl-l'], 'Ctrl-L', 'The run', null, 'Draw the screen anew'),
];

const BY_KEY: ReadonlyMap<string, Action> = new Map(KEYS.flatMap((line) => line.keys.map((name) => [name, line.action] as const)));

export const actionOf = (name: string): Action | null => BY_KEY.get(name) ?? null;

/** The help line: these, most needed first, as many as there is room for; the last two always. */
export const OFFERED: readonly Action[] = ['phase', 'round', 'back', 'seat', 'next-pane', 'why', 'play', 'down', 'end', 'party-right', 'event', 'lever', 'save', 'another-seed'];
export const ALWAYS: readonly Action[] = ['help', 'quit'];
/** Of no use once the run has ended. */
export const WHILE_RUNNING: readonly Action[] = ['phase', 'round', 'play', 'end', 'seat', 'event', 'lever'];
/** An analyst's alone. */
export const ANALYSTS: readonly Action[] = ['event', 'lever'];

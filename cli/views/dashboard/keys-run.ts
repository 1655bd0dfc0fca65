/** Keys while one looks at the run. A row here is a line of the help page and an entry of the palette; the reducer says what it does. */
import { rows } from './key-row.ts';

const time = rows('look', 'Time');
const looking = rows('look', 'Looking');
const branches = rows('look', 'Branches');
const run = rows('look', 'The run');

export const RUN_KEYS = [
  time('phase', ['space'], 'space', 'step', 'Play the next phase; a round has eight, named in the third line'),
  time('round', ['r'], 'r', 'round', 'Play to the end of the round'),
  time('back', ['left', 'h'], '← h', 'back', 'Back one phase'),
  time('forward', ['right', 'l'], '→ l', null, 'Forward again over what happened, one phase'),
  time('back-round', ['R'], 'R', null, 'Back to where the round began; again: the round before'),
  time('play', ['p'], 'p', 'play', 'Play by itself, from one thing that happens to the next; again: pause'),
  time('slower', ['-'], '-', null, 'Play more slowly'),
  time('faster', ['+', '='], '+', null, 'Play faster'),
  time('start', ['g', 'home'], 'g Home', null, 'To the start'),
  time('end', ['G', 'end'], 'G End', 'to the end', 'To the end of the run'),
  looking('next-pane', ['tab'], 'Tab', 'pane', 'The next pane'),
  looking('previous-pane', ['shift-tab'], 'Shift-Tab', null, 'The pane before'),
  looking('pane-text', ['1'], '1', null, 'The text on the table'),
  looking('pane-parties', ['2'], '2', null, 'The parties: stances and red lines'),
  looking('pane-pressure', ['3'], '3', null, 'The pressures'),
  looking('pane-log', ['4'], '4', null, 'What happened'),
  looking('up', ['up', 'k'], '↑ k', null, 'Select the line above'),
  looking('down', ['down', 'j'], '↓ j', 'select', 'Select the line below'),
  looking('party-left', [',', 'shift-left', 'H', '['], ', or Shift-←', null, 'In the text: the party to the left'),
  looking('party-right', ['.', 'shift-right', ']'], '. or Shift-→', 'party', 'In the text: the party to the right'),
  looking('page-up', ['page-up', 'ctrl-b', 'ctrl-u'], 'PgUp Ctrl-B', null, 'A page up'),
  looking('page-down', ['page-down', 'ctrl-f', 'ctrl-d'], 'PgDn Ctrl-F', null, 'A page down'),
  looking('why', ['enter'], 'Enter', 'why', 'Why: the reason and the evidence for what is selected'),
  looking('chart', ['c'], 'c', 'chart', 'The chart of what is selected: where it stands, what may move it, what it waits for'),
  looking('outlook', ['o'], 'o', null, 'Show or hide the outlook from here: how runs end that start in this moment'),
  branches('branches', ['b'], 'b', 'branch', 'Branches: begin one at this moment, go from one to another, compare'),
  branches('beside', ['B'], 'B', 'side by side', 'This branch and another side by side, under the same luck'),
  run('seat', ['t'], 't', 'seat', 'Take a party’s seat: answer, write the text or vote for it; again: give it back'),
  run('event', ['v'], 'v', 'event', 'Make an event happen in the next round, or hold it back'),
  run('lever', ['L'], 'L', 'assumption', 'Change an assumption (a lever) from the next round on'),
  run('edit', ['e'], 'e', 'edit', 'Edit the scenario in your editor (the variable EDITOR), and go on in the same round under it'),
  run('another-seed', ['n'], 'n', 'another seed', 'The same scenario under another seed: other luck'),
  run('save', ['s'], 's', 'save', 'Save the run as a file, to be replayed'),
  run('palette', [':'], ':', 'find', 'Find a command by its name, or go to a round'),
  run('help', ['?'], '?', 'keys', 'This page: all keys and signs'),
  run('quit', ['q'], 'q', 'quit', 'Quit; asks first if something decided is not saved'),
  run('interrupt', ['ctrl-c'], 'Ctrl-C', null, 'Stop at once'),
  run('suspend', ['ctrl-z'], 'Ctrl-Z', null, 'Into the background; fg brings it back'),
  run('redraw', ['ctrl-l'], 'Ctrl-L', null, 'Draw the screen anew'),
];

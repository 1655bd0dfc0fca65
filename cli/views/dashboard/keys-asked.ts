/** Keys of everything that lies over the run: pages, lists, questions to a party, the text being written, two branches side by side. */
import { rows } from './key-row.ts';
import type { Context, Group, KeyRow } from './key-row.ts';

const PAGES = 'Pages, lists and questions' satisfies Group;
const page = rows('page', PAGES);
const name = rows('name', PAGES);
const palette = rows('palette', PAGES);
const ask = rows('ask', PAGES);
const cover = rows('cover', PAGES);
const pass = rows('pass', PAGES);
const seat = rows('seat', 'A party is asked');
const answer = rows('answer', 'A party is asked');
const vote = rows('vote', 'A party is asked');
const draft = rows('draft', 'Writing a text');
const events = rows('events', 'Events and assumptions');
const levers = rows('levers', 'Events and assumptions');
const branches = rows('branches', 'The page of branches');
const beside = rows('beside', 'Two branches side by side');

/** A list that goes round in a circle. */
const upDown = <In extends Context>(context: In, group: Group, what: string): readonly (KeyRow<In, 'next'> | KeyRow<In, 'previous'>)[] => [
  rows(context, group)('next', ['down', 'j', 'tab'], '↓ j', what, `The next ${what}`),
  rows(context, group)('previous', ['up', 'k', 'shift-tab'], '↑ k', null, `The ${what} before`),
];

export const ASKED_KEYS = [
  ...upDown('seat', 'A party is asked', 'party'),
  seat('take', ['enter'], 'Enter', 'take the seat', 'Sit for the party: you are asked whenever it is its turn. On a seat that is yours: give it back'),
  seat('accept', ['y'], 'y', 'once: yes', 'Only this once: it accepts, or votes yes'),
  seat('refuse', ['n'], 'n', 'no', 'Only this once: it refuses, or votes no'),
  seat('leave', ['x'], 'x', 'leave', 'Only this once: it leaves the talks'),
  seat('write', ['w'], 'w', 'write this once', 'Only this once: write its text'),
  seat('cancel', ['escape', 'q'], 'Esc', 'goes back', 'Take no seat'),
  answer('accept', ['y', 'a'], 'y', 'accept', 'It accepts the text'),
  answer('refuse', ['n'], 'n', 'refuse', 'It refuses the text'),
  answer('leave', ['x'], 'x', 'leave the talks', 'It leaves the talks'),
  answer('model', ['m'], 'm', 'the model decides', 'The model speaks for it this once'),
  answer('stand', ['t'], 't', 'give the seat back', 'An analyst: give the seat back; the model speaks for it from here on'),
  answer('cancel', ['escape', 'q'], 'Esc', 'look first', 'Look around first; the next step, or t, asks again'),
  vote('accept', ['y'], 'y', 'yes', 'It votes yes, or stands by what binds it'),
  vote('refuse', ['n'], 'n', 'no', 'It votes no, or repudiates what binds it'),
  vote('model', ['m'], 'm', 'the model decides', 'The model speaks for it this once'),
  vote('stand', ['t'], 't', 'give the seat back', 'An analyst: give the seat back; the model speaks for it from here on'),
  vote('cancel', ['escape', 'q'], 'Esc', 'look first', 'Look around first; the next step, or t, asks again'),
  ...upDown('draft', 'Writing a text', 'term'),
  draft('more', ['right', 'l'], '→ l', 'option', 'The next option of the term'),
  draft('less', ['left', 'h'], '← h', null, 'The option before'),
  draft('cycle', ['space'], 'space', null, 'Round through the options'),
  draft('done', ['enter'], 'Enter', 'table it', 'The text is ready; it goes on the table with the next step'),
  draft('anew', ['u'], 'u', 'anew', 'Undo: back to the text it began with'),
  draft('party-left', [',', 'shift-left', 'H', '['], ',', null, 'Look at the party to the left'),
  draft('party-right', ['.', 'shift-right', ']'], '.', null, 'Look at the party to the right'),
  draft('model', ['m'], 'm', 'the model writes', 'The model writes for it this once'),
  draft('stand', ['t'], 't', 'give the seat back', 'An analyst: give the seat back; the model writes for it from here on'),
  draft('cancel', ['escape', 'q'], 'Esc', 'goes back', 'Write no text'),
  ...upDown('events', 'Events and assumptions', 'event'),
  events('happens', ['f', 'enter'], 'f', 'make it happen', 'It happens in the next round'),
  events('held-back', ['h'], 'h', 'hold it back', 'It does not happen in the next round'),
  events('cancel', ['escape', 'q'], 'Esc', 'goes back', 'Leave it to chance'),
  ...upDown('levers', 'Events and assumptions', 'assumption'),
  levers('more', ['right', 'l'], '→ l', 'its value', 'A larger value; digits write one'),
  levers('less', ['left', 'h'], '← h', null, 'A smaller value'),
  levers('rub-out', ['backspace'], 'Backspace', null, 'Take away the last digit'),
  levers('done', ['enter'], 'Enter', 'set it', 'It holds from the next round on'),
  levers('cancel', ['escape', 'q'], 'Esc', 'goes back', 'Change no assumption'),
  ...upDown('branches', 'The page of branches', 'branch'),
  branches('go', ['enter'], 'Enter', 'go there', 'Go to the branch'),
  branches('new', ['n'], 'n', 'new branch here', 'Begin a branch at the moment shown, under a name'),
  branches('beside', ['c', 'B'], 'c', 'side by side', 'The branch beside the one you are in'),
  branches('rename', ['r'], 'r', 'rename', 'Give it another name'),
  branches('remove', ['x'], 'x', 'remove', 'Remove it; branches that began on it stay'),
  branches('cancel', ['escape', 'q', 'b'], 'Esc', 'goes back', 'Back to the run'),
  beside('phase', ['space'], 'space', 'step both', 'Both play the next phase'),
  beside('round', ['r'], 'r', 'round', 'Both play to the end of the round'),
  beside('back', ['left', 'h'], '← h', 'back', 'Both back one phase'),
  beside('forward', ['right', 'l'], '→ l', null, 'Both forward one phase'),
  beside('back-round', ['R'], 'R', null, 'Both to where the round began'),
  beside('start', ['g', 'home'], 'g', 'where they part', 'Both to the moment at which they part'),
  beside('end', ['G', 'end'], 'G', 'to the end', 'Both to the end'),
  beside('down', ['down', 'j'], '↓ j', 'scroll', 'A line down'),
  beside('up', ['up', 'k'], '↑ k', null, 'A line up'),
  beside('page-down', ['page-down', 'ctrl-f', 'ctrl-d'], 'PgDn', null, 'A page down'),
  beside('page-up', ['page-up', 'ctrl-b', 'ctrl-u'], 'PgUp', null, 'A page up'),
  beside('swap', ['tab', 's'], 'Tab', 'go to the other', 'Go to the other branch; it stands on the left then'),
  beside('cancel', ['escape', 'q', 'b', 'B'], 'Esc', 'goes back', 'Back to the run'),
  page('down', ['down', 'j'], '↓ j', 'scroll', 'A line down'),
  page('up', ['up', 'k'], '↑ k', null, 'A line up'),
  page('page-down', ['page-down', 'space', 'ctrl-f', 'ctrl-d'], 'PgDn space', null, 'A page down'),
  page('page-up', ['page-up', 'ctrl-b', 'ctrl-u'], 'PgUp', null, 'A page up'),
  page('end', ['G', 'end'], 'G', null, 'To its end'),
  page('start', ['g', 'home'], 'g', null, 'To its start'),
  page('cancel', ['escape', 'q'], 'Esc', 'or any other key goes back', 'Back to the run; any other key does too'),
  palette('down', ['down', 'tab', 'ctrl-n'], '↓', 'next', 'The next command found'),
  palette('up', ['up', 'shift-tab', 'ctrl-p'], '↑', null, 'The command before'),
  palette('done', ['enter'], 'Enter', 'does it', 'Do what is chosen'),
  palette('rub-out', ['backspace'], 'Backspace', null, 'Take away the last letter'),
  palette('clear', ['ctrl-u'], 'Ctrl-U', null, 'Clear the line'),
  palette('cancel', ['escape'], 'Esc', 'goes back', 'Do nothing'),
  name('done', ['enter'], 'Enter', 'that is its name', 'The name is right'),
  name('rub-out', ['backspace'], 'Backspace', null, 'Take away the last letter'),
  name('clear', ['ctrl-u'], 'Ctrl-U', 'clears the line', 'Clear the line'),
  name('offer', ['tab'], 'Tab', null, 'On an empty line: the proposed name again'),
  name('cancel', ['escape'], 'Esc', 'goes back', 'Give no name'),
  ask('yes', ['y', 'Y'], 'y', 'yes', 'Yes'),
  ask('save', ['s'], 's', null, 'Before quitting: save first'),
  ask('no', ['n', 'N', 'escape'], 'n', 'no', 'No'),
  cover('done', ['enter'], 'Enter', 'goes on', 'The keyboard is in the right hands'),
  cover('quit', ['q'], 'q', 'quit', 'Quit'),
  pass('next', ['right', 'l', 'down', 'j', 'tab'], '→ l', 'party', 'The next party'),
  pass('previous', ['left', 'h', 'up', 'k', 'shift-tab'], '← h', null, 'The party before'),
  pass('done', ['enter'], 'Enter', 'hands the keyboard on', 'Hand the keyboard on'),
  pass('cancel', ['escape', 'q'], 'Esc', 'goes back', 'Keep the keyboard'),
];

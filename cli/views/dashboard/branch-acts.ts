/** What is done with branches, and with the whole run: begin, go to, remove, hold side by side; another seed, another scenario. */
import { plain } from '../../../engine/record/plain.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import * as names from '../plain/names.ts';
import { Branches } from './branches.ts';
import { look } from './choosing.ts';
import type { Walkers } from './history.ts';
import { Onlooker } from './onlooker.ts';
import type { Source } from './outlook/source.ts';
import type { Sitting } from './sitting.ts';
import { spokenBrief } from './speaking.ts';
import { FIRST } from './ui.ts';

/** A branch begins at the moment shown, and is shown. */
export function grow<Saved>(at: Sitting<Saved>, name: string): void {
  const parent = at.history;
  const branch = at.branches.fork(name);
  at.board?.forked(parent, branch.history);
  at.onlooker.forget(branch.history.head.choices);
}

export function fork<Saved>(at: Sitting<Saved>, name: string): void {
  const from = at.branches.current.name;
  grow(at, name);
  at.say(`You are in the branch “${plain(at.branches.current.name)}”, which begins here. Until you decide something it goes as “${plain(from)}” does: the luck is the same.`);
}

export function go<Saved>(at: Sitting<Saved>, id: number): void {
  const from = at.branches.current.id;
  at.branches.go(id);
  if (at.ui.mode.kind === 'beside') at.ui = { ...at.ui, mode: { kind: 'beside', other: from, from: 0 } };
  at.arrive();
  at.say(`The branch “${plain(at.branches.current.name)}”.`);
}

export function remove<Saved>(at: Sitting<Saved>, id: number): void {
  const name = at.branches.find(id)?.name ?? '';
  at.branches.remove(id);
  at.arrive();
  at.say(`“${plain(name)}” is removed. This is “${plain(at.branches.current.name)}”.`);
}

/** The other is brought to the moment shown, and both are seen. */
export function beside<Saved>(at: Sitting<Saved>, id: number): void {
  const other = at.branches.find(id);
  if (other === undefined) return;
  other.history.playTo(at.history.at);
  at.ui = { ...at.ui, welcome: false, mode: { kind: 'beside', other: id, from: 0 } };
}

export function begin<Saved>(at: Sitting<Saved>, seed: string): void {
  at.branches = new Branches(at.walkers, seed);
  at.board?.clear();
  at.left = new Set();
  at.arrive();
  at.say(`The same scenario under seed ${seed}, from the start.`);
}

/** Every branch is played again on another scenario, with its choices to where it was. Gives the choices that no longer fit, in words; they are dropped. */
export function swap<Saved>(at: Sitting<Saved>, scenario: Scenario, walkers: Walkers<Saved>, source: Source<Saved> | null): readonly string[] {
  const before = at.scenario;
  const stays = (party: string): boolean => names.partyOf(scenario, party) !== undefined;
  at.scenario = scenario;
  at.walkers = walkers;
  const lost = at.branches.replay(walkers);
  at.onlooker = new Onlooker(scenario, at.onlooker.people.filter(stays), at.history.head.choices);
  void at.board?.end();
  at.board = at.boardOn(source);
  at.ui = { ...look(at.ui), playing: false, party: 0, following: true, line: FIRST.line, sits: at.ui.sits.filter(stays) };
  at.left = new Set();
  at.arrive();
  return lost.map((choice) => spokenBrief(before, choice));
}

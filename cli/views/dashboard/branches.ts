/**
 * The branches of a sitting: a tree of runs under one seed. A branch begins at a moment of another and leads elsewhere, by what a person
 * decides in it; all draw the same luck by name and round, so what differs between two of them comes from what was decided.
 */
import type { Choice } from '../../../engine/record/record.ts';
import { momentOf } from '../../../engine/run/choices.ts';
import type { Id } from '../../../engine/vocabulary.ts';
import { History } from './history.ts';
import type { Walkers } from './history.ts';

export interface Branch<Saved> {
  readonly id: number;
  readonly name: string;
  readonly parent: number | null;
  readonly history: History<Saved>;
  /** The round in which it left its parent; null for the trunk. */
  readonly from: number | null;
  /** Its choices as they are in a file, or as it began. */
  readonly saved: string;
}

/** A line of the tree, as a picture and a reducer need it. */
export interface BranchLine {
  readonly id: number;
  readonly name: string;
  /** The strokes before the name. */
  readonly strokes: string;
  readonly from: number | null;
  readonly round: number;
  /** Its end, once it has been played to it. */
  readonly outcome: Id | null;
  /** What a person decided in it, after it left its parent. */
  readonly decided: readonly Choice[];
  readonly current: boolean;
  readonly unsaved: boolean;
  /** The one that is held beside the present one unless told otherwise: its parent, or for the trunk the branch begun last. */
  readonly beside: boolean;
}

const TRUNK = 'main';

export class Branches<Saved> {
  #all: Branch<Saved>[];
  #current = 1;
  #next = 2;

  constructor(walkers: Walkers<Saved>, seed: string, choices: readonly Choice[] = []) {
    const history = new History(walkers, seed, choices);
    this.#all = [{ id: 1, name: TRUNK, parent: null, history, from: null, saved: told(history) }];
  }

  get current(): Branch<Saved> { return this.find(this.#current) ?? this.#all[0]; }
  get count(): number { return this.#all.length; }
  find(id: number): Branch<Saved> | undefined { return this.#all.find((one) => one.id === id); }
  /** How many hold what is in no file. */
  get unsaved(): number { return this.#all.filter((one) => told(one.history) !== one.saved).length; }

  /** Begins a branch at the moment shown, and goes there. */
  fork(name: string): Branch<Saved> {
    const parent = this.current;
    const branch: Branch<Saved> = { id: this.#next, name: this.#unlike(name), parent: parent.id, history: parent.history.fork(), from: Math.max(1, roundAhead(parent.history)), saved: told(parent.history) };
    this.#next += 1;
    this.#all = [...this.#all, branch];
    this.#current = branch.id;
    return branch;
  }

  go(id: number): void { if (this.find(id) !== undefined) this.#current = id; }

  rename(id: number, name: string): void {
    this.#all = this.#all.map((one) => (one.id === id ? { ...one, name: one.name === name ? name : this.#unlike(name) } : one));
  }

  markSaved(): void {
    const { id, history } = this.current;
    this.#all = this.#all.map((one) => (one.id === id ? { ...one, saved: told(history) } : one));
  }

  /** Takes a branch away; those that began on it hang on its parent then. One always stays. */
  remove(id: number): void {
    const gone = this.find(id);
    if (gone === undefined || this.#all.length === 1) return;
    const heir = gone.parent ?? this.#all.find((one) => one.parent === id)?.id ?? null;
    this.#all = this.#all.filter((one) => one.id !== id).map((one) => (one.parent !== id ? one : one.id === heir ? { ...one, parent: null, from: null } : { ...one, parent: heir }));
    if (this.#current === id) this.#current = heir ?? this.#all[0].id;
  }

  /** All, in the order of the tree. */
  lines(): readonly BranchLine[] {
    const current = this.current;
    const beside = current.parent ?? this.#all.filter((one) => one.id !== current.id).at(-1)?.id ?? null;
    const lines: BranchLine[] = [];
    const draw = (one: Branch<Saved>, strokes: string, below: string): void => {
      const { head, records, ended } = one.history;
      const end = records.at(-1);
      const parent = one.parent === null ? undefined : this.find(one.parent);
      lines.push({
        id: one.id, name: one.name, strokes, from: one.from, round: one.history.roundAt(one.history.last),
        outcome: ended && end?.kind === 'ended' ? end.outcome : null,
        decided: parent === undefined ? head.choices : lacking(head.choices, parent.history.head.choices),
        current: one.id === current.id, unsaved: told(one.history) !== one.saved, beside: one.id === beside,
      });
      const children = this.#all.filter((child) => child.parent === one.id);
      children.forEach((child, at) => {
        const last = at === children.length - 1;
        draw(child, `${below}${last ? '└─ ' : '├─ '}`, `${below}${last ? '   ' : '│  '}`);
      });
    };
    for (const one of this.#all) if (one.parent === null) draw(one, '', '');
    return lines;
  }

  /** All with other walkers: the same choices to the same moments, as far as they fit. Gives the choices that did not. */
  replay(walkers: Walkers<Saved>): readonly Choice[] {
    const lost: Choice[] = [];
    this.#all = this.#all.map((one) => {
      const { seed, choices } = one.history.head;
      const history = new History(walkers, seed);
      for (const choice of choices) if (history.choose(choice) !== null && !lost.some((other) => same(other, choice))) lost.push(choice);
      history.playTo(one.history.last);
      history.show(one.history.at);
      return { ...one, history };
    });
    return lost;
  }

  #unlike(name: string): string {
    for (let count = 1; ; count += 1) {
      const text = count === 1 ? name : `${name} (${count})`;
      if (this.#all.every((one) => one.name !== text)) return text;
    }
  }
}

/** The round of the phase that comes next. */
function roundAhead<Saved>(history: History<Saved>): number {
  const { round, phase, nextPhase } = history.look;
  return phase !== null && nextPhase === 'news' ? round + 1 : round;
}

const told = <Saved>(history: History<Saved>): string => JSON.stringify(history.head.choices);
const same = (a: Choice, b: Choice): boolean => JSON.stringify(a) === JSON.stringify(b);
/** Choices of the one that the other does not have. */
export const lacking = (of: readonly Choice[], other: readonly Choice[]): readonly Choice[] => of.filter((one) => !other.some((each) => same(one, each)));

/** The last moment up to which two runs of one seed are the same; null: they nowhere part. */
export function parting<Saved>(a: History<Saved>, b: History<Saved>): number | null {
  const [one, other] = [a.head.choices, b.head.choices];
  const differing = [...lacking(one, other), ...lacking(other, one)].map(momentOf);
  return differing.length === 0 ? null : Math.min(...differing);
}

/**
 * A run that can be walked back and forth. Every phase played is a moment; a moment is remembered as two numbers, and
 * what it looked like is kept for the recent ones and played again for the rest: the same seed gives the same run.
 */
import type { Choice, RunHead, RunRecord } from '../../../engine/record/record.ts';
import type { Look, TextLook } from '../../../engine/run/look.ts';
import type { Terms } from '../../../engine/vocabulary.ts';

/** What this view needs of a stepper. `Saved` is whatever `save` gives and `restore` takes. */
export interface Walker<Saved> {
  readonly head: RunHead;
  readonly ended: boolean;
  readonly records: readonly RunRecord[];
  look(): Look;
  phase(): readonly RunRecord[];
  choose(choice: Choice): string | null;
  /** How everybody would stand to a package of the present stage. */
  weigh(terms: Terms): TextLook;
  /** The moment without its records, which are held once, by the history. */
  save(): Saved;
}
export interface Walkers<Saved> {
  open(seed: string): Walker<Saved>;
  /** @param records all up to that moment */
  restore(saved: Saved, records: readonly RunRecord[]): Walker<Saved>;
}

/** Looks kept; a look is some tens of kilobytes. */
const LOOKS = 240;
/** How many moments before one that had to be played again are kept with it. */
const NEARBY = 24;
/** Saved states kept; past it every second one goes, so the distance to play again grows slowly. */
const SAVES = 32;

interface Moment { readonly round: number; /** how many records there were */ readonly records: number }

export class History<Saved> {
  readonly #walkers: Walkers<Saved>;
  #live: Walker<Saved>;
  #moments: Moment[] = [];
  #at = 0;
  readonly #looks = new Map<number, Look>();
  #saves = new Map<number, Saved>();
  #choices: { readonly at: number; readonly choice: Choice }[] = [];
  #lastRoundSaved = -1;

  /** @param from a run that this one goes on from, at the moment that it shows; both then stand for themselves */
  constructor(walkers: Walkers<Saved>, seed: string, choices: readonly Choice[] = [], from: History<Saved> | null = null) {
    this.#walkers = walkers;
    if (from === null) {
      this.#live = walkers.open(seed);
      for (const choice of choices) this.#live.choose(choice);
      this.#remember();
      return;
    }
    const at = from.#at;
    this.#live = from.#copy();
    this.#at = at;
    this.#moments = from.#moments.slice(0, at + 1);
    this.#choices = from.#choices.filter((made) => made.at <= at);
    for (const [moment, look] of from.#looks) if (moment <= at) this.#looks.set(moment, look);
    this.#saves = new Map([...from.#saves].filter(([moment]) => moment <= at));
    this.#lastRoundSaved = from.#at < from.last ? this.roundAt([...this.#saves.keys()].at(-1) ?? 0) : from.#lastRoundSaved;
  }

  /** A branch: the same run up to the moment shown, to be led elsewhere. */
  fork(): History<Saved> { return new History(this.#walkers, this.head.seed, [], this); }

  /** The moment shown, from 0, and the last one played. */
  get at(): number { return this.#at; }
  get last(): number { return this.#moments.length - 1; }
  get ended(): boolean { return this.#live.ended; }
  get head(): RunHead { return this.#live.head; }
  /** Everything played so far, past the moment shown too. */
  get records(): readonly RunRecord[] { return this.#live.records; }
  get look(): Look { return this.lookAt(this.#at); }

  recordsAt(at: number): number { return this.#moments[at]?.records ?? 0; }
  roundAt(at: number): number { return this.#moments[at]?.round ?? 0; }

  lookAt(at: number): Look {
    const had = this.#looks.get(at);
    if (had !== undefined) return had;
    // Who looks back goes on looking back: the moments before it are kept on the way.
    const look = this.#walkTo(at, (here, walker) => {
      if (at - here < NEARBY && !this.#looks.has(here)) this.#keep(here, walker.look());
    }).look();
    this.#keep(at, look);
    return look;
  }

  /** Shows an earlier or later moment of those played. */
  show(at: number): void {
    this.#at = Math.max(0, Math.min(this.last, at));
  }

  /** One phase on: over what happened, or a new one. False when the run has ended and its end is shown. */
  forward(): boolean {
    if (this.#at < this.last) {
      this.#at += 1;
      return true;
    }
    if (this.#live.ended) return false;
    this.#live.phase();
    this.#at += 1;
    this.#remember();
    return true;
  }

  /** To the end of the round that the next phase belongs to, or until `forward` stops. */
  forwardRound(forward: () => boolean = () => this.forward()): boolean {
    if (!forward()) return false;
    const round = this.roundAt(this.#at);
    while (this.look.nextPhase !== null && this.#nextRound() === round && forward());
    return true;
  }

  /** To a moment, played up to it if need be; or to the end, where that comes first. */
  playTo(at: number): void {
    this.show(at);
    while (this.#at < at && this.forward());
  }

  toEnd(forward: () => boolean = () => this.forward()): void {
    this.#at = this.last;
    while (forward());
  }

  /** To where the round shown began; from a beginning, to that of the round before. */
  backRound(): void {
    const round = this.roundAt(this.#at);
    let at = Math.max(0, this.#at - 1);
    while (at > 0 && this.roundAt(at) === round) at -= 1;
    this.#at = at;
  }

  /** What the next phase would bring, on a copy: records alone. */
  peek(): readonly RunRecord[] {
    const walker = this.#copy();
    return walker.ended ? [] : walker.phase();
  }

  weigh(terms: Terms): TextLook {
    return (this.#at < this.last ? this.#copy() : this.#live).weigh(terms);
  }

  /** The moments whose state is kept, oldest first: about one a round. */
  get savedMoments(): readonly number[] { return [...this.#saves.keys()]; }

  /** A moment as data, from which it can be played on: with the choices made up to it. */
  savedAt(at: number): Saved {
    return at === this.last ? this.#live.save() : this.#saves.get(at) ?? this.#walkTo(at).save();
  }

  /** A walker of its own at the moment shown. */
  #copy(): Walker<Saved> {
    return this.#at < this.last ? this.#walkTo(this.#at) : this.#walkers.restore(this.#live.save(), this.#live.records);
  }

  /** A person's move at the moment shown. What was played after it is forgotten. Null when taken, else why not. */
  choose(choice: Choice): string | null {
    const walker = this.#at < this.last ? this.#walkTo(this.#at) : this.#live;
    const refused = walker.choose(choice);
    if (refused !== null) return refused;
    this.#live = walker;
    this.#moments.length = this.#at + 1;
    this.#choices = [...this.#choices.filter((made) => made.at <= this.#at), { at: this.#at, choice }];
    for (const at of this.#looks.keys()) if (at >= this.#at) this.#looks.delete(at);
    for (const at of this.#saves.keys()) if (at > this.#at) this.#saves.delete(at);
    // The state now holds the choice; whoever plays again from here needs it.
    if (this.#saves.has(this.#at)) this.#saves.set(this.#at, walker.save());
    this.#keep(this.#at, walker.look());
    return null;
  }

  /** The round of the phase that would be played next. */
  #nextRound(): number {
    if (this.#at < this.last) return this.roundAt(this.#at + 1);
    const look = this.look;
    return look.phase !== null && look.nextPhase === 'news' ? look.round + 1 : look.round;
  }

  #remember(): void {
    const look = this.#live.look();
    const at = this.#moments.length;
    this.#moments.push({ round: look.round, records: this.#live.records.length });
    this.#at = at;
    this.#keep(at, look);
    if (look.round === this.#lastRoundSaved) return;
    this.#lastRoundSaved = look.round;
    this.#saves.set(at, this.#live.save());
    if (this.#saves.size > SAVES) this.#saves = new Map([...this.#saves].filter((_, index) => index % 2 === 0));
  }

  #keep(at: number, look: Look): void {
    this.#looks.set(at, look);
    if (this.#looks.size <= LOOKS) return;
    const oldest = this.#looks.keys().next().value;
    if (oldest !== undefined) this.#looks.delete(oldest);
  }

  /** A walker of its own that stands at a moment: from the nearest saved state before it, with the choices made since. */
  #walkTo(at: number, passing: (here: number, walker: Walker<Saved>) => void = () => undefined): Walker<Saved> {
    let from = 0;
    for (const saved of this.#saves.keys()) if (saved <= at && saved > from) from = saved;
    const saved = this.#saves.get(from);
    if (saved === undefined) throw new Error('the beginning of a run is always kept');
    const walker = this.#walkers.restore(saved, this.records.slice(0, this.recordsAt(from)));
    for (let here = from; here < at; here += 1) {
      if (here > from) for (const made of this.#choices) if (made.at === here) walker.choose(made.choice);
      passing(here, walker);
      walker.phase();
    }
    if (at > from) for (const made of this.#choices) if (made.at === at) walker.choose(made.choice);
    return walker;
  }
}

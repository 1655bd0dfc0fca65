/**
 * A sitting at the screen, from outside: keys go in, a view comes out. It knows no terminal and no files; what it cannot do itself it asks of
 * `Outside`. With people in seats it stops where one of them is asked, and shows only what the one who has the keyboard may know.
 */
import { plain } from '../../../engine/record/plain.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { jsonLine } from '../../json.ts';
import { begin, beside, fork, go, remove, swap } from './branch-acts.ts';
import type { Key } from './decode.ts';
import type { Walkers } from './history.ts';
import { anotherSeed } from './naming.ts';
import type { Source } from './outlook/source.ts';
import { choose, goOn, sit, uncover } from './questions.ts';
import { reduce } from './reducer.ts';
import { Sitting } from './sitting.ts';
import type { Start } from './sitting.ts';
import { both, goTo, step } from './stepping.ts';
import { askNext } from './turns.ts';
import type { Facts, Todo } from './ui.ts';
import type { View } from './view.ts';

export type Saving = { readonly kind: 'saved'; readonly shown: string } | { readonly kind: 'exists' } | { readonly kind: 'failed'; readonly why: string };

export interface Outside {
  /** Writes a file whole or not at all; never over another unless told so. */
  readonly save: (name: string, text: string, over: boolean) => Saving;
  /** The command that plays a saved run again. */
  readonly replay: (file: string) => string;
  readonly suspend: () => void;
  /** Has the scenario's file edited; what comes of it is told by `swap` and `say`. */
  readonly edit: () => void;
  readonly redraw: () => void;
  readonly quit: (code: number) => void;
}

export class Session<Saved> {
  readonly #at: Sitting<Saved>;
  readonly #outside: Outside;

  constructor(scenario: Scenario, walkers: Walkers<Saved>, start: Start, outside: Outside, source: Source<Saved> | null = null) {
    this.#at = new Sitting(scenario, walkers, start, source);
    this.#outside = outside;
  }

  get playing(): boolean { return this.#at.ui.playing; }
  get pace(): number { return this.#at.ui.pace; }

  resize(columns: number, rows: number): void {
    this.#at.columns = columns;
    this.#at.rows = rows;
  }

  /** Keys in the order in which they were typed; the picture need be drawn only once after them. */
  press(keys: readonly Key[]): void {
    for (const key of keys) {
      const next = reduce(this.#at.ui, key, this.#at.facts());
      if (this.#at.ui.outlook && !next.ui.outlook) this.#at.board?.rest();
      this.#at.ui = next.ui;
      if (next.todo !== null) this.#carryOut(next.todo);
    }
  }

  /** While playing: on to the next phase that has something to tell, a round at most. */
  tick(): void {
    if (!this.playing) return;
    step(this.#at, 'telling');
    const { history } = this.#at;
    if (history.ended && history.at === history.last) this.#at.ui = { ...this.#at.ui, playing: false };
  }

  view(): View { return this.#at.view(); }

  facts(): Facts { return this.#at.facts(); }

  /** Has runs played from the moment shown; `news` when the picture may have changed. To be called when no key waits. */
  lookAhead(news: () => void): void {
    const { other, board, ui, history, since } = this.#at;
    if (other !== undefined) board?.followPair(history, other.history, news);
    else if (ui.outlook) board?.follow(history, since, news);
  }

  /**
   * The same sitting on another scenario, as after its file was edited: every branch is played again with its choices to where it was.
   * Gives the choices that no longer fit, in words; they are dropped.
   */
  swap(scenario: Scenario, walkers: Walkers<Saved>, source: Source<Saved> | null = null): readonly string[] {
    return swap(this.#at, scenario, walkers, source);
  }

  /** Something the person should read: in the line above the help, until the next key. */
  say(said: string): void { this.#at.say(said); }

  /** Nothing is played any more. */
  async close(): Promise<void> { await this.#at.board?.end(); }

  #carryOut(todo: Todo): void {
    const at = this.#at;
    const { round } = at.history.look;
    switch (todo.kind) {
      case 'quit': return this.#outside.quit(todo.code);
      case 'suspend': return this.#outside.suspend();
      case 'edit': return this.#outside.edit();
      case 'redraw': return this.#outside.redraw();
      case 'save': return this.#save(todo.name, todo.over);
      case 'another-seed': return begin(at, anotherSeed(at.history.head.seed));
      case 'go-to': return goTo(at, todo.round);
      case 'branch': return fork(at, todo.name);
      case 'go': return go(at, todo.branch);
      case 'rename': return at.branches.rename(todo.branch, todo.name);
      case 'remove': return remove(at, todo.branch);
      case 'beside': return beside(at, todo.other);
      case 'both': return both(at, todo.step, todo.other);
      case 'sit': return sit(at, todo.party);
      case 'ask': askNext(at); return;
      case 'uncover': return uncover(at, todo.party);
      case 'leave-it':
        at.left.add(at.leftKey(todo.asked));
        return goOn(at);
      case 'answer': return choose(at, { kind: 'answer', round, party: todo.party, answer: todo.answer });
      case 'vote': return choose(at, { kind: 'vote', round, party: todo.party, yes: todo.yes });
      case 'text': return choose(at, { kind: 'text', round, terms: todo.terms, ...(todo.asked.offer ? { party: todo.asked.party } : {}) });
      case 'event': return choose(at, { kind: 'event', round: round + 1, event: todo.event, happens: todo.happens });
      case 'lever': return choose(at, { kind: 'lever', round: round + 1, lever: todo.lever, value: todo.value });
      default: return step(at, todo.kind);
    }
  }

  #save(name: string, over: boolean): void {
    const at = this.#at;
    const { head, records } = at.history;
    const saving = this.#outside.save(name, `${[head, ...records].map(jsonLine).join('\n')}\n`, over);
    if (saving.kind === 'exists') {
      at.ui = { ...at.ui, mode: { kind: 'ask', question: 'overwrite', name } };
      return;
    }
    if (saving.kind === 'failed') return at.say(saving.why);
    at.branches.markSaved();
    const which = at.branches.count > 1 ? `: the branch “${plain(at.branches.current.name)}”` : '';
    const all = at.onlooker.people.length === 0 ? '' : ' The file holds everything, also what your seat does not show.';
    at.say(`Saved${which}. To play it again: ${this.#outside.replay(saving.shown)}${all}`);
  }
}

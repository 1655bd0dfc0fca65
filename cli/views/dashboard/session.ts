/**
 * A sitting at the screen: the run walked through, the screen's state, and what a key does to both. It knows no terminal
 * and no files; what it cannot do itself it asks of `Outside`. With people in seats it stops where one of them is asked,
 * and shows only what the one who has the keyboard may know.
 */
import type { Choice } from '../../../engine/record/record.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { PHASES } from '../../../engine/vocabulary.ts';
import type { Id } from '../../../engine/vocabulary.ts';
import { jsonLine } from '../../json.ts';
import type { Asked } from './asked.ts';
import { ask } from './choosing.ts';
import type { Key } from './decode.ts';
import { spokenWords } from './speaking.ts';
import { History } from './history.ts';
import type { Walkers } from './history.ts';
import { tellingCell } from './lines.ts';
import { lineCounts, scrollEnd } from './picture.ts';
import { Onlooker } from './onlooker.ts';
import { Board } from './outlook/board.ts';
import type { Source } from './outlook/source.ts';
import { reduce } from './reducer.ts';
import { FIRST } from './ui.ts';
import type { Facts, Todo, Ui } from './ui.ts';
import type { View } from './view.ts';

export type Saving = { readonly kind: 'saved'; readonly shown: string } | { readonly kind: 'exists' } | { readonly kind: 'failed'; readonly why: string };

export interface Outside {
  /** Writes a file whole or not at all; never over another unless told so. */
  readonly save: (name: string, text: string, over: boolean) => Saving;
  /** The command that plays a saved run again. */
  readonly replay: (file: string) => string;
  readonly suspend: () => void;
  readonly redraw: () => void;
  readonly quit: (code: number) => void;
}

export interface Start {
  readonly seed: string;
  readonly choices: readonly Choice[];
  /** Parties that people sit for; without any an analyst looks. */
  readonly people?: readonly Id[];
  readonly columns: number;
  readonly rows: number;
}

type Step = 'phase' | 'round' | 'back' | 'back-round' | 'forward' | 'start' | 'end';

export class Session<Saved> {
  readonly #scenario: Scenario;
  readonly #walkers: Walkers<Saved>;
  readonly #outside: Outside;
  readonly #onlooker: Onlooker<Saved>;
  readonly #board: Board<Saved> | null;
  #history: History<Saved>;
  #ui: Ui = FIRST;
  #columns: number;
  #rows: number;
  /** The moment that the signs of change compare with; null at the start. */
  #since: number | null = null;
  #choicesSaved: number;
  /** Whom the model speaks for this once, by moment. */
  #left = new Set<string>();

  constructor(scenario: Scenario, walkers: Walkers<Saved>, start: Start, outside: Outside, source: Source<Saved> | null = null) {
    this.#scenario = scenario;
    this.#walkers = walkers;
    this.#outside = outside;
    this.#history = new History(walkers, start.seed, start.choices);
    this.#choicesSaved = this.#history.head.choices.length;
    this.#onlooker = new Onlooker(scenario, start.people ?? [], this.#history.head.choices);
    // What is ahead, also of others' hidden red lines, is not for a seat.
    this.#board = source === null || this.#onlooker.people.length > 0 ? null : new Board(source);
    this.#columns = start.columns;
    this.#rows = start.rows;
  }

  get playing(): boolean { return this.#ui.playing; }
  get pace(): number { return this.#ui.pace; }

  resize(columns: number, rows: number): void {
    this.#columns = columns;
    this.#rows = rows;
  }

  /** Keys in the order in which they were typed; the picture need be drawn only once after them. */
  press(keys: readonly Key[]): void {
    for (const key of keys) {
      const next = reduce(this.#ui, key, this.#facts());
      if (this.#ui.outlook && !next.ui.outlook) this.#board?.rest();
      this.#ui = next.ui;
      if (next.todo !== null) this.#carryOut(next.todo);
    }
  }

  /** While playing: on to the next phase that has something to tell, a round at most. */
  tick(): void {
    if (!this.#ui.playing) return;
    this.#step('telling');
    if (this.#history.ended && this.#history.at === this.#history.last) this.#ui = { ...this.#ui, playing: false };
  }

  view(): View {
    return this.#onlooker.view(this.#history, { ui: this.#ui, columns: this.#columns, rows: this.#rows, since: this.#since, outlook: this.#outlook() });
  }

  #outlook(): View['outlook'] {
    if (this.#board === null || !this.#ui.outlook) return null;
    const end = this.#history.at === this.#history.last ? this.#history.records.at(-1) : undefined;
    return this.#board.view(this.#history, this.#since, end?.kind === 'ended' ? end : null);
  }

  /** Has runs played from the moment shown; `news` when the picture may have changed. To be called when no key waits. */
  lookAhead(news: () => void): void {
    if (this.#ui.outlook) this.#board?.follow(this.#history, this.#since, news);
  }

  /** Nothing is played any more. */
  async close(): Promise<void> { await this.#board?.end(); }

  #facts(): Facts {
    const view = this.view();
    const history = this.#history;
    const text = history.look.text;
    return {
      lines: lineCounts(view),
      parties: this.#scenario.parties.length,
      page: Math.max(1, this.#rows - 12),
      scrollEnd: scrollEnd(view),
      ended: history.ended,
      latest: history.at === history.last,
      atStart: history.at === 0,
      unsaved: history.head.choices.length > this.#choicesSaved,
      seats: view.seats,
      people: this.#onlooker.people,
      issues: (this.#scenario.stages.find((stage) => stage.id === history.look.stage)?.issues ?? []).map((id) => {
        const issue = this.#scenario.issues.find((one) => one.id === id);
        return { issue: id, options: issue?.options.map((option) => option.id) ?? [], now: text?.terms[id] ?? history.look.lastText?.terms[id] ?? history.look.inForce[id] ?? issue?.standing ?? '' };
      }),
      events: this.#scenario.events.map((event) => event.id),
      levers: this.#scenario.levers.map((lever) => ({ lever: lever.id, value: history.look.levers[lever.id] ?? lever.value, range: lever.range })),
      fileName: `${this.#scenario.id}-seed${history.head.seed.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 60)}${history.head.run === 1 ? '' : `-run${history.head.run}`}.run.jsonl`,
    };
  }

  #carryOut(todo: Todo): void {
    const round = this.#history.look.round;
    switch (todo.kind) {
      case 'quit': return this.#outside.quit(todo.code);
      case 'suspend': return this.#outside.suspend();
      case 'redraw': return this.#outside.redraw();
      case 'save': return this.#save(todo.name, todo.over);
      case 'another-seed': return this.#begin(anotherSeed(this.#history.head.seed));
      case 'ask': this.#ask(); return;
      case 'uncover': return this.#uncover(todo.party);
      case 'leave-it':
        this.#left.add(this.#leftKey(todo.asked));
        return this.#goOn();
      case 'answer': return this.#choose({ kind: 'answer', round, party: todo.party, answer: todo.answer });
      case 'vote': return this.#choose({ kind: 'vote', round, party: todo.party, yes: todo.yes });
      case 'text': return this.#choose({ kind: 'text', round, terms: todo.terms, ...(todo.asked.offer ? { party: todo.asked.party } : {}) });
      case 'event': return this.#choose({ kind: 'event', round: round + 1, event: todo.event, happens: todo.happens });
      case 'lever': return this.#choose({ kind: 'lever', round: round + 1, lever: todo.lever, value: todo.value });
      default: return this.#step(todo.kind);
    }
  }

  #step(kind: 'telling' | Step): void {
    const history = this.#history;
    const from = history.at;
    // Of people in seats the screen waits for what they say.
    const forward = (): boolean => (history.at === history.last && this.#ask() ? false : history.forward());
    switch (kind) {
      case 'phase': forward(); break;
      case 'forward': history.forward(); break;
      case 'round': history.forwardRound(forward); break;
      case 'telling': {
        const before = this.#onlooker.told(history, from);
        for (let phase = 0; phase < PHASES.length && forward() && this.#onlooker.told(history, history.at) === before; phase += 1);
        break;
      }
      case 'end': history.toEnd(forward); break;
      case 'back': history.show(from - 1); break;
      case 'back-round': history.backRound(); break;
      case 'start': history.show(0); break;
    }
    // Going back, or far ahead, a moment shows what was new in it.
    if (history.at !== from) this.#since = history.at > from && kind !== 'end' ? from : history.at === 0 ? null : history.at - 1;
    this.#follow();
  }

  /** The selected cell goes to what stands most in the way, as far as the one who looks may know. */
  #follow(): void {
    if (!this.#ui.following) return;
    const look = this.#onlooker.look(this.#history, this.#ui);
    const cell = tellingCell({ scenario: this.#scenario, look });
    const own = look.parties.findIndex((party) => party.party === this.#onlooker.viewer(this.#ui));
    if (cell !== null) this.#ui = { ...this.#ui, party: cell.party, line: { ...this.#ui.line, text: cell.line } };
    else if (own >= 0) this.#ui = { ...this.#ui, party: own };
  }

  #leftKey(asked: Asked): string { return `${this.#history.at} ${asked.party} ${asked.kind}`; }

  /** Puts the next open question of this moment to the one who sits for the party. False: there is none. */
  #ask(): boolean {
    if (this.#onlooker.people.length === 0 || this.#history.at < this.#history.last) return false;
    const asked = this.#onlooker.seats(this.#history).find((one) => !this.#left.has(this.#leftKey(one)));
    if (asked === undefined) return false;
    this.#ui = { ...this.#ui, playing: false, welcome: false };
    if (this.#onlooker.people.length > 1 && this.#ui.holder !== asked.party) {
      this.#cover(asked.party);
      return true;
    }
    const own = this.#history.look.parties.findIndex((party) => party.party === asked.party);
    this.#ui = ask({ ...this.#ui, pane: 'text', party: own }, asked, this.#facts());
    return true;
  }

  /** Nothing of the one before is left on the screen, not even what was selected. */
  #cover(party: Id | null): void {
    this.#ui = { ...FIRST, pace: this.#ui.pace, welcome: false, mode: { kind: 'cover', party } };
  }

  /** The keyboard is where it should be: the party sees its own, and is asked if it is its turn; or all have answered, and the phase is played. */
  #uncover(waiting: Id | null): void {
    if (waiting === null) {
      this.#step('phase');
      return;
    }
    this.#ui = { ...this.#ui, holder: waiting };
    if (this.#history.at === this.#history.last && this.#onlooker.seats(this.#history).some((one) => one.party === waiting && !this.#left.has(this.#leftKey(one)))) this.#ask();
    else this.#follow();
  }

  #choose(choice: Choice): void {
    const refused = this.#history.choose(choice);
    this.#onlooker.forget(this.#history.head.choices);
    if (refused === null) this.#board?.decided(this.#history.at);
    if (refused !== null) return this.#say(`Not possible: ${refused}`);
    if (this.#onlooker.people.length > 0) return this.#goOn();
    this.#say(spokenWords(this.#scenario, choice));
  }

  /** After a person has spoken: the next who is asked, else what comes of it. */
  #goOn(): void {
    if (this.#ask()) return;
    if (this.#onlooker.people.length > 1) return this.#cover(null);
    this.#step('phase');
  }

  #save(name: string, over: boolean): void {
    const { head, records } = this.#history;
    const saving = this.#outside.save(name, `${[head, ...records].map(jsonLine).join('\n')}\n`, over);
    if (saving.kind === 'exists') {
      this.#ui = { ...this.#ui, mode: { kind: 'ask', question: 'overwrite', name } };
      return;
    }
    if (saving.kind === 'saved') this.#choicesSaved = head.choices.length;
    const all = this.#onlooker.people.length === 0 ? '' : ' The file holds everything, also what your seat does not show.';
    this.#say(saving.kind === 'saved' ? `Saved. To play it again: ${this.#outside.replay(saving.shown)}${all}` : saving.why);
  }

  #begin(seed: string): void {
    this.#history = new History(this.#walkers, seed);
    this.#choicesSaved = this.#history.head.choices.length;
    this.#board?.clear();
    this.#since = null;
    this.#left = new Set();
    this.#onlooker.forget(this.#history.head.choices);
    this.#say(`The same scenario under seed ${seed}, from the start.`);
  }

  #say(said: string): void {
    this.#ui = { ...this.#ui, said };
  }
}

/** The next seed to try: one more for a number, else a count at its end. */
export function anotherSeed(seed: string): string {
  if (/^\d{1,15}$/.test(seed)) return String(Number(seed) + 1);
  const counted = /^(.*)-(\d{1,9})$/s.exec(seed);
  return counted === null ? `${seed}-2` : `${counted[1] ?? ''}-${Number(counted[2]) + 1}`;
}

/**
 * A sitting at the screen: the run walked through, the screen's state, and what a key does to both. It knows no terminal
 * and no files; what it cannot do itself it asks of `Outside`.
 */
import type { Choice, RunRecord } from '../../../engine/record/record.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { PHASES } from '../../../engine/vocabulary.ts';
import type { Answer, Id, Terms } from '../../../engine/vocabulary.ts';
import { jsonLine } from '../../json.ts';
import * as names from '../plain/names.ts';
import { sentence } from '../plain/sentences.ts';
import type { Key } from './decode.ts';
import { History } from './history.ts';
import type { Walkers } from './history.ts';
import { tellingCell } from './lines.ts';
import { lineCounts, scrollEnd } from './picture.ts';
import { reduce } from './reducer.ts';
import { FIRST } from './ui.ts';
import type { Facts, Todo, Ui } from './ui.ts';
import { coursesOf } from './view.ts';
import type { LogLine, View } from './view.ts';

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

export class Session<Saved> {
  readonly #scenario: Scenario;
  readonly #walkers: Walkers<Saved>;
  readonly #outside: Outside;
  #history: History<Saved>;
  #ui: Ui = FIRST;
  #columns: number;
  #rows: number;
  /** The moment that the signs of change compare with; null at the start. */
  #since: number | null = null;
  #choicesSaved: number;
  #lines: { readonly at: number; readonly line: Omit<LogLine, 'fresh'> }[] = [];
  #tellNext = 0;
  #lastText: { readonly stage: Id; readonly terms: Terms } | null = null;
  #stage: Id = '';

  constructor(scenario: Scenario, walkers: Walkers<Saved>, start: { readonly seed: string; readonly choices: readonly Choice[]; readonly columns: number; readonly rows: number }, outside: Outside) {
    this.#scenario = scenario;
    this.#walkers = walkers;
    this.#outside = outside;
    this.#history = new History(walkers, start.seed, start.choices);
    this.#choicesSaved = this.#history.head.choices.length;
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
    const history = this.#history;
    const look = history.look;
    const records = history.recordsAt(history.at);
    const since = this.#since;
    const fresh = since === null ? records : history.recordsAt(since);
    this.#tell(history.records);
    const end = history.at === history.last ? history.records[records - 1] : undefined;
    return {
      scenario: this.#scenario,
      seed: history.head.seed,
      run: history.head.run,
      look,
      before: since === null ? null : history.lookAt(since),
      log: this.#lines.filter((one) => one.at < records).map((one) => ({ ...one.line, fresh: one.at >= fresh })),
      courses: coursesOf(history.records, records),
      at: history.at,
      last: history.last,
      end: end?.kind === 'ended' ? end : null,
      seats: this.#seats(),
      ui: this.#ui,
      columns: this.#columns,
      rows: this.#rows,
    };
  }

  /** New records as sentences. */
  #tell(records: readonly RunRecord[]): void {
    for (; this.#tellNext < records.length; this.#tellNext += 1) {
      const record = records[this.#tellNext];
      if (record === undefined) continue;
      if (record.kind === 'round') this.#stage = record.stage;
      const text = sentence(record, this.#scenario, this.#lastText?.stage === this.#stage ? this.#lastText.terms : null);
      if (record.kind === 'tabled') this.#lastText = { stage: this.#stage, terms: record.terms };
      if (text !== null) this.#lines.push({ at: this.#tellNext, line: { round: record.round, text, record } });
    }
  }

  /** How many sentences there are up to a moment. */
  #told(at: number): number {
    this.#tell(this.#history.records);
    const records = this.#history.recordsAt(at);
    return this.#lines.filter((one) => one.at < records).length;
  }

  /** Signatories and performers at the table who have yet to answer the text, when the answers come next. */
  #seats(): readonly Id[] {
    const history = this.#history;
    const look = history.look;
    if (look.nextPhase !== 'answers' || look.text === null) return [];
    const said = history.head.choices.filter((choice) => choice.kind === 'answer' && choice.round === look.round);
    return look.text.verdicts
      .filter((verdict) => verdict.consents && verdict.answer === null && look.parties.some((party) => party.party === verdict.party && party.seated && party.posture === 'at-table'))
      .map((verdict) => verdict.party)
      .filter((party) => history.at < history.last || !said.some((choice) => choice.kind === 'answer' && choice.party === party));
  }

  #facts(): Facts {
    const view = this.view();
    const history = this.#history;
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
      fileName: `${this.#scenario.id}-seed${history.head.seed.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 60)}${history.head.run === 1 ? '' : `-run${history.head.run}`}.run.jsonl`,
    };
  }

  #carryOut(todo: Todo): void {
    switch (todo.kind) {
      case 'quit': return this.#outside.quit(todo.code);
      case 'suspend': return this.#outside.suspend();
      case 'redraw': return this.#outside.redraw();
      case 'save': return this.#save(todo.name, todo.over);
      case 'answer': return this.#answer(todo.party, todo.answer);
      case 'another-seed': return this.#begin(anotherSeed(this.#history.head.seed));
      default: return this.#step(todo.kind);
    }
  }

  #step(kind: 'telling' | Exclude<Todo['kind'], 'quit' | 'suspend' | 'redraw' | 'save' | 'answer' | 'another-seed'>): void {
    const history = this.#history;
    const from = history.at;
    switch (kind) {
      case 'phase':
      case 'forward': history.forward(); break;
      case 'round': history.forwardRound(); break;
      case 'telling': {
        const before = this.#told(from);
        for (let phase = 0; phase < PHASES.length && history.forward() && this.#told(history.at) === before; phase += 1);
        break;
      }
      case 'end': history.toEnd(); break;
      case 'back': history.show(from - 1); break;
      case 'back-round': history.backRound(); break;
      case 'start': history.show(0); break;
    }
    // Going back, or far ahead, a moment shows what was new in it.
    this.#since = history.at > from && kind !== 'end' ? from : history.at === 0 ? null : history.at - 1;
    if (!this.#ui.following) return;
    const cell = tellingCell({ scenario: this.#scenario, look: history.look });
    if (cell !== null) this.#ui = { ...this.#ui, party: cell.party, line: { ...this.#ui.line, text: cell.line } };
  }

  #answer(party: Id, answer: Answer): void {
    const refused = this.#history.choose({ kind: 'answer', round: this.#history.look.round, party, answer });
    this.#forgetLog();
    const who = names.party(this.#scenario, party);
    this.#say(refused === null ? `You answer for ${who}: ${{ accept: 'it accepts', refuse: 'it refuses', leave: 'it leaves the talks' }[answer]}. Space plays the answers.` : `Not possible: ${refused}`);
  }

  #save(name: string, over: boolean): void {
    const { head, records } = this.#history;
    const saving = this.#outside.save(name, `${[head, ...records].map(jsonLine).join('\n')}\n`, over);
    if (saving.kind === 'exists') {
      this.#ui = { ...this.#ui, mode: { kind: 'ask', question: 'overwrite', name } };
      return;
    }
    if (saving.kind === 'saved') this.#choicesSaved = head.choices.length;
    this.#say(saving.kind === 'saved' ? `Saved. To play it again: ${this.#outside.replay(saving.shown)}` : saving.why);
  }

  #begin(seed: string): void {
    this.#history = new History(this.#walkers, seed);
    this.#choicesSaved = this.#history.head.choices.length;
    this.#since = null;
    this.#forgetLog();
    this.#say(`The same scenario under seed ${seed}, from the start.`);
  }

  #forgetLog(): void {
    this.#lines = [];
    this.#tellNext = 0;
    this.#lastText = null;
    this.#stage = '';
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

/** What a sitting at the screen consists of, as one thing that the parts of `session.ts` work on: the branches, what the screen remembers, who looks. */
import type { Choice } from '../../../engine/record/record.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import type { Id } from '../../../engine/vocabulary.ts';
import type { Asked } from './asked.ts';
import { besideOf } from './beside.ts';
import { Branches } from './branches.ts';
import type { Branch } from './branches.ts';
import { factsOf } from './facts.ts';
import type { History, Walkers } from './history.ts';
import { tellingCell } from './lines.ts';
import { Onlooker } from './onlooker.ts';
import { Board } from './outlook/board.ts';
import type { Source } from './outlook/source.ts';
import { FIRST } from './ui.ts';
import type { Facts, Ui } from './ui.ts';
import type { View } from './view.ts';

export interface Start {
  readonly seed: string;
  readonly choices: readonly Choice[];
  /** Parties that people sit for; without any an analyst looks. */
  readonly people?: readonly Id[];
  readonly columns: number;
  readonly rows: number;
}

export class Sitting<Saved> {
  scenario: Scenario;
  walkers: Walkers<Saved>;
  branches: Branches<Saved>;
  onlooker: Onlooker<Saved>;
  board: Board<Saved> | null;
  ui: Ui = FIRST;
  columns: number;
  rows: number;
  /** The moment that the signs of change compare with; null at the start. */
  since: number | null = null;
  /** For whom the model speaks this once, by branch and moment. */
  left = new Set<string>();

  constructor(scenario: Scenario, walkers: Walkers<Saved>, start: Start, source: Source<Saved> | null) {
    this.scenario = scenario;
    this.walkers = walkers;
    this.branches = new Branches(walkers, start.seed, start.choices);
    this.onlooker = new Onlooker(scenario, start.people ?? [], this.history.head.choices);
    this.board = this.boardOn(source);
    this.columns = start.columns;
    this.rows = start.rows;
  }

  /** What is ahead, also of others' hidden red lines, is not for a seat. */
  boardOn(source: Source<Saved> | null): Board<Saved> | null { return source === null || this.onlooker.people.length > 0 ? null : new Board(source); }

  /** The run of the branch that is shown. */
  get history(): History<Saved> { return this.branches.current.history; }

  /** The branch that is held beside it, while both are shown. */
  get other(): Branch<Saved> | undefined { return this.ui.mode.kind === 'beside' ? this.branches.find(this.ui.mode.other) : undefined; }

  say(said: string): void { this.ui = { ...this.ui, said }; }

  view(): View {
    const { other, ui, columns, rows, since } = this;
    return {
      ...this.onlooker.view(this.history, { ui, columns, rows, since, outlook: this.#outlook() }),
      branches: this.branches.lines(),
      beside: other === undefined ? null : besideOf(this.scenario, this.branches.current, other, this.board),
    };
  }

  #outlook(): View['outlook'] {
    if (this.board === null || !this.ui.outlook) return null;
    const end = this.history.at === this.history.last ? this.history.records.at(-1) : undefined;
    return this.board.view(this.history, this.since, end?.kind === 'ended' ? end : null);
  }

  facts(): Facts {
    return factsOf(this.scenario, this.view(), this.history, this.branches, { page: Math.max(1, this.rows - 12), people: this.onlooker.people });
  }

  /** Another run is on the screen. */
  arrive(): void {
    this.since = this.history.at === 0 ? null : this.history.at - 1;
    this.onlooker.forget(this.history.head.choices);
    this.follow();
  }

  /** The selected cell goes to what stands most in the way, as far as the one who looks may know. */
  follow(): void {
    if (!this.ui.following) return;
    const look = this.onlooker.look(this.history, this.ui);
    const cell = tellingCell({ scenario: this.scenario, look });
    const own = look.parties.findIndex((party) => party.party === this.onlooker.viewer(this.ui));
    if (cell !== null) this.ui = { ...this.ui, party: cell.party, line: { ...this.ui.line, text: cell.line } };
    else if (own >= 0) this.ui = { ...this.ui, party: own };
  }

  leftKey(asked: Asked): string { return `${this.branches.current.id} ${this.history.at} ${asked.party} ${asked.kind}`; }
}

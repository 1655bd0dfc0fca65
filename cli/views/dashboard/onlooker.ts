/**
 * What is seen and asked at the moment shown: the `View` of an analyst or of whoever has the keyboard, and who may be
 * spoken for next. Holds nothing that could not be made again from the run; only what is costly is kept.
 */
import { seenBy, seenDraft } from '../../../engine/analysis/party-view.ts';
import type { PartyView, SeenText } from '../../../engine/analysis/party-view.ts';
import type { Choice } from '../../../engine/record/record.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import type { Id, Phase } from '../../../engine/vocabulary.ts';
import { askedIn } from './asked.ts';
import type { Asked } from './asked.ts';
import type { History } from './history.ts';
import { Teller } from './teller.ts';
import type { Ui } from './ui.ts';
import { coursesOf, votesOf } from './view.ts';
import type { View } from './view.ts';

/** Phases in which somebody speaks. */
const SPEAKING: readonly Phase[] = ['table', 'answers', 'settlement'];

/** What of the screen a view depends on. */
export interface Screen { readonly ui: Ui; readonly columns: number; readonly rows: number; /** the moment that the signs of change compare with; null at the start */ readonly since: number | null; readonly outlook: View['outlook'] }

export class Onlooker<Saved> {
  readonly people: readonly Id[];
  readonly #scenario: Scenario;
  #teller: Teller;
  #asked: { readonly key: string; readonly asked: readonly Asked[] } | null = null;
  #seen: { readonly key: string; readonly seen: PartyView } | null = null;

  constructor(scenario: Scenario, people: readonly Id[], choices: readonly Choice[]) {
    this.#scenario = scenario;
    this.people = people;
    this.#teller = new Teller(scenario, choices);
  }

  /** Whose eyes the screen has; null: an analyst's, or everybody's. */
  viewer(ui: Ui): Id | null { return this.people.length === 1 ? this.people[0] ?? null : ui.holder; }

  /** After a person has decided: what was told may be told otherwise. */
  forget(choices: readonly Choice[]): void {
    this.#asked = null;
    this.#seen = null;
    this.#teller = new Teller(this.#scenario, choices);
  }

  /** How many sentences there are up to a moment. Those that a seat does not hear count too: the pace gives away no more than that something happened. */
  told(history: History<Saved>, at: number): number {
    const records = history.recordsAt(at);
    return this.#teller.tell(history.records).filter((one) => one.at < records).length;
  }

  look(history: History<Saved>, ui: Ui): View['look'] {
    return this.people.length === 0 ? history.look : this.seen(history, history.at, ui).look;
  }

  seen(history: History<Saved>, at: number, ui: Ui): PartyView {
    const viewer = this.viewer(ui);
    const count = history.recordsAt(at);
    const make = (): PartyView => seenBy(viewer, this.#scenario, history.lookAt(at), history.records.slice(0, count));
    if (at !== history.at) return make();
    const key = `${viewer} ${at} ${count} ${history.head.seed}`;
    if (this.#seen?.key !== key) this.#seen = { key, seen: make() };
    return this.#seen.seen;
  }

  view(history: History<Saved>, { ui, columns, rows, since, outlook }: Screen): Omit<View, 'branches' | 'beside'> {
    const records = history.recordsAt(history.at);
    const fresh = since === null ? records : history.recordsAt(since);
    const seen = this.people.length === 0 ? null : this.seen(history, history.at, ui);
    const told = seen === null ? this.#teller.tell(history.records).filter((one) => one.at < records) : new Teller(seen.scenario, history.head.choices).tell(seen.records);
    const end = history.at === history.last ? history.records[records - 1] : undefined;
    const peace = end?.kind === 'ended' ? history.records.findLast((record) => record.kind === 'peace') : undefined;
    const look = seen?.look ?? history.look;
    const text = this.#textInHand(history, look, ui);
    return {
      scenario: seen?.scenario ?? this.#scenario,
      seed: history.head.seed,
      run: history.head.run,
      look: text === null ? look : { ...look, text },
      before: since === null ? null : seen === null ? history.lookAt(since) : this.seen(history, since, ui).look,
      log: told.map((one) => ({ ...one.line, fresh: one.at >= fresh })),
      courses: coursesOf(seen?.records ?? history.records, records),
      at: history.at,
      last: history.last,
      end: end?.kind === 'ended' ? end : null,
      peace: peace?.kind === 'peace' ? peace : null,
      votes: votesOf(this.#scenario, history.records, records),
      seats: this.seats(history),
      people: this.people,
      viewer: this.viewer(ui),
      ahead: history.head.choices.filter((choice) => (choice.kind === 'event' || choice.kind === 'lever') && choice.round === history.look.round + 1),
      outlook, ui, columns, rows,
    };
  }

  /** The text as it is being written, or the offer that a party is asked about before it stands. */
  #textInHand(history: History<Saved>, look: View['look'], ui: Ui): SeenText | null {
    const { mode } = ui;
    const weighed = (terms: SeenText['terms']): SeenText => {
      const text = history.weigh(terms);
      return this.people.length === 0 ? text : seenDraft(this.viewer(ui), this.#scenario, look, text);
    };
    if (mode.kind === 'draft') return { ...weighed(mode.terms), by: mode.asked.party };
    const seat = mode.kind === 'seat' ? this.#scenario.parties[mode.chosen]?.id : undefined;
    const asked = mode.kind === 'question' ? mode.asked : this.seats(history).find((one) => one.party === seat);
    return asked?.text == null ? null : { ...weighed(asked.text.terms), by: asked.text.by, nth: asked.text.nth };
  }

  /** What may be said for a party in the phase that comes next: for anybody by an analyst, else by people for their own. */
  seats(history: History<Saved>): readonly Asked[] {
    const { nextPhase } = history.look;
    if (nextPhase === null || !SPEAKING.includes(nextPhase)) return [];
    const { choices, seed } = history.head;
    const key = `${seed} ${history.at} ${history.last} ${choices.length}`;
    if (this.#asked?.key !== key) this.#asked = { key, asked: this.#peek(history) };
    const { asked } = this.#asked;
    return this.people.length === 0 ? asked : asked.filter((one) => this.people.includes(one.party));
  }

  #peek(history: History<Saved>): readonly Asked[] {
    const coming = history.peek();
    // Of a moment in the past what was decided may be decided anew.
    const asked = askedIn(coming, history.at < history.last ? [] : history.head.choices);
    if (this.people.length > 0 || history.look.nextPhase !== 'table' || asked.length > 0) return asked;
    // An analyst may also have a text that stands replaced, as long as its drafter sits at the table.
    const drafter = this.#scenario.stages.find((stage) => stage.id === history.look.stage)?.drafter ?? null;
    const meets = coming.some((record) => record.kind === 'meeting' && drafter !== null && record.seats.includes(drafter));
    return drafter !== null && meets ? [{ kind: 'text', party: drafter, offer: false, text: null }] : asked;
  }
}

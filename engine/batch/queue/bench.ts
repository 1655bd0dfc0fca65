/** Threads that are kept between pieces: starting one and compiling its scenario takes longer than many a piece. */
import type { Scenario } from '../../scenario/scenario.ts';
import type { CellsPiece } from '../cells/cell.ts';
import type { CellsPart } from '../cells/play.ts';
import type { Crew } from '../crew.ts';
import type { Hand } from '../hand.ts';
import type { Chunk } from '../plan.ts';
import type { Part } from '../play.ts';
import type { BatchJob, CellsJob, Job } from './job.ts';
import { unpackScenario, type Luggage } from './luggage.ts';
import { packBatch, packCells } from './parts.ts';

export interface Slot {
  /** Of the scenario. */
  readonly title: string;
  /** The part as it travels; null when stopped. */
  play(onRuns: (played: number) => void): Promise<unknown>;
  free(): void;
}

/** A thread that is set up for one kind of work. */
interface Seat { readonly key: string; busy: boolean; readonly end: () => Promise<void> }
interface BatchSeat extends Seat { readonly hand: Hand<Chunk, Part> }
interface CellsSeat extends Seat { readonly hand: Hand<CellsPiece, CellsPart>; readonly scenarios: Scenario[]; readonly places: Map<string, number> }

/** Scenarios read, and those that one thread for designs has been told of. */
const MOST_SCENARIOS = 200;
const CELLS = 'cells';

export class Bench {
  readonly #crew: Crew;
  readonly #most: number;
  #seats: (BatchSeat | CellsSeat)[] = [];
  readonly #read = new Map<string, Scenario>();
  #ended = false;

  /** @param crew of one thread @param threads how many play at a time */
  constructor(crew: Crew, threads: number) {
    this.#crew = crew;
    this.#most = 2 * threads;
  }

  /** Throws a QueueError for a scenario that is not what it says. */
  take(job: Job): Slot {
    const found = job.kind === 'batch' ? this.#takeBatch(job) : this.#takeCells(job);
    if (this.#ended) return { ...found, play: () => Promise.resolve(null) };
    return found;
  }

  #takeBatch(job: BatchJob): Slot {
    const scenario = this.#scenario(job.scenario);
    const { rows, ...levers } = job.options;
    const options = { ...levers, rows } as Parameters<Crew['batch']>[0]['options'];
    const key = JSON.stringify([job.scenario.hash, job.scenario.from, options]);
    const seat = this.#seatFor(key, (): BatchSeat => {
      const [hand] = this.#crew.batch({ scenario, options }, 1);
      return { key, busy: false, hand, end: () => hand.end() };
    }) as BatchSeat;
    return slotOf(seat, scenario.title, async (onRuns) => mapped(await seat.hand.play(job.piece, onRuns), packBatch));
  }

  #takeCells(job: CellsJob): Slot {
    const scenarios = job.scenarios.map((each) => this.#scenario(each));
    const seat = this.#seatFor(CELLS, (): CellsSeat => {
      const told: Scenario[] = [];
      const [hand] = this.#crew.cells({ scenarios: told }, 1);
      return { key: CELLS, busy: false, hand, scenarios: told, places: new Map(), end: () => hand.end() };
    }) as CellsSeat;
    const places = scenarios.map((scenario) => {
      const key = `${scenario.hash} ${scenario.from}`;
      const place = seat.places.get(key) ?? seat.scenarios.push(scenario) - 1;
      seat.places.set(key, place);
      return place;
    });
    const cells = job.piece.cells.map((cell) => ({ ...cell, scenario: places[cell.scenario] ?? 0 }));
    const slot = slotOf(seat, scenarios.map(({ title }) => title).join(', '), async (onRuns) => mapped(await seat.hand.play({ ...job.piece, cells } as CellsPiece, onRuns), packCells));
    return {
      ...slot,
      free: () => {
        slot.free();
        // A thread remembers all it was told.
        if (seat.scenarios.length > MOST_SCENARIOS) this.#dismiss(seat);
      },
    };
  }

  #scenario(luggage: Luggage): Scenario {
    const key = `${luggage.hash} ${luggage.from}`;
    const scenario = this.#read.get(key) ?? unpackScenario(luggage);
    if (this.#read.size >= MOST_SCENARIOS) this.#read.clear();
    this.#read.set(key, scenario);
    return scenario;
  }

  #seatFor(key: string, make: () => BatchSeat | CellsSeat): BatchSeat | CellsSeat {
    const free = this.#seats.find((seat) => seat.key === key && !seat.busy);
    const seat = free ?? make();
    if (!free) this.#seats.push(seat);
    const idle = this.#seats.find((each) => !each.busy && each !== seat);
    if (this.#seats.length > this.#most && idle) this.#dismiss(idle);
    return seat;
  }

  #dismiss(seat: BatchSeat | CellsSeat): void {
    this.#seats = this.#seats.filter((each) => each !== seat);
    void seat.end();
  }

  /** What is being played is given up. */
  async end(): Promise<void> {
    this.#ended = true;
    const all = this.#seats;
    this.#seats = [];
    await Promise.all(all.map((seat) => seat.end()));
  }
}

function slotOf(seat: Seat, title: string, play: Slot['play']): Slot {
  seat.busy = true;
  return { title, play, free: () => { seat.busy = false; } };
}

const mapped = <A>(value: A | null, by: (value: A) => unknown): unknown => (value === null ? null : by(value));

/**
 * What the drafter writes (DESIGN 3.4, single text): among the texts that it may table, the one with the greatest product of
 * everybody's chance to consent, as it sees it, times exp(bias · own worth); ties go to the lower number.
 */
import type { Board } from '../model/board.ts';

/** What the drafter knows and believes. */
export interface DraftView {
  readonly drafter: number;
  readonly bias: number;
  /** By package: 1 where an option is closed. */
  readonly barred: (k: number) => boolean;
  /** Who may have to consent, and how the drafter sees them. */
  readonly consenters: readonly ConsenterView[];
  /** Known lines that bite now: handles. */
  readonly knownLines: readonly number[];
}

export interface ConsenterView {
  readonly party: number;
  /** Estimated threshold, and the floor below which it is known never to consent (its own, for the drafter). */
  readonly estimate: number;
  readonly floor: number;
  readonly sharpness: number;
  /** Texts worth no more than this are excluded. */
  readonly bound: number;
  readonly firmness: number;
  /** By issue and option: 1 where its stance does not accept it; null without a stance. */
  readonly outside: readonly (Uint8Array | null)[];
  /** By issue: whether that stance is firm. */
  readonly firm: readonly boolean[];
}

/** `package` -1: no text is left, not even one that presses a single known line. */
export interface Draft { readonly package: number; readonly presses: boolean }

export function chooseText(board: Board, issueCount: number, stageIssues: readonly number[], view: DraftView): Draft {
  let clean = -1;
  let cleanCost = Infinity;
  let pressing = -1;
  let pressingCost = Infinity;
  const own = board.worth[view.drafter];
  for (let k = 0; k < board.count; k++) {
    if (board.changes[k] === 0 || view.barred(k)) continue;
    let crossed = 0;
    for (const line of view.knownLines) crossed += board.crosses[line][k];
    if (crossed > 1) continue;
    // The product of chances 1/(1+e^-z) times e^(bias·own), turned upside down: least cost is best.
    let cost = Math.exp(-view.bias * own[k]);
    let excluded = false;
    for (const consenter of view.consenters) {
      if (board.consents[consenter.party][k] === 0) continue;
      let outside = 0;
      for (const issue of stageIssues) {
        const row = consenter.outside[issue];
        if (row === null || row[board.options[k * issueCount + issue]] === 0) continue;
        if (consenter.firm[issue]) crossed++;
        else outside++;
      }
      const worth = board.worth[consenter.party][k] - outside * consenter.firmness;
      if (crossed > 1 || worth <= consenter.bound || worth < consenter.floor) { excluded = true; break; }
      cost *= 1 + Math.exp(-consenter.sharpness * (worth - consenter.estimate));
    }
    if (excluded) continue;
    if (crossed === 0 && cost < cleanCost) { clean = k; cleanCost = cost; }
    if (crossed === 1 && cost < pressingCost) { pressing = k; pressingCost = cost; }
  }
  return clean >= 0 ? { package: clean, presses: false } : { package: pressing, presses: pressing >= 0 };
}

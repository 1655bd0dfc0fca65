/** The package nearest to a text that every consenter could live with: no red line, no firm stance, no worth below a walk-away value. */
import { needs } from '../model/layout.ts';
import { plainAnswer, WHY } from '../rules/answer.ts';
import { board, type World } from '../run/world.ts';
import { standingTo } from '../run/party.ts';
import type { Id, Terms } from '../vocabulary.ts';
import { holdsAny, offTheList } from './agreement/off-the-list.ts';

export interface TermChange { readonly issue: Id; readonly from: Id; readonly to: Id }
export interface LeastChange { readonly terms: Terms; readonly changes: readonly TermChange[] }

/**
 * Fewest changed terms first, then fewest steps on the ladders, then the greatest least worth among the consenters, then order.
 * Where the stage's texts must bring something, only those that do; none with an option that is off the list. null: there is no such package at present stances; an empty list of changes: the text itself would do.
 */
export function leastChange({ world }: { readonly world: World }, terms: Terms): LeastChange | null {
  const { model, state } = world;
  const stage = model.stages[state.stage];
  const from = model.issues.map((issue, i) => {
    const named = terms[issue.id];
    return named === undefined ? (state.tabled === 1 ? state.text[i] : state.inForce[i]) : issue.options.indexOf(named);
  });
  const packages = board(world);
  const width = model.issues.length;
  const off = offTheList(world).filter(({ issue }) => stage.issues.includes(issue));
  let best = -1;
  let bestRank: readonly [number, number, number] = [Infinity, Infinity, Infinity];
  for (let k = 0; k < packages.count; k++) {
    if (stage.mustBring.length > 0 && packages.changes[k] === 0) continue;
    if (holdsAny(off, packages.options, k * width)) continue;
    const options = packages.options.subarray(k * width, (k + 1) * width);
    let changed = 0;
    let steps = 0;
    for (const issue of stage.issues) {
      const distance = Math.abs(options[issue] - from[issue]);
      if (distance > 0) changed++;
      steps += distance;
    }
    if (changed > bestRank[0] || (changed === bestRank[0] && steps > bestRank[1])) continue;
    let least = Infinity;
    for (let p = 0; p < model.parties.length && least !== -Infinity; p++) {
      if (!needs(packages, p, k)) continue;
      const standing = standingTo(world, p, options);
      if (plainAnswer({ ...standing, threshold: standing.walkAway }) !== WHY.goodEnough) least = -Infinity;
      else if (standing.worth < least) least = standing.worth;
    }
    if (least === -Infinity) continue;
    const rank = [changed, steps, -least] as const;
    if (isBefore(rank, bestRank)) { best = k; bestRank = rank; }
  }
  if (best < 0) return null;
  const name = (issue: number, option: number): Id => model.issues[issue].options[option];
  const to = packages.options.subarray(best * width, (best + 1) * width);
  return {
    terms: Object.fromEntries(stage.issues.map((issue) => [model.issues[issue].id, name(issue, to[issue])])),
    changes: stage.issues.flatMap((issue) => (to[issue] === from[issue] ? [] : [{ issue: model.issues[issue].id, from: name(issue, from[issue]), to: name(issue, to[issue]) }])),
  };
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] < b[i];
  return false;
}

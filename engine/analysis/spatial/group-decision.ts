/**
 * The expected-utility model of group decisions (Bueno de Mesquita 1994) as printed by Scholz, Calbert & Smith (2011). Each actor reckons what it could gain by challenging
 * each other one, with its own readiness for risk; challenges bring offers, and each actor takes the one that moves it least. scenarios/spatial/README.md says how far its
 * rounds lie from the published ones, and why.
 */
import { weightedMean, weightedMedian } from './baselines.ts';
import type { Actor } from './line.ts';

/** Of one round, after its moves. */
export interface DecisionRound { readonly positions: readonly number[]; readonly mean: number; readonly median: number; /** How many moved. */ readonly moved: number }

export interface DecisionOptions {
  /** How many rounds at most; it ends before when nobody moves. */
  readonly rounds: number;
  /** What an actor believes how likely it is that another stays where it is when it is not challenged, 0..1. */
  readonly stays?: number;
}

/** Until something else is known of it, an actor believes that others stay; the utilities of a move then count for nothing. */
const STAYS = 1;
/** A move by less is none. */
const TRACE = 1e-9;

export function groupDecision(actors: readonly Actor[], { rounds, stays = STAYS }: DecisionOptions): readonly DecisionRound[] {
  const found: DecisionRound[] = [];
  let now = actors;
  while (found.length < rounds) {
    const next = oneRound(now, stays);
    const moved = next.filter((position, at) => Math.abs(position - now[at].position) > TRACE).length;
    now = now.map((actor, at) => ({ ...actor, position: next[at] }));
    found.push({ positions: next, mean: weightedMean(now), median: weightedMedian(now), moved });
    if (moved === 0) break;
  }
  return found;
}

function oneRound(actors: readonly Actor[], stays: number): readonly number[] {
  const places = actors.map((actor) => actor.position);
  const range = Math.max(...places) - Math.min(...places);
  if (range < TRACE) return places;
  const median = weightedMedian(actors);
  const even = expected(actors, range, median, stays, actors.map(() => 1));
  const utilities = expected(actors, range, median, stays, riskExponents(even));
  return places.map((_, j) => settle(j, places, utilities));
}

const power = (base: number, exponent: number): number => Math.exp(exponent * Math.log(Math.max(base, Number.MIN_VALUE)));

/** By challenger i and challenged j: what i expects of the challenge, by its own exponent. 0 for one's like. */
function expected(actors: readonly Actor[], range: number, median: number, stays: number, risk: readonly number[]): readonly (readonly number[])[] {
  return actors.map((i, at) => actors.map((j) => {
    const apart = Math.abs(i.position - j.position);
    if (apart < TRACE) return 0;
    const r = risk[at];
    const [success, failure] = [-1, 1].map((sign) => 2 - 4 * power(0.5 + (sign * 0.5 * apart) / range, r));
    const [better, worse] = [-1, 1].map((sign) => 2 - 4 * power(0.5 + (sign * 0.25 * (Math.abs(i.position - median) + apart)) / range, r));
    const quo = 2 - 4 * power(0.5, r);
    // Whoever moves by itself moves towards the median: better for i if that brings it nearer.
    const improves = Math.abs(i.position - median) < apart ? 1 : 0;
    const p = support(actors, i, j);
    return j.salience * (p * success + (1 - p) * failure) + (1 - j.salience) * success - stays * quo - (1 - stays) * (improves * better + (1 - improves) * worse);
  }));
}

/** How likely i succeeds against j: the weight of those who are nearer to i, by how much, among all. */
function support(actors: readonly Actor[], i: Actor, j: Actor): number {
  let [half, all] = [0, 0];
  for (const { position, capability, salience } of actors) {
    const leans = Math.abs(position - j.position) - Math.abs(position - i.position);
    const weight = capability * salience * Math.abs(leans);
    all += weight;
    if (leans > 0) half += weight;
  }
  return all > 0 ? half / all : 0;
}

/** By actor, ½ to 2: the less others expect of challenging it, the less risk it needs to take. */
function riskExponents(utilities: readonly (readonly number[])[]): readonly number[] {
  const security = utilities.map((_, i) => utilities.reduce((sum, row, j) => (i === j ? sum : sum + row[i]), 0));
  const [most, least] = [Math.max(...security), Math.min(...security)];
  if (most - least < TRACE) return security.map(() => 1);
  return security.map((each) => {
    const share = (2 * each - most - least) / (most - least);
    return (1 - share / 3) / (1 + share / 3);
  });
}

/** Where j stands after the offers that it gets: the one that moves it least; where it is, if it gets none. */
function settle(j: number, places: readonly number[], utilities: readonly (readonly number[])[]): number {
  let moves = Infinity;
  for (let i = 0; i < places.length; i++) {
    const [a, b] = [utilities[i][j], utilities[j][i]];
    const way = places[i] - places[j];
    if (Math.abs(way) < TRACE || a <= 0) continue;
    // Both challenge: the one that expects less gives way wholly. Only i does: j meets it by the share of what it fears, or gives way if it fears more than i hopes.
    const move = b > 0 ? (b < a ? way : 0) : way * Math.min(1, Math.abs(b) / a);
    if (move !== 0 && Math.abs(move) < Math.abs(moves)) moves = move;
  }
  return Number.isFinite(moves) ? places[j] + moves : places[j];
}

/** The smallest worlds for tests, and ways from text to model that fail loudly. */
import { compile, formatProblem, readScenarioText, type Model, type Scenario } from '../../engine/index.ts';
import type { CompileOptions } from '../../engine/model/compile.ts';
import { compile as compileWith } from '../../engine/model/compile.ts';

/** One issue with five steps, two parties of opposed interest, a mediator who drafts. */
export const SMALLEST = `
winset: 1
id: smallest
title: Five steps
question: Where do two parties meet?
calendar: { start: 2025-01-06, round: 1 week, rounds: 10 }
levers:
  pace: { title: Pace of fatigue, value: 0.05, range: [0, 0.2], assumed: test }
issues:
  share: { title: The share, options: { all: All, most: Most, half: Half, little: Little, none: None }, standing: all }
parties:
  north:
    name: North
    short: N
    gauges: { fatigue: { title: Fatigue, start: 0.2, drift: pace / week, noise: 0.02 / week, rises: { 0.4: weary }, assumed: test } }
    worth: { share: { weight: 1, scores: { all: 100, most: 75, half: 50, little: 25, none: 0 }, assumed: test } }
    walk-away: { value: 0.3, assumed: test }
    stances: { share: { start: firm, states: { firm: { title: Keeps most, accepts: [all, most], on: { weary: open } }, open: { title: Half will do, accepts: [all, most, half] } }, assumed: test } }
  south:
    name: South
    short: S
    worth: { share: { weight: 1, scores: { all: 0, most: 25, half: 50, little: 75, none: 100 }, assumed: test } }
    walk-away: { value: 0.3, assumed: test }
    red-lines: { dignity: { title: Not all to the north, never: { share: most }, states: { held: { on: { pressed.dignity: { to: waived, chance: 0.3 } } }, waived: {} }, assumed: test } }
  judge:
    name: The judge
    short: J
    worth: { share: { weight: 1, scores: { all: 0, most: 50, half: 100, little: 50, none: 0 }, assumed: test } }
mediator: { party: judge }
tracks: { court: { title: Court, seats: [north, south, judge], assumed: test } }
stages: { deal: { title: The deal, issues: [share], signs: [north, south], drafter: judge, rounds: 10, assumed: test } }
events: { storm: { title: A storm, chance: 0.2 / week, moves: { north.fatigue: 0.1 }, assumed: test } }
outcomes:
  - { id: deal, title: They sign, when: settled.deal }
  - { id: none, title: No signature, otherwise: true }
`;

/** Two stages, two tracks between which a text is carried, a truce that may break and reopen its stage, a mediator who may walk away. */
export const TWO_TRACKS = `
winset: 1
id: two-tracks
title: Two tracks
question: Does the truce last until the settlement?
calendar:
  start: 2025-01-06
  round: 1 week
  rounds: 20
  deadlines: { recess: { title: The recess, at: 12 weeks, near: 3 weeks, announced: true, assumed: test } }
levers:
  hazard: { title: Hazard of the truce, value: 3, range: [0, 50], assumed: test }
issues:
  fire: { title: The fighting, options: { goes-on: It goes on, sea: { title: Truce at sea, brings: limited-truce }, all: { title: Ceasefire, brings: ceasefire } }, standing: goes-on }
  land: { title: The land, options: { east: East, shared: Shared, west: West }, standing: west }
  force: { title: A force, options: { none: None, sent: { title: A force is sent, performed-by: guarantor } }, standing: none }
gauges:
  front: { title: The front, start: 0.5, noise: 0.05 / week, rises: { 0.65: east-advances }, falls: { 0.35: west-advances }, on: { storm: 0.02 }, assumed: test }
parties:
  east:
    name: East
    gauges: { cost: { title: Cost, start: 0.3, noise: 0.01 / week, while: [ { when: "fighting == 'war'", drift: 0.04 / week } ], rises: { 0.5: tired }, assumed: test } }
    worth:
      fire: { weight: 30, scores: { goes-on: 20, sea: 60, all: 100 }, assumed: test }
      land: { weight: 50, scores: { east: 100, shared: 55, west: 0 }, assumed: test }
      force: { weight: 20, scores: { none: 100, sent: 30 }, assumed: test }
    walk-away: { value: 0.35 + 0.3 * (front - 0.5) - 0.2 * cost, assumed: test }
    manner: { sharpness: 12, assumed: test }
    stances: { land: { start: ours, states: { ours: { accepts: [east], on: { tired: half } }, half: { accepts: [east, shared], on: { truce-broken: { to: ours, chance: 0.5 }, west.hardened: ours } } }, assumed: test } }
    posture: { start: at-table, states: { at-table: { on: { truce-broken: { to: away, chance: 0.3 } } }, away: { on: { tired: { to: at-table, chance: 0.5 } } }, left: {} }, assumed: test }
    leaves: { when: refusals > 6, chance: 0.05, assumed: test }
  west:
    name: West
    worth:
      fire: { weight: 30, scores: { goes-on: 0, sea: 50, all: 100 }, assumed: test }
      land: { weight: 50, scores: { east: 0, shared: 50, west: 100 }, assumed: test }
      force: { weight: 20, scores: { none: 0, sent: 100 }, assumed: test }
    walk-away: { value: 0.4 - 0.3 * (front - 0.5), assumed: test }
    stances: { land: { start: ours, states: { ours: { accepts: [west], on: { east.softened: { to: half, chance: 0.6 }, deadline-near: { to: half, chance: 0.2 } } }, half: { accepts: [west, shared], on: { east.hardened: { to: ours, if: front < 0.6 } } } }, assumed: test } }
    red-lines: { no-cession: { title: No cession, never: { land: east }, assumed: test } }
  guarantor:
    name: Guarantor
    worth: { force: { weight: 1, scores: { none: 60, sent: 50 }, assumed: test } }
    walk-away: { value: 0.45, assumed: test }
    red-lines: { no-war-zone: { title: No force into a war, never: { force: sent, fire: [goes-on, sea] }, assumed: test } }
  envoy:
    name: Envoy
    gauges: { patience: { title: Patience, start: 0.9, drift: -0.02 / week, on: { refused: -0.04, accepted: 0.02 }, falls: { 0.3: impatient }, assumed: test } }
    worth: { fire: { weight: 1, scores: { goes-on: 0, sea: 50, all: 100 }, assumed: test } }
mediator: { party: envoy, walks-away: { when: envoy.patience < 0.2, chance: 0.4 / week, assumed: test } }
tracks:
  lake: { title: The lake, seats: [east, envoy], assumed: test }
  hill: { title: The hill, seats: [west, guarantor, envoy], assumed: test }
stages:
  truce: { title: A truce, issues: [fire, force], signs: [east, west], drafter: envoy, rounds: 8, reopens: true, guess: 0.4, assumed: test }
  settlement: { title: A settlement, issues: [land, force, fire], signs: [east, west], drafter: envoy, rounds: 14, assumed: test }
events:
  storm: { title: A storm at sea, chance: 0.2 / week, times: 2, moves: { front: 0.05 }, sends: storm, assumed: test }
  raid: { title: A raid, chance: 0.1 / week, when: "fighting != 'war'", breaks-truce: true, assumed: test }
  bridge: { title: The bridge is lost, chance: 0.05 / week, times: 1, closes: { force: sent }, assumed: test }
peace:
  limited-truce: { rate: hazard / year, ratios: [ { when: { force: sent }, ratio: 0.5, assumed: test } ], assumed: test }
  ceasefire: { rate: hazard / year, ratios: [ { when: { force: sent }, ratio: 0.5, assumed: test } ], assumed: test }
outcomes:
  - { id: settlement, title: A settlement, when: settled.settlement }
  - { id: truce, title: A truce holds, when: "fighting != 'war'" }
  - { id: walked, title: The envoy leaves, when: "ended == 'walked-away'" }
  - { id: war, title: War, otherwise: true }
`;

/** `text` with the first occurrence of each `from` replaced; fails when one is not there. */
export function edit(text: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`the world does not say: ${from}`);
    return now.replace(from, to);
  }, text);
}

export function scenarioFrom(text: string): Scenario {
  const result = readScenarioText(text, { file: 'test.yaml' });
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result.scenario;
}

export function modelFrom(text: string, options?: CompileOptions): Model {
  return options ? compileWith(scenarioFrom(text), options) : compile(scenarioFrom(text));
}

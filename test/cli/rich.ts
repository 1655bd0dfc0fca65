/** A small scenario with one of everything that a page may have to tell of: days, views, draws, hidden lines, votes at home, the years after. */
export const RICH = `
winset: 1
id: rich
title: The strait
question: Would an agreement on the strait last?
leaves-out: [the fishing grounds]
calendar:
  start: 2025-02-03
  starts: [2025-02-17]
  round: 1 week
  rounds: 16
  deadlines: { summit: { title: The summit, at: 2025-05-05, because: ["A.1"] } }
sources:
  A: { title: The first paper, date: 2025-02-01 }
  B: { title: The second paper, date: 2025-02-10 }
claims:
  "A.1": { says: The coast will not hand over the lighthouse., voice: on-record, date: 2025-01-30 }
  "A.2": { says: The coast is thought to be ready to hand it over., voice: unnamed, date: 2025-01-31, contradicts: ["A.1"] }
  "A.3": { says: The island tires of the quarrel., voice: reporter, date: 2025-02-01 }
  "B.1": { says: The island wants the strait patrolled., voice: headline, date: 2025-02-10 }
figures:
  lasting: { title: How long such agreements last, source: B, status: seen, survival: { 1 year: 0.8, 5 years: 0.5 } }
levers:
  weather: { title: How rough the winter is, value: 0.5, range: [0, 1], distribution: { triangular: [0.2, 0.5, 0.8] }, because: ["A.3"], assumed: no paper gives a number }
  aid: { title: Aid to the island, value: 0.3, range: [0, 1], assumed: a guess }
views:
  hopeful: { title: The hopeful, source: A, levers: { aid: 0.9 }, weight: 2, assumed: our reading }
  doubtful: { title: A doubter in the ministry, role: an official, levers: { aid: 0.1 }, assumed: our reading }
issues:
  light:
    title: The lighthouse
    options: { coast: The coast keeps it, joint: { title: Run together }, island: { title: Handed to the island, performed-by: coast } }
    standing: coast
  patrol: { title: Patrols, options: { none: No patrols, shared: { title: Shared patrols, brings: ceasefire } }, standing: none }
gauges:
  sea: { title: Trouble at sea, start: 0.4, noise: 0.03 / week, assumed: a guess }
parties:
  coast:
    name: The coast
    short: CO
    gauges: { cost: { title: Cost of the quarrel, start: 0.3, drift: weather / year, rises: { 0.5: tired }, because: ["A.3"], assumed: pace ours } }
    worth:
      light: { weight: 60, scores: { coast: 100, joint: 60, island: 10 }, because: ["A.1"], assumed: sizes ours }
      patrol: { weight: 40, scores: { none: 20, shared: 100 }, assumed: it wants quiet }
    bonds: { bare: { when: { light: joint, patrol: none }, worth: -10, assumed: a guess } }
    walk-away: { value: 0.5 - 0.3 * cost, assumed: a guess }
    stances: { light: { start: ours, states: { ours: { title: It is ours, accepts: [coast], on: { tired: half } }, half: { title: Run together, accepts: [coast, joint] } }, because: ["A.1"], assumed: when it moves is ours } }
    red-lines:
      no-handover: { title: No handover of the lighthouse, never: { light: island }, because: ["A.1"] }
      secret-quiet: { title: No patrols without a share in the lighthouse, never: { light: coast, patrol: shared }, stated: false, because: ["A.2"], states: { held: { on: { tired: { to: waived, chance: 0.5, assumed: even } } }, waived: { title: Given up } } }
    leaves: { when: refusals > 9, chance: 0.02, assumed: a guess }
    ratifies: { stages: [deal], support: 0.5 + 0.2 * cost, takes: 1 week, because: ["A.1"], assumed: support is ours }
  island:
    name: The island
    short: IS
    worth:
      light: { weight: 50, scores: { coast: 0, joint: 70, island: 100 }, assumed: it wants the light }
      patrol: { weight: 50, scores: { none: 0, shared: 100 }, because: ["A.3"], assumed: sizes ours }
    walk-away: { value: 0.4 - 0.2 * aid, assumed: a guess }
    red-lines: { loud: { title: Nothing without the whole lighthouse, never: { light: [coast, joint] }, held: false, since: 2025-02-10, because: ["B.1", "A.2"] } }
    looks-ahead: { over: 2 years, war: 0.1, doubt: 1.5, because: ["A.3"], assumed: how far is ours }
  harbour:
    name: The harbour towns
    short: HT
    worth: { patrol: { weight: 1, scores: { none: 20, shared: 100 }, assumed: trade } }
    walk-away: { value: 0.3, assumed: a guess }
  envoy:
    name: The envoy
    short: EN
    gauges: { patience: { title: Patience, start: 0.9, on: { refused: -0.03 }, assumed: a guess } }
    worth: { patrol: { weight: 1, scores: { none: 0, shared: 100 }, assumed: wants quiet } }
mediator: { party: envoy, walks-away: { when: envoy.patience < 0.2, chance: 0.3, assumed: a guess } }
tracks: { ferry: { title: The ferry, seats: [coast, island, envoy], because: ["A.3"] } }
stages:
  deal:
    title: An agreement on the strait
    issues: [light, patrol]
    signs: [coast, island]
    binds: [harbour]
    drafter: envoy
    style: manipulate
    leverage: { coast: { worth: 0.1, hazard: 1.4, assumed: a guess } }
    rounds: 16
    assumed: sixteen weeks
events: { storm: { title: A storm, chance: 0.1 / week, moves: { coast.cost: 0.05 }, because: ["A.3"], assumed: one in ten weeks } }
peace:
  ceasefire: { rate: 0.4 / year, assumed: a guess }
  agreement: { figure: lasting, ratios: [{ when: { patrol: shared }, ratio: 0.6, assumed: size ours }] }
  horizon: 5 years
outcomes:
  - { id: lasting, title: An agreement that lasts, when: "settled.deal && !collapsed" }
  - { id: collapsed, title: An agreement that collapses, when: settled.deal }
  - { id: none, title: No agreement, otherwise: true }
`;

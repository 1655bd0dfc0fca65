/** The first draft of a scenario, as text with comments: small enough to be rewritten, whole enough to be played. */
import type { Named } from './names.ts';

export interface Wanted {
  readonly id: string;
  readonly title: string;
  readonly parties: readonly Named[];
  readonly issues: readonly Named[];
}

const REASON = 'a first guess to be replaced';
/** Titles are people's words: in quotes they are text whatever they hold. */
const quoted = (words: string): string => JSON.stringify(words);
const list = (of: readonly Named[]): string => `[${of.map(({ id }) => id).join(', ')}]`;

export function draft({ id, title, parties, issues }: Wanted): string {
  return `# yaml-language-server: $schema=./winset.schema.json
# A first draft, to be rewritten from the top; after each step run: winset check FILE, then winset batch FILE
# Every value says what it rests on: \`assumed:\` is your own reason, \`because:\` names claims of a document, \`figure:\` a published number.
winset: 1
id: ${id}
title: ${quoted(title)}
question: Under which assumptions do they sign?
# What the scenario says nothing about; readers should know.
leaves-out: [everything that is not on the table]

# The first day, how long a round is, how many rounds there are.
calendar: { start: 2026-01-05, round: 1 week, rounds: 16 }

# Documents and what they say, in your own words. To build on one, remove the # and name the claim: because: ["001.1"]
# sources: { "001": { title: A report, date: 2026-01-02 } }
# claims: { "001.1": { says: The first party will not move before spring, voice: reporter, date: 2026-01-02 } }

# Assumptions to vary: winset batch FILE --set pace=0.08
levers:
  pace: { title: How fast the dispute wears on ${plainWords(parties[0])}, value: 0.04, range: [0, 0.2], assumed: ${REASON} }

# What is on the table. Options go from one pole to the other; \`standing\` holds while nothing is signed.
issues:
${issues.map(issue).join('\n')}

# Who takes part: what each wants (weights beside each other, scores from 0 to 100) and below which worth it prefers no deal.
parties:
${parties.map((party, at) => partyOf(party, at, issues)).join('\n')}
  # It signs nothing. What it likes decides which of several hopeful texts it writes.
  mediator:
    name: The mediator
    worth:
${issues.map((one) => `      ${one.id}: { weight: 1, scores: { as-it-is: 0, half-way: 100, changed: 0 }, assumed: ${REASON} }`).join('\n')}

mediator: { party: mediator }

# Who meets whom.
tracks:
  table: { title: The table, seats: [${[...parties.map((one) => one.id), 'mediator'].join(', ')}], assumed: ${REASON} }

# What is negotiated, who signs, who writes the text, for how many rounds.
stages:
  agreement: { title: An agreement, issues: ${list(issues)}, signs: ${list(parties)}, drafter: mediator, rounds: 16, assumed: ${REASON} }

# What may happen outside of the room.
events:
  setback: { title: A setback, chance: 0.05 / week, times: 1, moves: { ${parties[0]?.id ?? ''}.weariness: -0.15 }, assumed: ${REASON} }

# The first whose condition holds at the end is the outcome of the run.
outcomes:
  - { id: signed, title: They sign, when: settled.agreement }
  - { id: unsigned, title: Time runs out without a signature, otherwise: true }
`;
}

/** Inside of a title that is not in quotes nothing but letters and spaces is safe. */
function plainWords(party: Named | undefined): string {
  return (party?.id ?? '').replaceAll('-', ' ');
}

function issue({ id, title }: Named): string {
  return `  ${id}:
    title: ${quoted(title)}
    options: { as-it-is: It stays as it is, half-way: They meet half-way, changed: It changes }
    standing: as-it-is`;
}

/** Every second party wants things as they are, the others want them changed. */
function partyOf({ id, title }: Named, at: number, issues: readonly Named[]): string {
  const keeps = at % 2 === 0;
  const scores = keeps ? 'as-it-is: 100, half-way: 60, changed: 0' : 'as-it-is: 0, half-way: 60, changed: 100';
  const worth = issues.map((one, nth) => `      ${one.id}: { weight: ${(nth + at) % 2 === 0 ? 60 : 40}, scores: { ${scores} }, assumed: ${REASON} }`).join('\n');
  const words = `  ${id}:\n    name: ${quoted(title)}\n`;
  if (at > 0) return `${words}    worth:\n${worth}\n    walk-away: { value: 0.35, assumed: ${REASON} }${at === 1 ? insists(issues[0]) : ''}`;
  return `${words}    # A pressure from 0 to 1 that moves by \`drift\` and, by chance, \`noise\`. At 0.5 and above it sends \`weary\` every round.
    gauges:
      weariness: { title: Weariness, start: 0.2, drift: pace / week, noise: 0.04 / week, rises: { 0.5: weary }, assumed: ${REASON} }
    worth:
${worth}
    # An expression: gauges and levers may stand in it.
    walk-away: { value: 0.45 - 0.2 * weariness, assumed: ${REASON} }
    # A statechart: what it accepts now, and which signal moves it. \`firm\`: it refuses every text outside.
    stances:
      ${issues[0]?.id ?? ''}:
        start: firm
        assumed: ${REASON}
        states:
          firm: { title: Nothing may change, accepts: [as-it-is], firm: true, on: { weary: { to: open, chance: 0.2 } } }
          open: { title: Half-way will do, accepts: [as-it-is, half-way] }`;
}

/** Without it the first issue could be left as it is in exchange for the others, and there would be little to wait for. */
function insists(first: Named | undefined): string {
  return `
    stances:
      ${first?.id ?? ''}: { start: firm, assumed: ${REASON}, states: { firm: { title: Something must change, accepts: [half-way, changed], firm: true } } }`;
}

/**
 * What one party may know of a run: everything of its own, and of the others what is said and done in the open. For a
 * seat at the screen (`step --as`) and whatever else shows a run to somebody who sits in it. Nothing is guessed: what a
 * party may not know is absent.
 */
import type { Because, RunRecord } from '../record/record.ts';
import type { LineLook, Look, Mark, PartyLook, StanceLook, TextLook, VerdictLook } from '../run/look.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Answer, Id, Terms } from '../vocabulary.ts';
import { knowledgeOf, knowsLine, type Knowledge } from './party-knowledge.ts';
import { seenRecords } from './party-records.ts';
import { seenScenario } from './party-scenario.ts';

/** As `VerdictLook`; null where the one who looks cannot know. Every `VerdictLook` is one. */
export interface SeenVerdict extends Omit<VerdictLook, 'would' | 'could' | 'worth'> { readonly would: Because | null; readonly could: Because | null; readonly worth: number | null }
/** As `TextLook`. A mark that the one who looks cannot know is absent. */
export interface SeenText extends Omit<TextLook, 'verdicts'> { readonly verdicts: readonly SeenVerdict[] }
export interface SeenParty extends Omit<PartyLook, 'standing'> { readonly standing: number | null }
/** As `Look`. Every `Look` is one: an analyst sees all. */
export interface SeenLook extends Omit<Look, 'parties' | 'text' | 'lastText'> {
  readonly parties: readonly SeenParty[];
  readonly text: SeenText | null;
  readonly lastText: SeenText | null;
}

export interface PartyView {
  /** null: what is open to everybody, nobody's own. */
  readonly party: Id | null;
  readonly look: SeenLook;
  /** The scenario as far as the party knows it: others' worth, values, gauges and charts are blank. */
  readonly scenario: Scenario;
  /** One for each record of the run; null for what it does not hear of. */
  readonly records: readonly (RunRecord | null)[];
}

/** @param records the run's records up to the moment of the look */
export function seenBy(party: Id | null, scenario: Scenario, look: Look, records: readonly RunRecord[]): PartyView {
  const known = knowledgeOf(party, scenario, records, look);
  const seen = seenRecords(party, scenario, records);
  const said = answersTo(seen);
  const parties = look.parties.map((each) => (each.party === party ? each : seenParty(each, known)));
  const text = (of: TextLook | null): SeenText | null => (of === null ? null : seenText(party, scenario, of, parties, said));
  return {
    party, scenario: seenScenario(party, scenario, look, records, known), records: seen,
    look: { ...look, parties, text: text(look.text), lastText: text(look.lastText), levers: {} },
  };
}

/** A text that has not been tabled, as one party sees how it would be met: its own column alone. */
export function seenDraft(party: Id | null, scenario: Scenario, look: SeenLook, text: TextLook): SeenText {
  return seenText(party, scenario, text, look.parties, new Map());
}

function seenParty(of: PartyLook, known: Knowledge): SeenParty {
  return {
    ...of, gauges: [], walkAway: null, threshold: null, standing: null, postureMoves: [],
    stances: of.stances.map((stance) => ({ ...stance, moves: [] })),
    lines: of.lines.filter((line) => knowsLine(known, of.party, line)).map(openLine),
  };
}

/** A line as it is heard: held or waived, meant or not; how far it is strained inside is its owner's. */
function openLine(line: LineLook): LineLook {
  const called = line.stated && !line.known;
  const bites = line.bites && !called;
  return { ...line, state: bites ? 'held' : 'waived', bites, known: true, held: !called, moves: [] };
}

interface Said { readonly answer: Answer; readonly because: Because }

/** What each has answered to the text tabled last. */
function answersTo(records: readonly (RunRecord | null)[]): ReadonlyMap<Id, Said> {
  const said = new Map<Id, Said>();
  for (let at = records.length - 1; at >= 0; at -= 1) {
    const record = records[at];
    if (record?.kind === 'tabled') break;
    if (record?.kind === 'answer' && !said.has(record.party)) said.set(record.party, { answer: record.answer, because: record.because });
  }
  return said;
}

function seenText(viewer: Id | null, scenario: Scenario, text: TextLook, parties: readonly SeenParty[], said: ReadonlyMap<Id, Said>): SeenText {
  const heard = (party: Id): Said | null => {
    // One who makes an offer in turn consents to it by making it, and says no more.
    const answer = text.verdicts.find((each) => each.party === party)?.answer ?? null;
    return answer === null ? null : said.get(party) ?? { answer, because: { kind: 'said' } };
  };
  const marks: Record<Id, Readonly<Record<Id, Mark>>> = {};
  for (const [issue, row] of Object.entries(text.marks)) {
    const seen: Record<Id, Mark> = {};
    for (const [party, mark] of Object.entries(row)) {
      const open = party === viewer ? mark : openMark(scenario, parties.find((each) => each.party === party), issue, text.terms, heard(party));
      if (open !== null) seen[party] = open;
    }
    marks[issue] = seen;
  }
  return {
    ...text, marks,
    verdicts: text.verdicts.map((verdict): SeenVerdict => {
      if (verdict.party === viewer) return verdict;
      const answered = heard(verdict.party);
      const line = answered?.because.kind === 'red-line' ? [answered.because.line] : [];
      const outside = answered === null ? [] : outsideOf(parties.find((each) => each.party === verdict.party)?.stances ?? [], text.terms);
      return { ...verdict, would: answered?.because ?? null, could: null, worth: null, outside, crosses: line };
    }),
  };
}

const outsideOf = (stances: readonly StanceLook[], terms: Terms): readonly Id[] => stances.filter((each) => Object.hasOwn(terms, each.issue) && !each.accepts.includes(terms[each.issue])).map((each) => each.issue);

/** What another's answer tells of one term: nothing before it has answered, and no more than it said or has stated. */
function openMark(scenario: Scenario, party: SeenParty | undefined, issue: Id, terms: Terms, said: Said | null): Mark | null {
  if (party === undefined || said === null) return null;
  const { because } = said;
  const never = because.kind === 'red-line' ? scenario.parties.find((each) => each.id === party.party)?.redLines.find((each) => each.id === because.line)?.never : undefined;
  if (never !== undefined && Object.hasOwn(never, issue)) return 'red-line';
  if (outsideOf(party.stances, terms).includes(issue)) return 'outside';
  if (said.answer === 'accept') return 'accepts';
  return because.kind === 'not-good-enough' ? 'below' : null;
}

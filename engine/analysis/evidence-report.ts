/** What a scenario rests on, counted: claims by voice, figures, assumption alone; by party and issue; what rests on one source; who contradicts whom. */
import type { Claim, Scenario } from '../scenario/scenario.ts';
import type { Id, Voice } from '../vocabulary.ts';
import { VOICES } from '../vocabulary.ts';
import { valuesOf, type EvidencedValue } from './evidence.ts';

/** Values by the best they rest on. The three add up to all. */
export interface Grounds {
  /** Claims, with or without an assumed size. */
  readonly claims: number;
  /** A published figure, and no claim. */
  readonly figures: number;
  /** An assumption alone. */
  readonly assumed: number;
}

export interface EvidenceReport extends Grounds {
  readonly values: number;
  /** Of the values that rest on claims: those whose size is assumed besides. */
  readonly sized: number;
  /** `claims`: how many there are of this voice that something rests on. `values` rest on one of them at least, `alone` on no other voice. */
  readonly voices: readonly { readonly voice: Voice; readonly claims: number; readonly values: number; readonly alone: number }[];
  /** `party` null: nobody's own. Those without any value are left out. */
  readonly parties: readonly ({ readonly party: Id | null } & Grounds)[];
  /** A value about several issues counts for each. */
  readonly issues: readonly ({ readonly issue: Id } & Grounds)[];
  readonly redLines: readonly { readonly party: Id; readonly line: Id; readonly title: string; readonly stated: boolean; readonly held: boolean; readonly claims: readonly string[]; readonly figure: Id | null; readonly assumed: string | null }[];
  /** By source: how many values rest on it, and the paths of those that rest on claims of no other. */
  readonly sources: readonly { readonly source: string; readonly title: string; readonly values: number; readonly alone: readonly string[] }[];
  /** Claims that contradict each other, and what rests on either. */
  readonly contradictions: readonly { readonly claims: readonly [string, string]; readonly values: readonly [readonly string[], readonly string[]] }[];
  /** Claims of the day on which it starts, or earlier, on which nothing rests. */
  readonly unused: readonly string[];
  /** Claims of later days: nothing may rest on them yet. */
  readonly later: readonly string[];
  /** Figures that something rests on and that are still to be checked. */
  readonly toCheck: readonly Id[];
}

export const groundOf = ({ evidence }: EvidencedValue): keyof Grounds => (evidence.because.length > 0 ? 'claims' : evidence.figure === undefined ? 'assumed' : 'figures');

function grounds(values: readonly EvidencedValue[]): Grounds {
  const of = (ground: keyof Grounds): number => values.filter((value) => groundOf(value) === ground).length;
  return { claims: of('claims'), figures: of('figures'), assumed: of('assumed') };
}

export function evidenceReport(scenario: Scenario): EvidenceReport {
  const values = valuesOf(scenario);
  const byId = new Map(scenario.claims.map((claim) => [claim.id, claim]));
  const claimsOf = (value: EvidencedValue): readonly Claim[] => value.evidence.because.flatMap((id) => byId.get(id) ?? []);
  const claimed = values.filter((value) => value.evidence.because.length > 0);
  const on = (id: string): readonly string[] => values.filter((value) => value.evidence.because.includes(id)).map((value) => value.path);
  const used = new Set(claimed.flatMap((value) => value.evidence.because));
  const resting = (holds: (claim: Claim) => boolean, which: 'some' | 'every'): readonly EvidencedValue[] => claimed.filter((value) => claimsOf(value)[which](holds));
  return {
    values: values.length,
    ...grounds(values),
    sized: claimed.filter((value) => value.evidence.assumed !== undefined).length,
    voices: VOICES.map((voice) => ({
      voice,
      claims: scenario.claims.filter((claim) => claim.voice === voice && used.has(claim.id)).length,
      values: resting((claim) => claim.voice === voice, 'some').length,
      alone: resting((claim) => claim.voice === voice, 'every').length,
    })),
    parties: [...scenario.parties.map(({ id }) => id), null].flatMap((party) => {
      const own = values.filter((value) => value.party === party);
      return own.length === 0 ? [] : [{ party, ...grounds(own) }];
    }),
    issues: scenario.issues.map(({ id }) => ({ issue: id, ...grounds(values.filter((value) => value.issues.includes(id))) })),
    redLines: scenario.parties.flatMap((party) => party.redLines.map(({ id, title, stated, held, evidence }) => ({
      party: party.id, line: id, title, stated, held, claims: evidence.because, figure: evidence.figure ?? null, assumed: evidence.assumed ?? null,
    }))),
    sources: scenario.sources.map(({ id, title }) => ({
      source: id, title, values: resting((claim) => claim.source === id, 'some').length, alone: resting((claim) => claim.source === id, 'every').map((value) => value.path),
    })),
    contradictions: scenario.claims.flatMap((claim, at) => claim.contradicts
      .filter((other) => scenario.claims.findIndex((one) => one.id === other) > at)
      .map((other) => ({ claims: [claim.id, other] as const, values: [on(claim.id), on(other)] as const }))),
    unused: scenario.claims.filter(({ id, date }) => date <= scenario.from && !used.has(id)).map(({ id }) => id),
    later: scenario.claims.filter(({ date }) => date > scenario.from).map(({ id }) => id),
    toCheck: scenario.figures.filter((figure) => figure.status === 'to-be-checked' && values.some((value) => value.evidence.figure === figure.id)).map((figure) => figure.id),
  };
}

/** What rests on a claim, or on any claim of a source. `alone`: it rests on no other claim, or on no other source. */
export function restingOn(scenario: Scenario, id: string): readonly { readonly value: EvidencedValue; readonly alone: boolean }[] {
  const sourceOf = new Map(scenario.claims.map((claim) => [claim.id, claim.source]));
  const matches = (claim: string): boolean => claim === id || sourceOf.get(claim) === id;
  return valuesOf(scenario).filter((value) => value.evidence.because.some(matches)).map((value) => ({ value, alone: value.evidence.because.every(matches) }));
}

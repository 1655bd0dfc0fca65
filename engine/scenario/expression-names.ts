/** What a name in an expression stands for, seen from its scope. */
import { DIPLOMACY, ENDINGS, FIGHTING } from '../vocabulary.ts';
import type { Id } from '../vocabulary.ts';
import type { NumberName, TruthName, WordName } from './expression-tree.ts';
import type { Scope } from './link/context.ts';
import type { Names } from './names.ts';
import { didYouMean } from './nearest.ts';

export type Meaning =
  | { readonly type: 'number'; readonly name: NumberName }
  | { readonly type: 'truth'; readonly name: TruthName }
  | { readonly type: 'word'; readonly name: WordName; readonly words: readonly string[] }
  /** `at`: the part of the dotted name that is wrong. */
  | { readonly type: 'nothing'; readonly at: number; readonly message: string; readonly hint: string };

/** A name as expressions write it: `-` would be a minus. */
export const written = (id: Id): string => id.replaceAll('-', '_');
const idOf = (name: string): Id => name.replaceAll('_', '-');

const COUNTERS: Readonly<Record<string, NumberName>> = {
  round: { kind: 'round' },
  days: { kind: 'days' },
  truce_days: { kind: 'truce-days' },
  refusals: { kind: 'refusals' },
  peace_days: { kind: 'peace-days' },
};

export function meaningOf(parts: readonly string[], names: Names, scope: Scope): Meaning {
  const [first = '', second] = parts;
  if (second === undefined) return bare(first, names, scope);
  const rest = parts.slice(1);
  if (first === 'settled' || first === 'ratified' || first === 'repudiated') return ofStage(first, rest, names);
  if (first === 'in_force') return inForce(rest, names);
  const party = names.parties.get(idOf(first));
  if (party !== undefined && !first.includes('-')) return ofParty(idOf(first), rest, names);
  return nothing(0, `There is no party ${quote(first)}.`, didYouMean(first, ['settled', 'ratified', 'repudiated', 'in_force', ...[...names.parties.keys()].map(written)]));
}

function nothing(at: number, message: string, hint: string): Meaning {
  return { type: 'nothing', at, message, hint };
}
const quote = (text: string): string => JSON.stringify(text);

function bare(name: string, names: Names, scope: Scope): Meaning {
  const id = idOf(name);
  const own = scope.party === null ? undefined : names.parties.get(scope.party);
  if (own?.gauges.has(id) === true) return { type: 'number', name: { kind: 'gauge', party: scope.party, gauge: id } };
  if (names.gauges.has(id)) return { type: 'number', name: { kind: 'gauge', party: null, gauge: id } };
  if (names.levers.has(id)) return { type: 'number', name: { kind: 'lever', lever: id } };
  const counter = Object.hasOwn(COUNTERS, name) ? COUNTERS[name] : undefined;
  if (counter !== undefined) return name === 'peace_days' && !names.followed ? notFollowed(name) : { type: 'number', name: counter };
  switch (name) {
    case 'standing':
      return scope.standing ? { type: 'number', name: { kind: 'standing' } } : nothing(0, 'Only walk-away and leaves can use standing, the worth of what is in force.', 'leave it out here; in_force.issue == "option" tells what is in force');
    case 'fighting':
      return { type: 'word', name: { kind: 'fighting' }, words: FIGHTING };
    case 'diplomacy':
      return { type: 'word', name: { kind: 'diplomacy' }, words: DIPLOMACY };
    case 'ended':
      return { type: 'word', name: { kind: 'ended' }, words: ENDINGS };
    case 'stage':
      return { type: 'word', name: { kind: 'stage' }, words: names.stages };
    case 'collapsed':
      return names.followed ? { type: 'truth', name: { kind: 'collapsed' } } : notFollowed(name);
    case 'settled':
    case 'ratified':
    case 'repudiated':
    case 'in_force':
      return nothing(0, `${quote(name)} needs ${name === 'in_force' ? 'an issue' : 'a stage'} after it.`, `as in ${name}.${written([...(name === 'in_force' ? names.issues.keys() : names.stages)][0] ?? 'name')}`);
    default:
      return unknown(id, name, names, scope);
  }
}

function notFollowed(name: string): Meaning {
  return nothing(0, `${quote(name)} is about the peace after the last signature, and nothing says how it is followed.`, 'add agreement: and horizon: to peace');
}

/** A party's gauge without the party's name is the commonest slip. */
function unknown(id: Id, name: string, names: Names, scope: Scope): Meaning {
  const message = `There is no gauge and no lever ${quote(name)}.`;
  for (const [party, own] of names.parties) if (own.gauges.has(id)) return nothing(0, message, `did you mean ${written(party)}.${written(id)}?`);
  if (names.parties.has(id)) return nothing(0, `${quote(name)} is a party, and no number.`, `name something of it, as in ${name}.posture`);
  return nothing(0, message, didYouMean(name, bareNames(names, scope)));
}

function bareNames(names: Names, scope: Scope): string[] {
  const own = scope.party === null ? undefined : names.parties.get(scope.party);
  const ids = [...(own?.gauges ?? []), ...names.gauges, ...names.levers].map(written);
  return [...ids, ...Object.keys(COUNTERS), 'fighting', 'diplomacy', 'ended', 'stage', ...(names.followed ? ['collapsed'] : []), ...(scope.standing ? ['standing'] : [])];
}

function ofStage(kind: 'settled' | 'ratified' | 'repudiated', rest: readonly string[], names: Names): Meaning {
  const [stage = '', more] = rest;
  const id = idOf(stage);
  if (!names.stages.includes(id)) return nothing(1, `There is no stage ${quote(stage)}.`, didYouMean(stage, names.stages.map(written)));
  if (kind === 'ratified' && !names.ratified.has(id)) return nothing(1, `Nobody ratifies ${quote(stage)}, so it never is.`, 'let a party say ratifies:, or ask for settled');
  if (kind === 'repudiated' && !names.binding.has(id)) return nothing(1, `${quote(stage)} binds nobody who does not sign it, so nobody repudiates it.`, 'let the stage say binds:');
  return more === undefined ? { type: 'truth', name: { kind, stage: id } } : tooLong(2, more);
}

function inForce(rest: readonly string[], names: Names): Meaning {
  const [issue = '', more] = rest;
  const options = names.issues.get(idOf(issue));
  if (options === undefined) return nothing(1, `There is no issue ${quote(issue)}.`, didYouMean(issue, [...names.issues.keys()].map(written)));
  return more === undefined ? { type: 'word', name: { kind: 'in-force', issue: idOf(issue) }, words: options } : tooLong(2, more);
}

function ofParty(party: Id, rest: readonly string[], names: Names): Meaning {
  const [what = '', which, more] = rest;
  const own = names.parties.get(party);
  if (own === undefined) return nothing(0, `There is no party ${quote(party)}.`, didYouMean(party, [...names.parties.keys()].map(written)));
  if (what === 'posture') return which === undefined ? { type: 'word', name: { kind: 'posture', party }, words: own.postures } : tooLong(2, which);
  if (what === 'stance' || what === 'line') {
    const charts = what === 'stance' ? own.stances : own.lines;
    const states = which === undefined ? undefined : charts.get(idOf(which));
    const kind = what === 'stance' ? 'stance on' : 'red line';
    if (which === undefined || states === undefined) {
      return nothing(which === undefined ? 1 : 2, `${quote(party)} has no ${kind} ${quote(which ?? '')}.`, didYouMean(which ?? '', [...charts.keys()].map(written)));
    }
    if (more !== undefined) return tooLong(3, more);
    return { type: 'word', name: what === 'stance' ? { kind: 'stance', party, issue: idOf(which) } : { kind: 'line', party, line: idOf(which) }, words: states };
  }
  if (!own.gauges.has(idOf(what))) return nothing(1, `${quote(party)} has no gauge ${quote(what)}.`, didYouMean(what, [...[...own.gauges].map(written), 'posture', 'stance', 'line']));
  return which === undefined ? { type: 'number', name: { kind: 'gauge', party, gauge: idOf(what) } } : tooLong(2, which);
}

function tooLong(at: number, part: string): Meaning {
  return nothing(at, `Nothing can follow here, and this goes on with ${quote(part)}.`, 'leave out the dot and what follows it');
}

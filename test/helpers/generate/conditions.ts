/** Conditions and numbers of a generated world, over all kinds of names that expressions know. */
import type { Draws } from './draws.ts';
import { ROUNDS, type Frame, type PartyFrame } from './frame.ts';
import type { Levers } from './levers.ts';

/** A name as expressions write it. */
const written = (id: string): string => id.replaceAll('-', '_');
const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

export interface Conditions {
  /** @param party whose it is: its own gauges stand in it bare; null: nobody's */
  readonly truth: (party: PartyFrame | null) => string;
  /** A number about `middle`, that `by` or less is added to or taken from. */
  readonly number: (party: PartyFrame | null, middle: number | string, by: number) => string;
}

export function conditionsOf(draws: Draws, frame: Frame, levers: Levers): Conditions {
  const { chance, some, pick, between, several } = draws;
  const { parties, stages, issues } = frame;
  const days = frame.rounds * ROUNDS[frame.round];

  function gauge(party: PartyFrame | null): string | null {
    const own = (party?.gauges ?? []).map(written);
    const others = parties.flatMap((other) => (other === party ? [] : other.gauges.map((each) => `${written(other.id)}.${each}`)));
    const all = [...own, ...own, ...frame.gauges, ...others];
    return all.length === 0 ? null : some(all);
  }

  /** What a name that holds a word may be, by name. */
  function words(): readonly (readonly [name: string, words: readonly string[]])[] {
    return [
      ['fighting', frame.truce ? ['war', 'limited-truce', 'ceasefire'] : ['war']], ['diplomacy', ['talks', 'stalled', 'ratifying']], ['stage', stages.map(({ id }) => id)], ['ended', ['going', 'failed']],
      ...issues.map(({ id, options }) => [`in_force.${written(id)}`, options] as const),
      ...parties.flatMap(({ id, away, stances, lines }) => [
        [`${written(id)}.posture`, ['at-table', 'left', ...(away ? ['away'] : [])]] as const,
        ...Object.entries(stances).map(([issue, states]) => [`${written(id)}.stance.${written(issue)}`, states] as const),
        ...lines.map((line) => [`${written(id)}.line.${written(line.id)}`, line.states] as const),
      ]),
    ];
  }

  function compared(party: PartyFrame | null): string {
    const of = gauge(party);
    const lever = levers.bound();
    const kinds: readonly (() => string)[] = [
      () => `round ${some(['>', '<=', '!=', '=='])} ${1 + pick(frame.rounds - 1)}`, () => `days >= ${1 + pick(days - 1)}`, () => `refusals ${some(['>', '<'])} ${1 + pick(3)}`,
      ...(frame.truce ? [() => `truce_days > ${pick(days - 1)}`] : []),
      ...(of === null ? [] : [() => `${of} ${some(['<', '>', '>='])} ${between(0.2, 0.8, 0.1)}`, () => `max(${of}, 0.3) - 0.1 * min(round, 5) < ${between(0, 0.5, 0.1)}`]),
      ...(lever === null ? [] : [() => `${lever[0]} ${some(['<', '>='])} ${lever[1]}`]),
    ];
    return some(kinds)();
  }

  function worded(): string {
    const [name, all] = some(words());
    if (all.length > 1 && chance(0.25)) return `${name} in [${quoted(several(all, 0.5))}]`;
    return `${name} ${some(['==', '!='])} '${some(all)}'`;
  }

  function held(): string {
    const ratified = parties.flatMap(({ ratifies }) => ratifies);
    const bound = stages.filter(({ binds }) => binds.length > 0);
    return some([...stages.map(({ id }) => `settled.${id}`), ...ratified.map((id) => `ratified.${id}`), ...bound.map(({ id }) => `repudiated.${id}`)]);
  }

  function simple(party: PartyFrame | null): string {
    return some([() => compared(party), () => compared(party), worded, worded, held])();
  }

  function truth(party: PartyFrame | null): string {
    if (chance(0.6)) return simple(party);
    return some([
      () => `${simple(party)} && ${simple(party)}`, () => `${simple(party)} || ${simple(party)}`, () => `!(${simple(party)})`, () => `(${simple(party)} || ${simple(party)}) && !(${simple(party)})`,
    ])();
  }

  return {
    truth,
    number: (party, middle, by) => {
      const of = gauge(party);
      const parts: readonly (() => string)[] = [
        () => '', () => ` + (${simple(party)} ? ${by} : 0)`, () => ` - ${by} * min(round, 8) / 8`,
        ...(of === null ? [] : [() => ` - ${by} * ${of}`, () => ` + ${by} * (${of} - 0.5) / max(${of}, 0.2)`, () => ` - ${by} * ${of}`]),
      ];
      return `${middle}${some(parts)()}${chance(0.2) ? some(parts)() : ''}`;
    },
  };
}

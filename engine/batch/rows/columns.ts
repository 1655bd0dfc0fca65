/** What a row says of a run, column by column: by name, so that it can be read without the scenario. */
import type { Model, WorthTable } from '../../model/model.ts';
import { STAGE, type State } from '../../model/state.ts';
import { worthOf } from '../../model/worth.ts';
import { ENDINGS } from '../../vocabulary.ts';

/** A finished run as the columns read it. `blockers`: keys of blockers.ts. */
export interface RowSource { readonly run: number; readonly outcome: number; readonly state: State; readonly blockers: readonly string[]; readonly worth: WorthTable }

interface Base { readonly name: string; readonly nullable: boolean }
export type Column = Base & (
  | { readonly type: 'STRING'; readonly read: (row: RowSource) => string | null }
  | { readonly type: 'INT32'; readonly read: (row: RowSource) => number | null }
  | { readonly type: 'DOUBLE'; readonly read: (row: RowSource) => number | null }
  | { readonly type: 'BOOLEAN'; readonly read: (row: RowSource) => boolean | null }
);

/**
 * A column's name that every program takes unquoted: ids with `_` for `-`, parts joined by `__`, as in `in_force__crimea`.
 * Two that would be the same (an id may hold `--`) are told apart by a number.
 */
function namer(): (...parts: readonly string[]) => string {
  const taken = new Set<string>();
  return (...parts) => {
    const wanted = parts.join('__').replaceAll('-', '_');
    let name = wanted;
    for (let n = 2; taken.has(name); n++) name = `${wanted}_${n}`;
    taken.add(name);
    return name;
  };
}

export function columnsOf(model: Model, seed: string): readonly Column[] {
  const name = namer();
  const { issues, stages, parties, levers, outcomes } = model;
  const last = stages.length - 1;
  // Followed to its end or to the horizon; see rules of the peace phase.
  const followed = ({ state }: RowSource): boolean => state.peaceDays > 0;
  return [
    { name: name('run'), type: 'INT32', nullable: false, read: (row) => row.run },
    { name: name('seed'), type: 'STRING', nullable: false, read: () => seed },
    { name: name('outcome'), type: 'STRING', nullable: false, read: (row) => outcomes[row.outcome].id },
    { name: name('ending'), type: 'STRING', nullable: false, read: ({ state }) => ENDINGS[state.ending] },
    { name: name('ended_by'), type: 'STRING', nullable: true, read: ({ state }) => (state.endedBy < 0 ? null : parties[state.endedBy].id) },
    { name: name('rounds'), type: 'INT32', nullable: false, read: ({ state }) => state.round },
    { name: name('truces_broken'), type: 'INT32', nullable: false, read: ({ state }) => state.breaks },
    { name: name('truce_days'), type: 'DOUBLE', nullable: true, read: ({ state }) => (state.firstTruce === 0 ? null : ((state.firstBreak === 0 ? state.round : state.firstBreak) - state.firstTruce) * model.roundDays) },
    { name: name('truce_censored'), type: 'BOOLEAN', nullable: true, read: ({ state }) => (state.firstTruce === 0 ? null : state.firstBreak === 0) },
    { name: name('peace_days'), type: 'DOUBLE', nullable: true, read: (row) => (followed(row) ? row.state.peaceDays : null) },
    { name: name('peace_censored'), type: 'BOOLEAN', nullable: true, read: (row) => (followed(row) ? row.state.collapsed === 0 : null) },
    { name: name('blocked_by'), type: 'STRING', nullable: true, read: ({ state, blockers }) => (state.stages[last] === STAGE.settled || blockers.length === 0 ? null : blockers.map((key) => key.split('\t').filter((part) => part !== '').join(' ')).join('; ')) },
    ...issues.map((issue, i): Column => ({ name: name('in_force', issue.id), type: 'STRING', nullable: false, read: ({ state }) => issue.options[state.inForce[i]] })),
    ...issues.map((issue, i): Column => ({ name: name('truce', issue.id), type: 'STRING', nullable: true, read: ({ state }) => (state.firstTruce === 0 ? null : issue.options[state.firstTerms[i]]) })),
    ...stages.flatMap((stage, s): readonly Column[] => [
      { name: name('signed', stage.id), type: 'BOOLEAN', nullable: false, read: ({ state }) => state.signed[s] === 1 },
      ...stage.issues.map((i): Column => ({
        name: name('signed', stage.id, issues[i].id), type: 'STRING', nullable: true,
        read: ({ state }) => (state.signed[s] === 1 ? issues[i].options[state.signedTerms[s * issues.length + i]] : null),
      })),
    ]),
    ...parties.map((party, p): Column => ({ name: name('worth', party.id), type: 'DOUBLE', nullable: false, read: ({ state, worth }) => worthOf(model, worth, p, state.inForce) })),
    ...levers.map((lever, l): Column => ({ name: name('lever', lever), type: 'DOUBLE', nullable: false, read: ({ state }) => state.levers[l] })),
  ];
}

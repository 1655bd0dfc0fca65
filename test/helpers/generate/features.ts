/** What there is in a scenario, and what happens in its runs, in words: so that a test can count what generated ones cover. */
import type { Model, RunRecord, Scenario } from '../../../engine/index.ts';

/** All that a generated set is to hold. What its records hold besides is in `happeningsOf`. */
export function featuresOf(model: Model): ReadonlySet<string> {
  const { scenario } = model;
  const yes = (facts: Readonly<Record<string, boolean>>): readonly string[] => Object.entries(facts).flatMap(([name, holds]) => (holds ? [name] : []));
  return new Set([...namesRead(scenario), ...ofProcess(scenario), ...ofParties(scenario), ...yes({ ...outside(scenario), ...widths(model) })]);
}

/** Names that conditions and numbers read, and what joins them. */
function namesRead({ stages, views: _, ...rest }: Scenario): readonly string[] {
  const found: string[] = [];
  visit([rest, stages], false);
  return found;

  function visit(part: unknown, inTree: boolean): void {
    if (typeof part !== 'object' || part === null) return;
    const { op, name } = part as { readonly op?: unknown; readonly name?: { readonly kind?: unknown; readonly party?: unknown } | string };
    if (inTree && typeof op === 'string') found.push(`expression: ${op}`);
    if (inTree && typeof name === 'object' && typeof name.kind === 'string') found.push(`name: ${name.kind === 'gauge' && name.party === null ? 'shared gauge' : name.kind}`);
    for (const [key, value] of Object.entries(part)) visit(value, inTree || key === 'tree');
  }
}

function ofProcess({ stages, tracks, mediator, calendar }: Scenario): readonly string[] {
  const yes = (name: string, holds: boolean): readonly string[] => (holds ? [name] : []);
  return [
    ...stages.flatMap((stage) => [
      stage.protocol, ...yes(stage.style, stage.protocol === 'single-text'), ...yes('must-bring', Object.keys(stage.mustBring).length > 0), ...yes('upgradable', stage.upgradable), ...yes('reopens', stage.reopens),
      ...yes('binds', stage.binds.length > 0), ...yes('leverage', stage.leverage.length > 0), ...yes('stage: when', stage.when !== null), ...yes('the drafter signs', stage.drafter !== null && stage.signs.includes(stage.drafter)),
      `${stage.signs.length} sign`,
    ]),
    ...yes('both protocols', new Set(stages.map(({ protocol }) => protocol)).size === 2), ...yes('several stages', stages.length > 1),
    ...yes('two stages must bring something', stages.filter(({ mustBring }) => Object.keys(mustBring).length > 0).length > 1), ...yes('a failure ends the talks', stages.slice(0, -1).some(({ onFailure }) => onFailure === 'end')),
    ...yes('several tracks', tracks.length > 1), ...tracks.flatMap(({ every, after, needs, seats }) => [...yes('track: every', every !== null), ...yes('track: after', after !== null), ...yes('track: needs', needs.length < seats.length)]),
    ...yes('the mediator may walk away', mediator?.walksAway != null), ...calendar.deadlines.map(({ announced }) => (announced ? 'deadline announced' : 'deadline not announced')),
  ];
}

function ofParties({ parties, calendar, stages }: Scenario): readonly string[] {
  const yes = (name: string, holds: boolean): readonly string[] => (holds ? [name] : []);
  const drafters = new Set(stages.map(({ drafter }) => drafter));
  return parties.flatMap((party) => {
    const { manner, redLines, stances, posture, gauges, ratifies } = party;
    const moves = [...stances, ...redLines].flatMap(({ states }) => states.flatMap(({ transitions }) => transitions)).concat(posture.states.flatMap(({ transitions }) => transitions));
    return [
      `tactic: ${manner.tactic?.kind ?? 'time'}`, ...yes('exact answers', manner.sharpness === 'exact'), ...yes('firmness 0', 'value' in manner.firmness && manner.firmness.value === 0), ...yes('slack', 'value' in manner.slack && manner.slack.value > 0),
      ...yes('prefers others', manner.prefers === 'others'), ...yes('not only rational', !manner.rationalOnly), ...yes('discount', manner.discount !== undefined),
      ...yes('bonds', party.bonds.length > 0), ...yes('looks ahead', party.looksAhead !== null), ...yes('may leave', party.leaves !== null), ...yes('ratifies with a delay', (ratifies?.takes.days ?? 0) > calendar.round.days), ...yes('ratifies at once', ratifies?.takes.days === 0),
      ...redLines.flatMap((line) => [...yes('bluff', !line.held), ...yes('hidden line', !line.stated), ...yes('line on several issues', Object.keys(line.never).length > 1), ...yes('line of three states', line.states.length === 3)]),
      ...yes("the drafter's own line", redLines.length > 0 && drafters.has(party.id)), ...yes('firm stance', stances.some(({ states }) => states.some(({ firm }) => firm))), ...yes('may be away', posture.states.some(({ id }) => id === 'away')),
      ...moves.flatMap((move) => [...yes('guard', move.if !== undefined), ...yes('chance a round', move.chance?.per === null), ...yes('chance a week', move.chance?.per === 'week'), ...yes('guard and chance', move.if !== undefined && move.chance !== undefined), ...yes('chance by lever', move.chance !== undefined && 'lever' in move.chance.amount)]),
      ...yes('second move on a signal', [...stances, ...redLines].some(({ states }) => states.some(({ transitions }) => new Set(transitions.map(({ on }) => on.written)).size < transitions.length))),
      ...gauges.flatMap((gauge) => [...yes('gauge: while', gauge.while.length > 0), ...yes('gauge: on', gauge.on.length > 0)]),
    ];
  });
}

function outside({ events, peace, levers, views, normalise, gauges, from, starts, issues }: Scenario): Readonly<Record<string, boolean>> {
  const any = (holds: (event: Scenario['events'][number]) => boolean): boolean => events.some(holds);
  return {
    'event opens options': any(({ opens }) => Object.keys(opens).length > 0), 'event closes options': any(({ closes }) => Object.keys(closes).length > 0), 'event breaks the truce': any(({ breaksTruce }) => breaksTruce),
    'event: when': any(({ when }) => when !== null), 'event: times': any(({ times }) => times !== null), 'event moves gauges': any(({ moves }) => moves.length > 0), 'event is heard of': any(({ sends }) => sends.length > 0),
    'truces break': peace.ceasefire !== undefined, 'peace is followed': peace.agreement !== undefined, 'peace by a figure': Object.values(peace).some(({ base }) => 'figure' in base), 'peace by terms': Object.values(peace).some(({ ratios }) => ratios.length > 0),
    'levers are drawn': levers.some(({ distribution }) => distribution !== null), views: views.length > 0, 'raw worth': !normalise, 'shared gauge': gauges.length > 0, 'later start': starts.length > 1 && from !== starts[0],
    'performed options': issues.some(({ options }) => options.some(({ performedBy }) => performedBy.length > 0)), 'performed by several': issues.some(({ options }) => options.some(({ performedBy }) => performedBy.length > 1)),
    ...Object.fromEntries(levers.map(({ distribution }) => [`drawn: ${distribution?.kind ?? 'not'}`, true])),
  };
}

/** How large the sets are that words of 32 bits hold: of a stage's options, lines, parties, and signals that a machine waits for. */
function widths({ stages, lines, parties, hearing }: Model): Readonly<Record<string, boolean>> {
  const sizes = { options: stages.map(({ bits }) => bits.issue.length), lines: [lines.length], parties: [parties.length], signals: [hearing.words > 1 ? 33 : 1] };
  return Object.fromEntries(Object.entries(sizes).flatMap(([what, of]) => [
    [`${what}: 32`, of.includes(32)], [`${what}: more than 32`, of.some((size) => size > 32)], [`${what}: more than 64`, of.some((size) => size > 64)],
  ]));
}

/** What happened, of what a reader of records can tell apart. */
export function happeningsOf(records: readonly RunRecord[]): ReadonlySet<string> {
  return new Set(records.flatMap((record): readonly string[] => {
    const { kind } = record;
    switch (record.kind) {
      case 'answer': return [kind, `answer: ${record.answer}`, `because: ${record.because.kind}`, ...(record.amendment ? ['amendment'] : [])];
      case 'moved': return [kind, `moved: ${record.chart}`, ...(record.chart === 'posture' ? [`posture: ${record.to}`] : [])];
      case 'tabled': return [kind, ...(record.presses.length > 0 ? ['tabled to press a line'] : []), ...(record.byChoice ? ['tabled by a person'] : [])];
      case 'stage': return [kind, `stage ${record.is}`];
      case 'broke': return [kind, `broke by ${record.by}`];
      case 'ratified': return [kind, record.yes ? 'voted yes' : 'voted no'];
      case 'repudiation': return [kind, record.repudiates ? 'repudiated' : 'not repudiated'];
      case 'fighting': return [kind, `from ${record.from} to ${record.to}`];
      case 'diplomacy': return [kind, `diplomacy: ${record.to}`];
      case 'ended': return [kind, `ended: ${record.how}`];
      case 'peace': return [kind, record.censored ? 'peace held' : 'peace collapsed'];
      default: return [kind];
    }
  }));
}

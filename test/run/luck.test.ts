/** What must not move anybody's luck. */
import { parse, stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { openStepper, type Model, type RunRecord } from '../../engine/index.ts';
import { edit, modelFrom, SMALLEST, TWO_TRACKS } from '../helpers/world.ts';

const play = (model: Model, run: number): readonly RunRecord[] => { const stepper = openStepper(model, { seed: 'luck', run }); stepper.toEnd(); return stepper.records; };

function same(a: string, b: string, ignoring: (record: RunRecord) => RunRecord = (record) => record): void {
  const [one, two] = [modelFrom(a), modelFrom(b)];
  for (let run = 1; run <= 30; run++) expect(play(two, run).map(ignoring), `run ${run}`).toEqual(play(one, run).map(ignoring));
}

/** The same file with the keys of its maps in reverse order, where order carries no meaning. */
function reversed(text: string): string {
  const file = parse(text) as Record<string, unknown>;
  const flip = (map: unknown): unknown => (map && typeof map === 'object' ? Object.fromEntries(Object.entries(map).reverse()) : map);
  const parties = Object.fromEntries(Object.entries(file.parties as Record<string, Record<string, unknown>>).reverse().map(([id, party]) => [id, flip({
    ...party, gauges: flip(party.gauges), worth: flip(party.worth), stances: flip(party.stances), 'red-lines': flip(party['red-lines']),
  })]));
  const clean = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  return stringify(clean({ ...file, parties, issues: flip(file.issues), events: flip(file.events), gauges: flip(file.gauges), levers: flip(file.levers) }));
}

describe('luck', () => {
  it.each([['smallest', SMALLEST, 'events: { '], ['two tracks', TWO_TRACKS, 'events:\n  ']])('of %s is not moved by an event of chance 0', (_, text, events) => {
    const [ear, news] = text === SMALLEST ? ['{ weary: open }', '{ weary: open, a-comet: open }'] : ['west.hardened: ours }', 'west.hardened: ours, a-comet: ours }'];
    const comet = 'a-comet: { title: A comet, chance: 0, sends: a-comet, assumed: test }';
    same(text, edit(text, [events, events.endsWith('{ ') ? `${events}${comet}, ` : `${events}${comet}\n  `], [ear, news]));
  });
  it('is not moved by a red line that never bites', () => {
    const bitten = '    red-lines: { no-cession:';
    same(TWO_TRACKS, edit(TWO_TRACKS, [bitten, '    red-lines: { a-never: { title: Never bites, never: { land: shared }, start: waived, states: { waived: { on: { storm: { to: held, chance: 0 } } }, held: {} }, assumed: test }, no-cession:']));
  });
  it.each([['smallest', SMALLEST], ['two tracks', TWO_TRACKS]])('of %s is not moved by the order of parties, issues, events, gauges, stances and lines', (_, text) => {
    expect(reversed(text)).not.toBe(text);
    same(text, reversed(text));
  });
  it('is not moved by titles', () => {
    same(SMALLEST, SMALLEST.replaceAll('title: The share', 'title: Another word').replace('name: North', 'name: Boreas'));
  });
  it('is the same for a variant: the first round of a changed scenario meets the same news and noise', () => {
    const variant = modelFrom(edit(SMALLEST, ['walk-away: { value: 0.3', 'walk-away: { value: 0.6']));
    const base = modelFrom(SMALLEST);
    const noise = (records: readonly RunRecord[]): unknown => records.find((record) => record.kind === 'pressure');
    for (let run = 1; run <= 10; run++) expect(noise(play(variant, run))).toEqual(noise(play(base, run)));
  });
});

/** The walk back and forth over the real engine: what is played again must be what was seen. */
import { beforeAll, describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { History } from '../../../cli/views/dashboard/history.ts';
import type { Walkers } from '../../../cli/views/dashboard/history.ts';
import { compile, openStepper, readScenario, restoreStepper } from '../../../engine/index.ts';
import type { Look, SavedRun } from '../../../engine/index.ts';

let walkers: Walkers<SavedRun>;
beforeAll(() => {
  const read = readScenario(fileURLToPath(new URL('../../../scenarios/london-april.yaml', import.meta.url)));
  if (!read.ok) throw new Error('london-april has problems');
  const model = compile(read.scenario);
  walkers = { open: (seed) => openStepper(model, { seed }), restore: (saved) => restoreStepper(model, saved) };
});

describe('a run of the real engine', () => {
  it('looks, going back over it, as it looked when it was played', () => {
    const history = new History(walkers, '7');
    const seen: Look[] = [history.look];
    while (history.forward()) seen.push(history.look);
    // A second walk that never looked on its way, so that every look is played again.
    const again = new History(walkers, '7');
    again.toEnd();
    expect(again.last).toBe(seen.length - 1);
    for (let at = again.last; at >= 0; at -= 1) {
      again.show(at);
      expect(again.look).toEqual(seen[at]);
    }
    expect(again.records).toEqual(history.records);
  });

  it('keeps a choice made in the past, and plays the same run as one opened with it', () => {
    const history = new History(walkers, '7');
    history.toEnd();
    let at = 0;
    while (history.lookAt(at).nextPhase !== 'answers' || history.lookAt(at).text === null) at += 1;
    history.show(at);
    const look = history.look;
    const party = look.text?.verdicts.find((verdict) => verdict.consents && verdict.answer === null)?.party ?? '';
    expect(history.choose({ kind: 'answer', round: look.round, party, answer: 'accept' })).toBe(null);
    expect(history.last).toBe(at);
    history.toEnd();
    const opened = new History(walkers, '7', history.head.choices);
    opened.toEnd();
    expect(history.records).toEqual(opened.records);
    expect(history.records.find((record) => record.kind === 'answer' && record.party === party && record.round === look.round)).toMatchObject({ answer: 'accept', because: { kind: 'said' } });
    history.show(at + 2);
    expect(history.look).toEqual(opened.lookAt(at + 2));
  });
});

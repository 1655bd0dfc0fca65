/** A scenario from somebody else: whatever its titles hold, nothing but text reaches the terminal. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { jsonLine } from '../../cli/json.ts';
import { UNPAINTED } from '../../cli/views/plain/paint.ts';
import { show } from '../../cli/views/plain/show/show.ts';
import { transcript } from '../../cli/views/plain/transcript.ts';
import { verdicts } from '../../cli/views/plain/verdicts.ts';
import { compile, openStepper, readScenario, weighAtOpening } from '../../engine/index.ts';
import { folder, winset } from './fake-io.ts';
import { poisoned, SENT } from './poisoned.ts';

const place = folder();
afterAll(place.remove);
const read = readScenario('scenarios/tutorial.yaml');
if (!read.ok) throw new Error('the tutorial does not read');
const hostile = poisoned(read.scenario);
const page = { width: 80, paint: UNPAINTED };

describe('hostile titles', () => {
  it('are harmless on every page', () => {
    const model = compile(hostile);
    const stepper = openStepper(model, { seed: '7' });
    stepper.toEnd();
    const { look, text, brings, least } = weighAtOpening(model, { dam: 'upper-only' }, { stage: 'agreement' });
    for (const said of [
      show(hostile, page),
      transcript(stepper.head, stepper.records, hostile, { name: 'x\u001b[2J', levers: {} }, page),
      verdicts({ look, text, brings, closed: [{ issue: 'dam', option: 'upper-only', event: model.events[0]?.id ?? '' }], stage: 'agreement', named: ['dam'], changes: least?.changes ?? null }, hostile, page),
    ]) {
      expect(said).toContain('[2J');
      expect(said).not.toMatch(SENT);
    }
  });
  it('are escaped in JSON, and nothing is lost', () => {
    const line = jsonLine({ title: 'a\u001b\u009b\u202e\u{e0041}b' });
    expect(line).not.toMatch(SENT);
    expect(JSON.parse(line)).toEqual({ title: 'a\u001b\u009b\u202e\u{e0041}b' });
  });
  it('in a file are a problem that is itself harmless', async () => {
    const file = place.file('hostile.yaml');
    writeFileSync(file, readFileSync('scenarios/tutorial.yaml', 'utf8').replace('Two villages and a river', 'Two\u202e villages\u001b[2J'));
    for (const command of ['check', 'run']) {
      const { code, out, err } = await winset([command, file]);
      expect(code).toBe(3);
      expect(out + err).not.toMatch(SENT);
    }
  });
});

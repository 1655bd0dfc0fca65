/** A sitting on the engine's own runs without a terminal: keys as text, the screen as text, what was saved as data. */
import { expect } from 'vitest';
import { Decoder } from '../../../cli/views/dashboard/decode.ts';
import { picture } from '../../../cli/views/dashboard/picture.ts';
import { rowText } from '../../../cli/views/dashboard/rows.ts';
import { Session } from '../../../cli/views/dashboard/session.ts';
import type { View } from '../../../cli/views/dashboard/view.ts';
import { walkersOf } from '../../../cli/views/dashboard/walkers.ts';
import type { Moment } from '../../../cli/views/dashboard/walkers.ts';
import { openStepper } from '../../../engine/index.ts';
import type { Model, RunHead } from '../../../engine/index.ts';

export interface Desk { readonly type: (text: string) => void; readonly view: () => View; readonly screen: () => string; readonly saved: () => readonly unknown[]; readonly session: Session<Moment> }

export function desk(model: Model, people: readonly string[], seed = '7'): Desk {
  const files: string[] = [];
  const session: Session<Moment> = new Session(model.scenario, walkersOf(model, {}), { seed, choices: [], people, columns: 120, rows: 40 }, {
    save: (_, text) => { files.push(text); return { kind: 'saved', shown: 'file' }; },
    replay: (file) => `replay ${file}`, suspend: () => undefined, edit: () => undefined, redraw: () => undefined, quit: () => undefined,
  });
  const decoder = new Decoder();
  return {
    session,
    type: (text) => { session.press(decoder.feed(text)); session.press(decoder.flush()); },
    view: () => session.view(),
    screen: () => picture(session.view()).map(rowText).join('\n'),
    saved: () => files[files.length - 1]?.trimEnd().split('\n').map((line): unknown => JSON.parse(line)) ?? [],
  };
}

/** What was saved comes out again when it is played from its head. */
export function expectReplay(model: Model, [head, ...records]: readonly unknown[]): void {
  const { seed, choices } = head as RunHead;
  const stepper = openStepper(model, { seed, choices });
  stepper.toEnd();
  expect(JSON.parse(JSON.stringify(stepper.records.slice(0, records.length)))).toEqual(records);
}

/** The tree of branches, over the real engine: what is shared, what parts them, and the same choices on another scenario. */
import { describe, expect, it } from 'vitest';
import { stepBoth } from '../../../cli/views/dashboard/beside.ts';
import { Branches, parting } from '../../../cli/views/dashboard/branches.ts';
import { walkersOf } from '../../../cli/views/dashboard/walkers.ts';
import { openStepper } from '../../../engine/index.ts';
import { edit, modelFrom, SMALLEST } from '../../helpers/world.ts';
import { desk } from './desk.ts';

const smallest = modelFrom(SMALLEST);
const tree = () => new Branches(walkersOf(smallest, {}), '7');

describe('a branch', () => {
  it('is the same run up to where it begins, and leads elsewhere without touching its parent', () => {
    const branches = tree();
    const trunk = branches.current.history;
    trunk.toEnd();
    const end = trunk.records;
    trunk.show(12);
    const branch = branches.fork('another').history;
    expect([branch.at, branch.last]).toEqual([12, 12]);
    expect(branch.look).toEqual(trunk.look);
    expect(branch.records).toEqual(end.slice(0, trunk.recordsAt(12)));
    expect(branch.choose({ kind: 'lever', round: 3, lever: 'pace', value: 0.2 })).toBe(null);
    branch.toEnd();
    const alone = openStepper(smallest, { seed: '7', choices: branch.head.choices });
    alone.toEnd();
    expect(branch.records).toEqual(alone.records);
    expect(trunk.records).toEqual(end);
    for (const at of [0, 5, 11, 12]) expect(branch.lookAt(at)).toEqual(trunk.lookAt(at));
  });
  it('goes as its parent does until something is decided: the luck is the same', () => {
    const branches = tree();
    const trunk = branches.current.history;
    trunk.playTo(9);
    const branch = branches.fork('the same').history;
    expect(parting(trunk, branch)).toBe(null);
    trunk.toEnd();
    branch.toEnd();
    expect(branch.records).toEqual(trunk.records);
  });
  it('parts from another in the phase in which the first decision takes effect', () => {
    const branches = tree();
    const trunk = branches.current.history;
    trunk.playTo(4);
    const branch = branches.fork('b').history;
    branch.choose({ kind: 'event', round: 2, event: 'storm', happens: true });
    branch.choose({ kind: 'answer', round: 3, party: 'north', answer: 'refuse' });
    expect(parting(trunk, branch)).toBe(8);
    for (const history of [trunk, branch]) history.playTo(9);
    expect(branch.lookAt(8)).toEqual(trunk.lookAt(8));
    expect(branch.lookAt(9)).not.toEqual(trunk.lookAt(9));
    stepBoth(trunk, branch, 'round');
    expect([trunk.at, branch.at]).toEqual([16, 16]);
    stepBoth(trunk, branch, 'back-round');
    expect([trunk.at, branch.at]).toEqual([8, 8]);
    stepBoth(trunk, branch, 'end');
    expect([trunk.ended, branch.ended]).toEqual([true, true]);
    stepBoth(trunk, branch, 'start');
    expect([trunk.at, branch.at]).toEqual([8, 8]);
  });
  it('has a name of its own; a removed one leaves its own branches to its parent', () => {
    const branches = tree();
    branches.fork('a');
    branches.fork('a');
    branches.fork('c');
    expect(branches.lines().map(({ name, strokes }) => `${strokes}${name}`)).toEqual(['main', '└─ a', '   └─ a (2)', '      └─ c']);
    branches.remove(3);
    expect(branches.lines().map(({ name, strokes }) => `${strokes}${name}`)).toEqual(['main', '└─ a', '   └─ c']);
    branches.remove(1);
    expect(branches.lines().map(({ name, strokes }) => `${strokes}${name}`)).toEqual(['a', '└─ c']);
    branches.remove(4);
    branches.remove(2);
    expect(branches.lines()).toHaveLength(1);
  });
  it('is unsaved once something is decided in it, until it is saved', () => {
    const branches = tree();
    branches.fork('b');
    expect(branches.unsaved).toBe(0);
    branches.current.history.choose({ kind: 'event', round: 2, event: 'storm', happens: true });
    expect(branches.unsaved).toBe(1);
    branches.markSaved();
    expect(branches.unsaved).toBe(0);
    branches.current.history.choose({ kind: 'event', round: 2, event: 'storm', happens: false });
    expect(branches.unsaved).toBe(1);
  });
});

describe('another scenario under the same choices', () => {
  it('returns to the same round with every branch, and tells which choices no longer fit', () => {
    const { session, type, view, screen } = desk(smallest, []);
    type('rr');
    type('vf');
    type('Llllll\r');
    type('rbn\r');
    type('r');
    const before = view();
    expect(before.branches.map((one) => one.name)).toEqual(['main', 'from round 3']);
    const edited = modelFrom(edit(SMALLEST, ['title: Five steps', 'title: Five steps, edited'], ['range: [0, 0.2]', 'range: [0, 0.06]']));
    const lost = session.swap(edited.scenario, walkersOf(edited, {}));
    expect(lost).toEqual(['Pace of fatigue 0.1']);
    const after = view();
    expect([after.look.round, after.at]).toEqual([before.look.round, before.at]);
    expect(after.branches.map((one) => one.name)).toEqual(['main', 'from round 3']);
    expect(screen()).toContain('Five steps, edited');
    expect(after.log.map((line) => line.text)).toContain('A storm (assumed). (Decided by a person.)');
    type('rrrr');
    expect(view().look.round).toBe(before.look.round + 4);
  });
});

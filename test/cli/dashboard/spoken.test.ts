/** The plain mode: lines of words in, sentences out; it can do what the screen can, and no sign or column means anything in it. */
import { describe, expect, it } from 'vitest';
import { KEYS, rowsOf } from '../../../cli/views/dashboard/keys.ts';
import { choices, heard, wordOf } from '../../../cli/views/dashboard/spoken/commands.ts';
import { SpokenSitting } from '../../../cli/views/dashboard/spoken/sitting.ts';
import { FIRST } from '../../../cli/views/dashboard/ui.ts';
import { modelFrom, SMALLEST } from '../../helpers/world.ts';
import { desk, expectReplay } from './desk.ts';
import { FACTS } from './pressing.ts';

const smallest = modelFrom(SMALLEST);

function plain(people: readonly string[] = []) {
  const at = desk(smallest, people);
  const sitting = new SpokenSitting(at.session);
  const told: string[] = [];
  const say = (...lines: readonly string[]): string => {
    let answer: readonly string[] = [];
    for (const line of lines) answer = sitting.hear(line);
    told.push(...answer);
    return answer.join('\n');
  };
  return { ...at, say, told, greeting: sitting.greet().join('\n') };
}

describe('what is said', () => {
  it('is every row of the key table, by its word', () => {
    for (const row of KEYS) {
      if (row.context === 'name' || row.context === 'cover') continue;
      const answer = heard(wordOf(row), row.context, FIRST, FACTS);
      expect(answer, `${row.context} ${row.action}`).toMatchObject({ keys: [{ name: row.keys[0] }] });
    }
    expect(choices('look').length).toBeGreaterThan(20);
  });
  it('may be a key, words that describe a command, or a name', () => {
    expect(heard('r', 'look', FIRST, FACTS)).toMatchObject({ keys: [{ name: 'r' }] });
    expect(heard('', 'look', FIRST, FACTS)).toMatchObject({ keys: [{ name: 'space' }] });
    expect(heard('seat europe', 'look', FIRST, FACTS)).toMatchObject({ keys: [{ name: ':' }, ...[...'seat'].map((name) => ({ name })), { name: 'space' }, ...[...'europe'].map((name) => ({ name })), { name: 'enter' }] });
    expect(heard('seat', 'answer', FIRST, FACTS)).toMatchObject({ says: [expect.stringContaining('cannot be said here'), ...choices('answer')] });
    expect(heard('run', 'look', FIRST, FACTS)).toMatchObject({ says: expect.arrayContaining(['“run” could be:']) });
    expect(heard('xyzzy', 'look', FIRST, FACTS)).toEqual({ says: ['No command “xyzzy”. help lists all.'] });
    expect(heard('my run', 'name', FIRST, FACTS)).toMatchObject({ keys: [{ name: 'ctrl-u' }, { name: 'm' }, { name: 'y' }, { text: ' ' }, { name: 'r' }, { name: 'u' }, { name: 'n' }, { name: 'enter' }] });
  });
});

describe('a sitting in lines', () => {
  it('steps, tells what is new and where one is, and describes each part', () => {
    const { say, greeting } = plain();
    expect(greeting).toContain('Where do two parties meet?');
    expect(greeting).toContain('Before the first of 10 rounds');
    expect(say('round')).toMatch(/The judge tables a first text\.(.|\n)*Round 1 of 10, after peace/u);
    expect(say('text')).toMatch(/The first text, by the judge(.|\n)*The share: Half\. The judge takes it; South .*; North does not take it\.(.|\n)*Selected: /u);
    expect(say('parties')).toContain('Red line “Not all to the north”: held.');
    expect(say('pressure')).toMatch(/Fatigue.*: \d+ %/u);
    expect(say('log')).toContain('Round 1: ');
    expect(say('text', 'why')).toMatch(/^The share: /u);
    expect(say('chart')).toContain('its stance on “The share”');
    expect(say('back')).toContain('You look back: 1 phase more');
  });
  it('takes a seat, is asked, answers, branches, holds side by side, and saves what replays', () => {
    const { say, saved, view } = plain();
    expect(say('seat south')).toContain('You sit for South');
    expect(say('round')).toMatch(/What does South say to the text on the table\?(.|\n)*You may say: accept, refuse, leave/u);
    expect(say('rond')).toContain('cannot be said here');
    expect(say('refuse')).toContain('South refuses');
    expect(say('round')).toContain('Round 1 of 10, after peace');
    expect(say('round 1')).toContain('Round 1 of 10, after news');
    say('step', 'step', 'step');
    expect(say('seat', 'previous', 'accept')).toContain('A branch begins here, “North accepts”');
    say('end');
    while (view().ui.mode.kind === 'question') say('model', 'end');
    expect(say('beside')).toMatch(/decided: they part in round 1, answers\.(.|\n)*“North accepts”: North accepts \(round 1\)\. “main”: /u);
    expect(say('branches')).toContain('North accepts');
    expect(say('save', '')).toContain('Saved: the branch “North accepts”');
    expectReplay(smallest, saved());
  });
  it('says nothing by signs or columns', () => {
    const { say, told, view } = plain();
    for (const line of ['round', 'text', 'parties', 'pressure', 'log', 'why', 'chart', 'branches', 'cancel', 'event', 'cancel', 'assumption', 'cancel', 'seat', 'cancel', 'round', 'help', 'save', 'cancel', 'play']) say(line);
    expect(view().end).not.toBe(null);
    expect(told.join('\n')).not.toMatch(/[▸◂●○⛔✓✗│─┊▁-█]/u);
    for (const row of rowsOf('look')) expect(row.says).not.toMatch(/[▸◂●○⛔✓✗│─]/u);
  });
  it('hands the keyboard on between people, and tells nothing of the run in between', () => {
    const { say } = plain(['north', 'south']);
    expect(say('round')).toBe('Hand the keyboard to North. done, when it has it.');
    expect(say('done')).toContain('What does North say');
    expect(say('refuse')).toBe('Hand the keyboard to South. done, when it has it.');
  });
});

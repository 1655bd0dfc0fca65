/** A misspelt key is told alone: what would be mended with it is not. */
import { describe, expect, it } from 'vitest';
import { edit } from '../helpers/world.ts';
import { goodText } from './helpers.ts';
import { readScenarioText } from '../../engine/scenario/read.ts';

function codes(text: string): readonly string[] {
  const read = readScenarioText(text, { file: 'a.yaml' });
  return read.ok ? [] : read.problems.map(({ code }) => code);
}

describe('a misspelt key', () => {
  it.each([['title:', 'titel:'], ['standing:', 'standng:'], ['walk-away:', 'walkaway:'], ['worth:', 'worh:'], ['calendar:', 'calender:']])('hides what goes with it: %s as %s', (right, wrong) => {
    expect(new Set(codes(goodText.replace(right, wrong)))).toEqual(new Set(['unknown-key']));
  });
  it('hides nothing else', () => {
    expect(codes(edit(goodText, ['title:', 'wrong:']))).toEqual(expect.arrayContaining(['unknown-key', 'missing-key']));
  });
  it('is told alone where a tab stands before it', () => {
    expect(codes('winset: 1\ncalendar:\n\tstart: 2024-03-01\n  round: 1 week\n')).toEqual(['yaml-tab']);
  });
});

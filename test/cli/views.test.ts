/** Views as strings: layout, sentences on records written by hand, progress. */
import { describe, expect, it } from 'vitest';
import type { BatchResult, RunRecord, Scenario } from '../../engine/index.ts';
import { readScenario } from '../../engine/index.ts';
import { commandLine, shellWord } from '../../cli/views/plain/commandline.ts';
import { distribution } from '../../cli/views/plain/distribution.ts';
import { bar, beside, cells, wrap } from '../../cli/views/plain/layout.ts';
import { fitted } from '../../cli/views/plain/excerpt.ts';
import { UNPAINTED } from '../../cli/views/plain/paint.ts';
import { finishedLine, progressLine, seconds } from '../../cli/views/plain/progress.ts';
import { reasons, sentence } from '../../cli/views/plain/sentences.ts';
import { transcript } from '../../cli/views/plain/transcript.ts';
import { count, day, list, number, ordinal, percent, span, withArticle } from '../../cli/views/plain/words.ts';

const read = readScenario('scenarios/tutorial.yaml');
if (!read.ok) throw new Error('the tutorial does not read');
const { scenario } = read;
const ASKED = { name: 'tutorial', levers: {} };
const PAGE = { width: 80, paint: UNPAINTED };
const at = { round: 3, phase: 'answers' } as const;
const answered = { ...at, kind: 'answer', answer: 'refuse', outside: [], worth: 0.41, threshold: 0.55, walkAway: 0.47, amendment: null } as const;

describe('words', () => {
  it('dates and numbers as people write them', () => {
    expect(day('2025-06-11')).toBe('Wed 11 Jun 2025');
    expect(day('soon')).toBe('soon');
    expect([0, 0.001, 0.146, 0.999, 1].map(percent)).toEqual(['0 %', '<1 %', '15 %', '>99 %', '100 %']);
    expect([1, 2, 12, 13, 21, 22, 111].map(ordinal)).toEqual(['first', 'second', 'twelfth', '13th', '21st', '22nd', '111th']);
    expect(['first', 'eighth', '18th', '80th', '13th'].map(withArticle)).toEqual(['a first', 'an eighth', 'an 18th', 'an 80th', 'a 13th']);
    expect([1, 40, 400, 1826.25].map(span)).toEqual(['1 day', '40 days', '13 months', '5 years']);
    expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'], 'or')]).toEqual(['', 'a', 'a and b', 'a, b or c']);
    expect([number(0.1 + 0.2), number(-0.25), count(1, 'round'), count(0, 'round')]).toEqual(['0.3', '-0.25', '1 round', '0 rounds']);
  });
});

describe('layout', () => {
  it('wraps to the width, with indents, and parts what does not fit', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrap('one two three', 10, '- ', '  ')).toEqual(['- one two', '  three']);
    expect(wrap('abcdefghijkl', 8)).toEqual(['abcdefgh', 'ijkl']);
    expect(wrap('', 8)).toEqual(['']);
    expect(wrap('about 50 % of', 8)).toEqual(['about', '50 % of']);
  });
  it('measures wide signs as a terminal does', () => {
    expect(cells('停火')).toBe(4);
    for (const line of wrap('停火协议 停火协议 停火协议', 10)) expect(cells(line)).toBeLessThanOrEqual(10);
  });
  it('puts a text beside its label, or below one that is too long', () => {
    expect(beside('Crimea', 'Left open', 40, 10)).toEqual(['  Crimea      Left open']);
    expect(beside('Guarantees and peacekeepers', 'None', 40, 10)).toEqual(['  Guarantees and peacekeepers', '              None']);
  });
  it('draws something for something and nothing for nothing', () => {
    expect([bar(0, 10), bar(0.001, 10), bar(0.5, 10), bar(1, 10)]).toEqual(['', '█', '█████', '██████████']);
  });
});

describe('sentences', () => {
  it.each<[RunRecord, string | null]>([
    [{ ...at, kind: 'round', date: '2024-03-01', stage: 'agreement' }, null],
    [{ ...at, kind: 'pressure', gauges: {} }, null],
    [{ ...at, kind: 'event', event: 'storm', byChoice: false }, 'A storm fills the river (assumed).'],
    [{ ...at, kind: 'threshold', gauge: 'upper.fatigue', signal: 'weary', past: true }, 'Weary of the quarrel (the upper village) rises above 50 %.'],
    [{ ...at, kind: 'threshold', gauge: 'upper.fatigue', signal: 'weary', past: false }, 'Weary of the quarrel (the upper village) falls back below 50 %.'],
    [{ ...at, kind: 'deadline', deadline: 'harvest', is: 'near' }, 'A deadline draws near: The harvest begins, on Fri 17 May 2024.'],
    [{ ...at, kind: 'meeting', track: 'court', seats: ['upper', 'lower', 'district'] }, 'Meeting: The district court.'],
    [{ ...at, kind: 'meeting', track: 'court', seats: ['upper', 'district'] }, 'Meeting: The district court. Absent: the lower village.'],
    [{ ...at, kind: 'no-meeting' }, 'Nobody meets.'],
    [{ ...at, kind: 'tabled', by: 'district', nth: 1, terms: { water: 'equal', dam: 'none' }, presses: [], byChoice: false }, 'The district judge tables a first text. Who gets the water: “Half each”; The new dam: “No dam”.'],
    [{ ...at, kind: 'no-text', by: 'district' }, 'The district judge finds no text that it could table.'],
    [{ ...answered, party: 'lower', because: { kind: 'red-line', line: 'no-foreign-dam' } }, 'The lower village refuses: the text crosses its red line “No dam that the other village runs alone” (assumed).'],
    [{ ...answered, party: 'upper', because: { kind: 'firm-stance', issue: 'water' } }, 'The upper village refuses: it will not move on “Who gets the water” (assumed).'],
    [{ ...answered, party: 'upper', because: { kind: 'not-good-enough', floor: true } }, 'The upper village refuses: the text as a whole is worth less to it than no deal (assumed).'],
    [{ ...answered, party: 'upper', because: { kind: 'not-good-enough', floor: false } }, 'The upper village refuses: the text as a whole is less than it still holds out for.'],
    [{ ...answered, party: 'upper', answer: 'accept', because: { kind: 'good-enough' } }, 'The upper village accepts the text.'],
    [{ ...answered, party: 'upper', answer: 'leave', because: { kind: 'said' } }, 'The upper village leaves the talks.'],
    [{ ...at, kind: 'moved', party: 'upper', chart: 'stance', of: 'water', from: 'ours', to: 'half', on: 'weary' }, 'The upper village moves on “Who gets the water”: from “The water is ours” to “Half each will do”.'],
    [{ ...at, kind: 'moved', party: 'upper', chart: 'posture', of: null, from: 'at-table', to: 'left', on: 'leaves' }, 'The upper village leaves the talks for good.'],
    [{ ...at, kind: 'settled', stage: 'agreement', terms: {}, consenters: ['upper', 'lower'] }, 'The upper village and the lower village have both accepted: “An agreement on the river” is signed.'],
    [{ ...at, phase: 'table', kind: 'withdrawn', party: 'district' }, 'The district judge withdraws the text that stood.'],
    [{ ...at, phase: 'movement', kind: 'withdrawn', party: 'upper' }, 'The upper village no longer stands by the text that it had accepted, and the text falls.'],
    [{ ...at, kind: 'stage', stage: 'agreement', is: 'failed' }, 'The stage “An agreement on the river” ends with nothing in force.'],
    [{ ...at, kind: 'fighting', from: 'war', to: 'limited-truce' }, 'A limited truce begins.'],
    [{ ...at, kind: 'fighting', from: 'ceasefire', to: 'war' }, 'The fighting resumes.'],
    [{ ...at, kind: 'broke', truce: 'ceasefire', heldDays: 1, returned: {}, by: 'hazard' }, 'The ceasefire breaks after 1 day.'],
    [{ ...at, kind: 'lever', lever: 'drought', from: 0.4, to: 0.8 }, 'An assumption is changed: How dry the spring is, from 0.4 to 0.8.'],
    [{ ...at, kind: 'talks-ended', how: 'walked-away', party: 'district' }, 'The district judge gives up the mediation.'],
    [{ ...at, kind: 'ratification', stage: 'agreement', is: 'begun', terms: {} }, '“An agreement on the river” is signed and goes to a vote at home.'],
    [{ ...at, kind: 'ratification', stage: 'agreement', is: 'done', terms: {} }, '“An agreement on the river” is ratified.'],
    [{ ...at, kind: 'ratification', stage: 'agreement', is: 'failed', terms: {} }, '“An agreement on the river” is not ratified, and the signed text falls.'],
    [{ ...at, kind: 'ratified', party: 'upper', stage: 'agreement', yes: true, support: 0.6, chance: 0.7 }, "The upper village's vote at home on “An agreement on the river” passes."],
    [{ ...at, kind: 'ratified', party: 'upper', stage: 'agreement', yes: false, support: 0.6, chance: 0.7 }, "The upper village's vote at home on “An agreement on the river” fails."],
    [{ ...at, kind: 'repudiation', party: 'lower', stage: 'agreement', repudiates: false, because: { kind: 'good-enough' } }, 'The lower village, bound by “An agreement on the river” without having signed it, stands by it.'],
    [{ ...at, kind: 'repudiation', party: 'lower', stage: 'agreement', repudiates: true, because: { kind: 'red-line', line: 'no-foreign-dam' } }, 'The lower village, bound by “An agreement on the river” without having signed it, repudiates it: it crosses its red line “No dam that the other village runs alone” (assumed).'],
    [{ ...at, kind: 'repudiation', party: 'lower', stage: 'agreement', repudiates: true, because: { kind: 'not-good-enough', floor: true } }, 'The lower village, bound by “An agreement on the river” without having signed it, repudiates it: as a whole it is worth less to it than no deal (assumed).'],
    [{ ...at, kind: 'repudiation', party: 'lower', stage: 'agreement', repudiates: true, because: { kind: 'said' } }, 'The lower village, bound by “An agreement on the river” without having signed it, repudiates it.'],
    [{ ...at, kind: 'leverage', party: 'upper', spent: 0.05, left: 0.05 }, 'The district judge brings leverage to bear on the upper village.'],
    [{ ...at, kind: 'learned', party: 'lower', line: 'no-foreign-dam' }, 'It comes out that the lower village has a red line that it had not stated: “No dam that the other village runs alone” (assumed).'],
    [{ ...at, kind: 'called', party: 'lower', line: 'no-foreign-dam' }, 'The lower village accepts what it had said it never would: its red line “No dam that the other village runs alone” was stated and not held (assumed).'],
    [{ ...at, kind: 'peace', heldDays: 1826.25, censored: true, horizonDays: 1826.25 }, 'The agreement still holds 5 years after it came into force; it is followed no further.'],
    [{ ...at, kind: 'peace', heldDays: 400, censored: false, horizonDays: 1826.25 }, 'The agreement collapses 13 months after it came into force.'],
    [{ ...at, kind: 'peace', heldDays: 0.4, censored: false, horizonDays: 1826.25 }, 'The agreement collapses within a day after it came into force.'],
    [{ ...at, kind: 'ended', how: 'time', party: null, outcome: 'no-agreement', inForce: {} }, 'The run is over. Outcome: The season ends without a signature.'],
  ])('%j', (record, said) => {
    expect(sentence(record, scenario)).toBe(said);
  });
  it('tell a second text by what is new in it, and name the line that it presses', () => {
    const record: RunRecord = { ...at, kind: 'tabled', by: 'district', nth: 2, terms: { water: 'equal', dam: 'upper-only' }, presses: [{ party: 'lower', line: 'no-foreign-dam' }], byChoice: false };
    expect(sentence(record, scenario, { water: 'equal', dam: 'shared' })).toBe("The district judge tables a second text that knowingly crosses the lower village's red line “No dam that the other village runs alone”. New in it: The new dam: “A dam of the upper village”.");
    expect(sentence(record, scenario, record.terms)).toContain('with the terms of the text before');
  });
  it('call a text an offer where offers are made in turn', () => {
    const [stage] = scenario.stages;
    const offers: Scenario = { ...scenario, stages: [{ ...stage, protocol: 'alternating-offers', drafter: null }] };
    const record: RunRecord = { ...at, kind: 'tabled', by: 'lower', nth: 14, terms: { water: 'equal', dam: 'none' }, presses: [], byChoice: false };
    expect(sentence(record, offers, { water: 'equal', dam: 'shared' })).toBe('The lower village makes the 14th offer. New in it: The new dam: “No dam”.');
    expect(sentence(record, scenario, { water: 'equal', dam: 'shared' })).toContain('tables a 14th text');
  });
  it('keep an unknown id as it is, made safe', () => {
    expect(sentence({ ...at, kind: 'event', event: 'gone\u001b[2J', byChoice: false }, scenario)).toBe('Gone[2J.');
  });
  it('have reasons behind them', () => {
    expect(reasons({ ...answered, party: 'upper', because: { kind: 'not-good-enough', floor: true }, outside: ['water'], amendment: { issue: 'dam', from: 'none', to: 'shared' } }, scenario))
      .toBe('Of 100 the text is worth 41 to it; it prefers no deal below 47. The text is also outside its stance on “Who gets the water”. It would accept it with The new dam: “A dam built and run together” in place of “No dam”.');
    expect(reasons({ ...at, kind: 'moved', party: 'upper', chart: 'stance', of: 'water', from: 'ours', to: 'half', on: 'weary' }, scenario)).toContain('What moved it: Weary of the quarrel (the upper village) is above 50 %');
    expect(reasons({ ...at, kind: 'no-meeting' }, scenario)).toBeNull();
    expect(reasons({ ...at, kind: 'ratified', party: 'upper', stage: 'agreement', yes: true, support: 0.55, chance: 0.6 }, scenario)).toBe('Support for it stands at 55 %, at which a vote passes in 60 % of cases.');
    expect(reasons({ ...at, kind: 'leverage', party: 'upper', spent: 0.15, left: 0.05 }, scenario)).toBe('Of 100, the worth below which it prefers no deal is lower by 15 in all; 5 are left.');
    expect(reasons({ ...at, kind: 'leverage', party: 'upper', spent: 0.2, left: 0.001 }, scenario)).toContain('there is hardly any left');
    expect(reasons({ ...at, kind: 'moved', party: 'upper', chart: 'stance', of: 'water', from: 'ours', to: 'half', on: 'rejected.agreement' }, scenario)).toContain('“An agreement on the river” failed at a vote at home');
    expect(reasons({ ...at, kind: 'moved', party: 'upper', chart: 'stance', of: 'water', from: 'ours', to: 'half', on: 'lower.called.no-foreign-dam' }, scenario)).toContain('the lower village gave way on “No dam that the other village runs alone”');
    // A seat knows what its own charts react to, not what others' thresholds and news are called.
    expect(reasons({ ...at, kind: 'moved', party: 'upper', chart: 'stance', of: 'water', from: 'ours', to: 'half', on: 'lower.worn-out' }, scenario)).toContain('with the lower village it has come to “worn out”');
    expect(reasons({ ...at, kind: 'moved', party: 'upper', chart: 'stance', of: 'water', from: 'ours', to: 'half', on: 'flood-warning' }, scenario)).toContain('there is news of “flood warning”');
  });
});

describe('the transcript', () => {
  const head = { winset: 1, scenario: 'tutorial', hash: 'a'.repeat(64), seed: '7', run: 1, from: '2024-03-01', levers: { drought: 0.4 }, choices: [] } as const;
  const round = (n: number): RunRecord => ({ round: n, phase: 'news', kind: 'round', date: '2024-03-01', stage: 'agreement' });
  it('passes over quiet rounds in a line', () => {
    const text = transcript(head, [round(1), round(2), round(3), { ...at, kind: 'no-meeting' }], scenario, ASKED, PAGE);
    expect(text).toContain('Rounds 1 to 2: nothing to report.');
    expect(text).toContain('Round 3 · ');
  });
  it('says a reason once while it stays the same, and the refusal each time', () => {
    const refusal: RunRecord = { ...answered, party: 'upper', because: { kind: 'not-good-enough', floor: true } };
    const text = transcript(head, [round(1), refusal, round(2), refusal], scenario, ASKED, PAGE);
    expect(text.match(/refuses:/gu)).toHaveLength(2);
    expect(text.match(/Of 100/gu)).toHaveLength(1);
    // What it holds out for has moved, though the text is worth the same.
    expect(transcript(head, [round(1), refusal, round(2), { ...refusal, walkAway: 0.44 }], scenario, ASKED, PAGE).match(/Of 100/gu)).toHaveLength(2);
  });
  it('keeps the points of a file that keeps raw worth', () => {
    const raw = { ...scenario, normalise: false };
    const refusal: RunRecord = { ...answered, party: 'upper', because: { kind: 'not-good-enough', floor: false }, worth: 20, threshold: 1550.5 };
    const text = transcript(head, [round(1), refusal, { ...at, kind: 'leverage', party: 'upper', spent: 3, left: 12.5 }], raw, ASKED, PAGE).replaceAll(/\s+/gu, ' ');
    expect(text).toContain('The text is worth 20 to it; it holds out now for 1551. ');
    expect(text).toContain('The worth below which it prefers no deal is lower by 3 in all; 12.5 are left.');
    expect(text).not.toContain('100');
  });
});

describe('a batch', () => {
  const share = (n: number) => ({ count: n, share: n / 10, low: 0.1, high: 0.9 });
  const result: BatchResult = {
    winset: 1, scenario: 'tutorial', hash: 'b'.repeat(64), seed: '1', runs: 10, asked: 10, shard: null, until: null, from: '2024-03-01', vary: false, view: null, levers: { drought: 0.4 },
    outcomes: [{ id: 'agreement', title: '', ...share(0) }, { id: 'no-agreement', title: '', ...share(10) }],
    terms: [], rounds: null, peace: null, blockers: { runs: 10, by: [{ party: 'lower', kind: 'red-line', of: 'no-foreign-dam', ...share(6) }, { party: null, kind: 'no-text', of: null, ...share(4) }], stages: null },
  };
  it('without any deal still reads', () => {
    const text = distribution(result, scenario, ASKED, PAGE);
    expect(text.replaceAll(/\s+/gu, ' ')).toContain("The lower village's red line “No dam that the other village runs alone” (assumed)");
    expect(text).toContain('It never came to a text');
    expect(text).not.toContain('What was signed');
  });
  it('gives a decimal to an interval whose ends would read alike', () => {
    const rare = distribution({ ...result, runs: 2000, outcomes: [{ id: 'agreement', title: '', count: 2, share: 0.001, low: 0.0003, high: 0.0036 }, { id: 'no-agreement', title: '', count: 1998, share: 0.999, low: 0.9964, high: 0.9997 }] }, scenario, ASKED, PAGE);
    expect(rare).toMatch(/<1 % {3}0\.0 to 0\.4 %$/mu);
    expect(rare).toMatch(/>99 % {3}99\.6 to 100\.0 %$/mu);
    for (const line of rare.split('\n')) expect(cells(line)).toBeLessThanOrEqual(80);
  });
});

describe('the lines around a problem', () => {
  const around = (before: string, marked: string, after: string): string => `  7 | ${'x'.repeat(120)}\n  8 | ${before}${marked}${after}\n    | ${' '.repeat(cells(before))}${'^'.repeat(cells(marked))}`;
  it('are as wide as the page, with the caret under what it marks', () => {
    for (const width of [40, 60, 80]) {
      for (const before of ['', 'a: ', 'y'.repeat(50), '火'.repeat(30), 'z'.repeat(95)]) {
        const rows = fitted(around(before, 'wrong', ' and so on, and so on'), width).split('\n');
        for (const row of rows) expect(cells(row)).toBeLessThanOrEqual(width);
        const at = rows[2]?.indexOf('^') ?? 0;
        let shown = '';
        for (const sign of rows[1] ?? '') if (cells(shown) < at + 5) shown += sign;
        expect(shown.endsWith('wrong')).toBe(true);
      }
    }
  });
  it('stay as they are where they fit', () => {
    const short = '  8 | a: wrong\n    |    ^^^^^';
    expect(fitted(short, 80)).toBe(short);
    expect(fitted('', 80)).toBe('');
  });
});

describe('progress', () => {
  it('fits any width and tells rate and time left', () => {
    expect(progressLine({ done: 500, of: 1000, milliseconds: 1000 }, 80)).toBe(`${'█'.repeat(15)}${'░'.repeat(15)} 500 of 1000 runs, 500 a second, 1 s left`);
    for (const columns of [1, 10, 30, 60]) expect(cells(progressLine({ done: 3, of: 1000, milliseconds: 900 }, columns))).toBeLessThan(Math.max(2, columns));
    expect(progressLine({ done: 0, of: 10, milliseconds: 0 }, 80)).toContain('0 of 10 runs');
    expect(finishedLine({ done: 10, of: 10, milliseconds: 2000 })).toBe('10 runs in 2 s, 5 a second');
    expect([seconds(0), seconds(59.6), seconds(130), seconds(7300)]).toEqual(['0 s', '1 min 0 s', '2 min 10 s', '2 h 1 min']);
  });
});

describe('commands to paste', () => {
  it('are quoted where a shell would take them apart', () => {
    expect([shellWord('tutorial'), shellWord('a b'), shellWord("it's"), shellWord('a\u001bb')]).toEqual(['tutorial', "'a b'", String.raw`'it'\''s'`, 'ab']);
    expect(commandLine({ command: 'run', name: './my file.yaml', seed: '7', levers: { drought: 0.8 }, more: ['--run', '3'] })).toBe("winset run './my file.yaml' --seed 7 --run 3 --set drought=0.8");
    expect(commandLine({ command: 'batch', name: 'x', seed: null, from: '2025-02-17', view: 'dry', vary: true, levers: {} })).toBe('winset batch x --from 2025-02-17 --view dry --vary');
  });
});

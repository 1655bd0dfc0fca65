/** Words of this screen alone. Names, dates and lists come from views/plain, so that log, transcript and panes speak alike. */
import { plain } from '../../../engine/record/plain.ts';
import type { LineLook, Mark } from '../../../engine/run/look.ts';
import type { Evidence, Scenario } from '../../../engine/scenario/scenario.ts';
import type { Answer, Diplomacy, Fighting, Voice } from '../../../engine/vocabulary.ts';
import { day } from '../plain/words.ts';
import type { Tone } from './rows.ts';

export const FIGHTING_WORDS: Readonly<Record<Fighting, string>> = { war: 'war', 'limited-truce': 'limited truce', ceasefire: 'ceasefire' };
export const DIPLOMACY_WORDS: Readonly<Record<Diplomacy, string>> = { talks: 'Talks', stalled: 'Talks stalled', ratifying: 'Votes at home', settled: 'Settled', ended: 'Talks over' };
export const POSTURE_WORDS: Readonly<Record<string, string>> = { 'at-table': 'at the table', away: 'stays away', left: 'has left' };
export const ANSWER_WORDS: Readonly<Record<Answer, { readonly brief: string; readonly past: string }>> = {
  accept: { brief: 'yes', past: 'has accepted the text' }, refuse: { brief: 'no', past: 'has refused the text' }, leave: { brief: 'out', past: 'has left the talks over it' },
};

export const MARKS: Readonly<Record<Mark, { readonly sign: string; readonly tone: Tone; readonly says: string }>> = {
  accepts: { sign: '✓', tone: 'good', says: 'accepts the term' },
  below: { sign: '~', tone: 'warn', says: 'could take the term, but finds the whole text too little' },
  outside: { sign: '✗', tone: 'bad', says: 'does not take the term where it stands now' },
  'red-line': { sign: '⛔', tone: 'bad', says: 'refuses: the term crosses its red line' },
};

/** What is to be said of a line that is not both stated and held; to another's seat only that it was never stated. */
export function lineWord(line: Pick<LineLook, 'stated' | 'held' | 'known'>, hidden: boolean): string {
  if (line.stated && line.held) return '';
  if (!line.held) return line.known ? 'bluff' : 'bluff, called';
  if (hidden) return 'came out';
  return line.known ? 'private, has come out' : 'private';
}

/** A gauge's value; it rests on assumptions, so whole per cents. */
export const per = (share: number): string => `${Math.round(share * 100)} %`;

const VOICES: Readonly<Record<Voice, string>> = { 'on-record': 'on the record', unnamed: 'unnamed source', reporter: 'the reporter', headline: 'headline' };

const stopped = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What a value rests on, a paragraph a claim. */
export function evidenceWords(scenario: Scenario, evidence: Evidence): readonly string[] {
  const said: string[] = [];
  for (const id of evidence.because) {
    const claim = scenario.claims.find((one) => one.id === id);
    if (claim === undefined) continue;
    const source = scenario.sources.find((one) => one.id === claim.source);
    said.push(`Claim ${plain(id)} (“${plain(source?.title ?? claim.source)}”, ${day(claim.date)}, ${VOICES[claim.voice]}): ${stopped(plain(claim.says))}`);
  }
  if (evidence.figure !== undefined) said.push(`Figure: ${stopped(plain(scenario.figures.find((one) => one.id === evidence.figure)?.title ?? evidence.figure))}`);
  if (evidence.assumed !== undefined) said.push(`Assumed: ${stopped(plain(evidence.assumed))}`);
  return said;
}

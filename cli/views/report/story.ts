/** One run told as a story: round by round what happened, in the sentences of the transcript. */
import type { RunRecord } from '../../../engine/record/record.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import type { Terms } from '../../../engine/vocabulary.ts';
import { reasons, sentence, tabling } from '../plain/sentences.ts';
import * as names from '../plain/names.ts';
import { day, quoted } from '../plain/words.ts';

export interface Chapter { readonly heading: string; readonly says: readonly { readonly text: string; readonly because: string | null }[] }

/** Terms that are new, told in a sentence: a text that stands beside the last in all else. */
function textWords(terms: Terms, last: Terms | null, scenario: Scenario): string {
  const news = names.issuesOf(scenario, terms).filter((issue) => last === null || last[issue] !== terms[issue]);
  const said = news.map((issue) => names.term(scenario, issue, terms[issue] ?? ''));
  return last === null ? said.join('; ') : `${said.join('; ')}; the rest as in the text before`;
}

/** Rounds in which nothing happened are left out. */
export function story(records: readonly RunRecord[], scenario: Scenario): readonly Chapter[] {
  const chapters: { heading: string; says: { text: string; because: string | null }[] }[] = [];
  let last: Terms | null = null;
  let before = '';
  for (const record of records) {
    if (record.kind === 'round') {
      const stage = scenario.stages.length > 1 ? ` · ${names.stage(scenario, record.stage)}` : '';
      chapters.push({ heading: `Round ${record.round} · ${day(record.date)}${stage}`, says: [] });
      continue;
    }
    const said = sentence(record, scenario, last);
    if (record.kind === 'tabled') {
      chapters.at(-1)?.says.push({ text: `${tabling(record, scenario)}.`, because: textWords(record.terms, last, scenario) });
      last = record.terms;
    } else if (said !== null && record.kind !== 'ended') {
      const because = reasons(record, scenario);
      // What was said the same way before need not be read twice.
      chapters.at(-1)?.says.push({ text: said, because: because === before ? null : because });
      before = because ?? before;
    }
  }
  return chapters.filter(({ says }) => says.length > 0);
}

/** How it ended, and what is in force then. */
export function ending(records: readonly RunRecord[], scenario: Scenario): string | null {
  const end = records.find((record) => record.kind === 'ended');
  if (end === undefined) return null;
  const changed = names.issuesOf(scenario, end.inForce).filter((issue) => scenario.issues.find(({ id }) => id === issue)?.standing !== end.inForce[issue]);
  const terms = changed.map((issue) => names.term(scenario, issue, end.inForce[issue] ?? '')).join('; ');
  return `It ends: ${quoted(names.outcome(scenario, end.outcome))}. ${terms === '' ? 'What stood at the start is in force.' : `In force at the end, beside what stood at the start: ${terms}.`}`;
}

/** One run as a page to read: rounds with their dates, what was tabled, who answered how and why, and how it ended. */
import { plain } from '../../../engine/record/plain.ts';
import type { EndedRecord, RoundRecord, RunHead, RunRecord, TabledRecord } from '../../../engine/record/record.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import type { Id, Terms } from '../../../engine/vocabulary.ts';
import { commandLine, shellWord, startOf } from './commandline.ts';
import type { Asked } from './commandline.ts';
import { beside, heading, page, rule, widest, title, wrap } from './layout.ts';
import type { Page } from './layout.ts';
import * as names from './names.ts';
import { answerReasons } from './reasons.ts';
import { ending, reasons, sentence, tabling } from './sentences.ts';
import { baselinesOf, besideRuns } from './spatial.ts';
import { takenInRun } from './taken.ts';
import { capital, count, day, quoted } from './words.ts';

/** Texts told by their changes are easier to follow than whole ones, up to this many changes in a sentence. */
const IN_A_SENTENCE = 2;

function opening(head: RunHead, scenario: Scenario, asked: Asked, at: Page): string[] {
  const { round, rounds } = scenario.calendar;
  const lines = [...title(plain(scenario.title), at), ...wrap(plain(scenario.question), at.width)];
  lines.push('', ...wrap(`Run ${head.run} of seed ${plain(head.seed)}; at most ${count(rounds, 'round')} of ${count(round.count, round.unit)} from ${day(head.from)}.`, at.width));
  for (const line of takenInRun(head.levers, asked, scenario)) lines.push(...wrap(line, at.width));
  if (head.choices.length > 0) lines.push(...wrap(`${capital(count(head.choices.length, 'move'))} in it ${head.choices.length === 1 ? 'was' : 'were'} made by a person.`, at.width));
  return lines;
}

function roundHead(record: RoundRecord, scenario: Scenario, at: Page): string[] {
  const stage = scenario.stages.length > 1 ? ` · ${names.stage(scenario, record.stage)}` : '';
  const after = record.round > scenario.calendar.rounds ? ' · votes only' : '';
  return heading(`Round ${record.round} · ${day(record.date)}${stage}${after}`, at);
}

function tabled(record: TabledRecord, scenario: Scenario, at: Page, issues: readonly Id[], last: Terms | null): string[] {
  const news = issues.filter((issue) => last === null || last[issue] !== record.terms[issue]);
  if (last !== null && news.length <= IN_A_SENTENCE) return wrap(sentence(record, scenario, last) ?? '', at.width, '  ');
  const labels = widest(news.map((issue) => names.issue(scenario, issue)), 30);
  const rest = last === null || news.length === issues.length ? '' : ' The rest is as in the text before.';
  return [
    ...wrap(`${tabling(record, scenario)}.${rest}`, at.width, '  '),
    ...news.flatMap((issue) => beside(names.issue(scenario, issue), names.option(scenario, issue, record.terms[issue] ?? ''), at.width, labels, '      ')),
  ];
}

function ended(record: EndedRecord, scenario: Scenario, at: Page, told: boolean): string[] {
  const outcome = `Outcome: ${names.outcome(scenario, record.outcome)}.`;
  const issues = names.issuesOf(scenario, record.inForce);
  const labels = widest(issues.map((issue) => names.issue(scenario, issue)), 30);
  const inForce = issues.flatMap((issue) => {
    const option = record.inForce[issue] ?? '';
    const before = scenario.issues.find((one) => one.id === issue)?.standing === option ? ' (as at the start)' : '';
    return beside(names.issue(scenario, issue), names.option(scenario, issue, option) + before, at.width, labels);
  });
  return ['', ...(told ? [] : wrap(ending(record, scenario), at.width)), ...wrap(outcome, at.width).map(at.paint.bold), '', 'In force at the end:', ...inForce];
}

function foot(head: RunHead, scenario: Scenario, asked: Asked, at: Page): string[] {
  const more = head.run === 1 ? [] : ['--run', String(head.run)];
  const again = head.choices.length > 0
    ? `Again, from the file that holds its moves: winset run ${shellWord(asked.name)} --replay FILE`
    : `Again: ${commandLine({ ...asked, command: 'run', seed: head.seed, from: startOf(scenario), more })}`;
  return ['', at.paint.dim(rule(at.width)), ...wrap(`Seed ${plain(head.seed)}, run ${head.run}; scenario ${plain(head.scenario)} ${head.hash.slice(0, 12)}.`, at.width), again];
}

function coloured(record: RunRecord, lines: string[], at: Page): string[] {
  if (record.kind === 'answer') return lines.map(record.answer === 'accept' ? at.paint.good : at.paint.bad);
  return record.kind === 'settled' ? lines.map(at.paint.bold) : lines;
}

/** What this run has in force at its end, of the issue that is a quantity, if it was signed. */
function signedPlace(end: EndedRecord | undefined, scenario: Scenario): readonly { readonly option: Id; readonly count: number }[] | null {
  const issue = baselinesOf(scenario)?.issue;
  const option = issue === undefined ? undefined : end?.inForce[issue];
  return option === undefined || end?.how !== 'settled' ? null : [{ option, count: 1 }];
}

/** `asked`: what the command that repeats the run must say. */
export function transcript(head: RunHead, records: readonly RunRecord[], scenario: Scenario, asked: Asked, at: Page): string {
  const lines = opening(head, scenario, asked, at);
  let shown: string[] = [];
  let round: RoundRecord | null = null;
  // The stage may change within a round.
  let stage: Id = '';
  let quiet: number[] = [];
  let last: { readonly stage: Id; readonly terms: Terms } | null = null;
  // What each party gave as its reasons last time: a run in which nobody moves would else repeat itself page by page.
  const given = new Map<Id, readonly string[]>();
  const behind = (record: RunRecord): string | null => {
    if (record.kind !== 'answer') return reasons(record, scenario);
    const parts = answerReasons(record, scenario);
    const before = given.get(record.party) ?? [];
    given.set(record.party, parts.map((part) => part.key));
    const fresh = parts.filter((part) => !before.includes(part.key));
    return fresh.length > 0 ? fresh.map((part) => part.says).join(' ') : null;
  };

  const close = (): void => {
    if (round === null) return;
    if (shown.length === 0) quiet.push(round.round);
    else {
      if (quiet.length > 0) lines.push('', at.paint.dim(`${quiet.length === 1 ? `Round ${quiet[0]}` : `Rounds ${quiet[0]} to ${quiet[quiet.length - 1]}`}: nothing to report.`));
      quiet = [];
      lines.push(...roundHead(round, scenario, at), ...shown);
    }
    shown = [];
  };

  for (const record of records) {
    if (record.kind === 'round') {
      close();
      round = record;
      stage = record.stage;
    } else if (record.kind === 'tabled') {
      const issues = scenario.stages.find((one) => one.id === stage)?.issues ?? names.issuesOf(scenario, record.terms);
      const before: Terms | null = last?.stage === stage ? last.terms : null;
      shown.push(...tabled(record, scenario, at, issues, before));
      last = { stage, terms: record.terms };
    } else if (record.kind !== 'ended') {
      if (record.kind === 'stage' && record.is !== 'failed') stage = record.stage;
      const said = sentence(record, scenario);
      const why = behind(record);
      if (said !== null) shown.push(...coloured(record, wrap(said, at.width, '  '), at));
      if (said !== null && why !== null) shown.push(...wrap(why, at.width, '      ').map(at.paint.dim));
    }
  }
  close();
  const end = records.find((record) => record.kind === 'ended');
  if (end !== undefined) lines.push(...ended(end, scenario, at, records.some((record) => record.kind === 'talks-ended')));
  else lines.push('', `${quoted(plain(scenario.title))} has not ended yet.`);
  return page([...lines, ...besideRuns(scenario, head.levers, signedPlace(end, scenario), at), ...foot(head, scenario, asked, at)]);
}

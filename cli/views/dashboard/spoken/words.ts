/** The plain mode: what the screen shows, in sentences, for people who have it read to them. No sign, no column, no colour means anything here. */
import { plain } from '../../../../engine/record/plain.ts';
import type { Id } from '../../../../engine/vocabulary.ts';
import * as names from '../../plain/names.ts';
import { capital, count, day, list, ordinal, quoted } from '../../plain/words.ts';
import { gaugeLines, issueLines } from '../lines.ts';
import { banner } from '../panes/banner.ts';
import { besideLines } from '../panes/beside.ts';
import { outcomeNames } from '../panes/outlook.ts';
import { why } from '../reasons.ts';
import { rowText } from '../rows.ts';
import type { Row } from '../rows.ts';
import type { Beside, View } from '../view.ts';
import { ANSWER_WORDS, DIPLOMACY_WORDS, FIGHTING_WORDS, lineWord, per, POSTURE_WORDS } from '../words.ts';

/** Signs of pictures as words; what only decorates goes. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/◂ here/gu, '(here)'], [/▸ open/gu, 'open:'], [/· waits/gu, 'waits:'], [/▸/gu, ' chosen: '], [/●/gu, ' here: '], [/⛔/gu, 'red line'], [/✓/gu, 'accepts:'], [/✗/gu, 'outside:'], [/→/gu, ' to '], [/[─│┼├┤┬└○◂┊]/gu, ' '],
];
export const spokenRows = (rows: readonly Row[]): readonly string[] => rows.map((row) => SIGNS.reduce((text, [sign, word]) => text.replace(sign, word), rowText(row)).replace(/\s+/gu, ' ').trim()).filter((text) => text !== '');

/** Where and when, in one sentence or two. */
export function place({ scenario, look, branches, at, last, end }: View): string {
  const round = look.round < 1 ? `Before the first of ${count(look.rounds, 'round')}` : `Round ${look.round} of ${look.rounds}, after ${look.phase ?? 'the start'}`;
  const next = end !== null ? 'The run is over.' : `Next: ${look.nextPhase ?? 'nothing'}.`;
  const back = at < last ? ` You look back: ${count(last - at, 'phase')} more have been played.` : '';
  const branch = branches.length > 1 ? ` Branch ${quoted(plain(branches.find((one) => one.current)?.name ?? ''))}.` : '';
  return `${round}, ${day(look.date)}. ${DIPLOMACY_WORDS[look.diplomacy]}: ${names.stage(scenario, look.stage)}; ${FIGHTING_WORDS[look.fighting]}. ${next}${back}${branch}`;
}

/** What came with the last step, then where we are. */
export function news(view: View): readonly string[] {
  const fresh = view.at === 0 ? [] : view.log.filter((line) => line.fresh).map((line) => line.text);
  return [...(view.ui.said === null ? [] : [plain(view.ui.said)]), ...(fresh.length === 0 && view.at > 0 && view.ui.said === null ? ['Nothing new is told.'] : fresh), place(view)];
}

/** The text term by term, with what each party makes of it, then the answers. */
export function textWords(view: View): readonly string[] {
  const { scenario, look } = view;
  const text = look.text ?? look.lastText;
  const head = text === null ? 'No text has been tabled in this stage. What holds now:' : `The ${ordinal(text.nth)} text${text.by === null ? '' : `, by ${names.party(scenario, text.by)}`}${look.text === null ? ', off the table' : ''}.`;
  const by = (issue: Id, mark: string): readonly string[] => Object.entries(text?.marks[issue] ?? {}).filter(([, each]) => each === mark).map(([party]) => names.party(scenario, party));
  const terms = issueLines(view).filter((line) => line.inStage || text === null).map((line) => {
    const marks = ([['accepts', 'takes it', 'take it'], ['below', 'could take it and finds the whole too little', 'could take it and find the whole too little'], ['outside', 'does not take it', 'do not take it'], ['red-line', 'refuses: it crosses a red line', 'refuse: it crosses a red line']] as const)
      .flatMap(([mark, one, many]) => {
        const parties = by(line.issue, mark);
        return parties.length === 0 ? [] : [`${list(parties)} ${parties.length === 1 ? one : many}`];
      });
    return `${names.issue(scenario, line.issue)}: ${names.option(scenario, line.issue, line.option ?? '')}.${marks.length === 0 ? '' : ` ${capital(marks.join('; '))}.`}`;
  });
  const answers = text === null ? [] : text.verdicts.filter((one) => one.consents).map((one) => (one.answer === null ? `${names.partyFirst(scenario, one.party)} has yet to answer.` : `${names.partyFirst(scenario, one.party)} ${ANSWER_WORDS[one.answer].past}.`));
  return [head, ...terms, ...answers, `Selected: ${why(view).title}. ${why(view).short}`];
}

export function partiesWords({ scenario, look, people, viewer }: View): readonly string[] {
  return look.parties.flatMap((party) => [
    `${plain(party.name)} ${POSTURE_WORDS[party.posture] === undefined ? plain(party.posture) : party.posture === 'at-table' ? 'is at the table' : POSTURE_WORDS[party.posture]}.`,
    ...party.stances.map((one) => {
      const states = names.partyOf(scenario, party.party)?.stances.find((each) => each.issue === one.issue)?.states ?? [];
      const at = states.findIndex((state) => state.id === one.state);
      return `${names.issue(scenario, one.issue)}: ${plain(one.stateTitle)}, place ${at + 1} of ${states.length}${one.firm ? ', firm' : ''}.`;
    }),
    ...party.lines.map((one) => `Red line ${quoted(plain(one.title))}: ${[lineWord(one, people.length > 0 && party.party !== viewer), plain(one.state)].filter((word) => word !== '').join(', ')}.`),
  ]);
}

export function pressureWords(view: View): readonly string[] {
  return gaugeLines(view).map((line) => {
    const course = view.courses.get(line.name) ?? [];
    const past = line.look.thresholds.filter((one) => one.past).map((one) => per(one.at));
    const ahead = line.look.thresholds.filter((one) => !one.past).map((one) => per(one.at));
    const from = course.length < 2 ? '' : `, from ${per(course[0] ?? 0)} in the first round shown`;
    return `${names.gauge(view.scenario, line.name)}: ${per(line.look.value)}${from}.${past.length === 0 ? '' : ` Past its threshold at ${list(past)}.`}${ahead.length === 0 ? '' : ` Not past ${list(ahead)}.`}`;
  });
}

export const logWords = (view: View, most = 12): readonly string[] => (view.log.length === 0 ? ['Nothing has happened yet.'] : view.log.slice(-most).map((line) => `Round ${line.round}: ${line.text}`));

export function outlookWords({ scenario, outlook, end }: View): readonly string[] {
  if (end !== null) return ['The run is over; there is nothing ahead.'];
  if (outlook === null) return ['There is no outlook from here.'];
  if (outlook.failed) return ['No outlook: what plays the runs has stopped.'];
  if (outlook.now === null) return ['Runs are being played. Ask again in a moment.'];
  const titles = outcomeNames(scenario);
  return [`Of ${count(outlook.now.runs, 'run')} that start in this moment:`, ...outlook.now.outcomes.map((one) => `${titles.get(one.id) ?? one.id}: ${per(one.share)}, interval ${per(one.low)} to ${per(one.high)}.`)];
}

export function besideWords(view: View, beside: Beside): readonly string[] {
  const [one, other] = beside.sides.map(({ name }) => quoted(plain(name)));
  return besideLines(view, beside).map((line) => (typeof line === 'string' ? line : `${line.label === '' ? '' : `${line.label}. `}${one}: ${line.values[0] === '' ? 'nothing' : line.values[0]}. ${other}: ${line.values[1] === '' ? 'nothing' : line.values[1]}.`));
}

/** The question or the page that is open, in front of the run. */
export const bannerWords = (view: View): readonly string[] => spokenRows(banner({ ...view, columns: 400 }));

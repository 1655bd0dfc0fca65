/** Where a party stands and what it refuses: the charts of its stances and red lines. */
import type { Id } from '../../vocabulary.ts';
import { LINE_START, WAIVED } from '../defaults.ts';
import { child, entries, exists, isMap, many, nameOf, problemAtKey, text, truth } from '../place.ts';
import type { Place } from '../place.ts';
import type { LineChartState, RedLine, Stance, StanceState } from '../scenario.ts';
import { checkReachable, readStart, readTransitions } from './charts.ts';
import type { Link, PartyFile } from './context.ts';
import { readEvidence } from './evidence.ts';
import { issueKey, readOption, readPattern } from './terms.ts';

type LineFile = NonNullable<PartyFile['red-lines']>[string];

export function readStances(link: Link, party: Place<PartyFile>): readonly Stance[] {
  return entries(child(party, 'stances')).map(([issue, place]) => {
    const known = issueKey(link, place);
    const evidence = readEvidence(link, place, 'no-number');
    const files = child(place, 'states');
    const names = entries(files).map(([id]) => id);
    const states = entries(files).map(([id, state]): StanceState => ({
      id,
      title: text(child(state, 'title')) ?? titleOf(id),
      accepts: many(child(state, 'accepts')).map((option) => (known ? readOption(link, option, issue) : text(option))).filter((option) => option !== undefined),
      firm: truth(child(state, 'firm')) ?? false,
      transitions: readTransitions(link, child(state, 'on'), id, { party: nameOf(party), evidence, states: names }),
    }));
    const start = readStart(link, child(place, 'start'), names, names[0] ?? '', place);
    checkReachable(link, files, start, states);
    return { issue, start, states, evidence };
  });
}

export function readLines(link: Link, party: Place<PartyFile>): readonly RedLine[] {
  return entries(child(party, 'red-lines')).map(([id, place]) => {
    const evidence = readEvidence(link, place, 'no-number');
    const files = child(place, 'states');
    const names = isMap(files) ? entries(files).map(([state]) => state) : [LINE_START];
    const written = entries(files).map(([state, file]): LineChartState => ({
      id: state,
      title: text(child(file, 'title')) ?? titleOf(state),
      bites: truth(child(file, 'bites')) ?? state !== WAIVED,
      transitions: readTransitions(link, child(file, 'on'), state, { party: nameOf(party), evidence, states: names }),
    }));
    const states = isMap(files) ? written : [{ id: LINE_START, title: titleOf(LINE_START), bites: true, transitions: [] }];
    const start = readStart(link, child(place, 'start'), names, LINE_START, place);
    if (exists(files)) checkReachable(link, files, start, states);
    return { id, title: text(child(place, 'title')) ?? id, never: readPattern(link, child(place, 'never')), start, states, ...readStated(link, place), evidence };
  });
}

/** Said in public, or not; meant, or not. */
function readStated(link: Link, line: Place<LineFile>): Pick<RedLine, 'stated' | 'held'> {
  const held = child(line, 'held');
  const [isStated, isHeld] = [truth(child(line, 'stated')) ?? true, truth(held) ?? true];
  if (!isStated && !isHeld) problemAtKey(link.report, held, 'never-matters', 'This line is neither stated nor held, so it can never matter.', 'a private line is stated: false, a bluff is held: false');
  return { stated: isStated, held: isHeld };
}

/** A state without a title is called by its name: `left-open` reads "left open". */
export function titleOf(id: Id): string {
  return id.replaceAll('-', ' ');
}

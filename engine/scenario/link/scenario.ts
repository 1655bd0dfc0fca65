/** The linker: a shaped file to a checked scenario. Each part reads its own; this puts them together. */
import { hashOf } from '../hash.ts';
import { gatherNames } from '../names.ts';
import { child, items, rootPlace, text, truth } from '../place.ts';
import type { Place } from '../place.ts';
import type { Report } from '../report.ts';
import type { Scenario } from '../scenario.ts';
import type { ScenarioFile } from '../shape/file.ts';
import type { Tree } from '../tree.ts';
import { calendarLength, readCalendar } from './calendar.ts';
import type { Link } from './context.ts';
import { readEvents } from './events.ts';
import { readGauges } from './gauges.ts';
import { readIssues } from './issues.ts';
import { checkMatters } from './matters.ts';
import { readOutcomes } from './outcomes.ts';
import { readPartyList } from './parties.ts';
import { readHorizon, readPeace } from './peace.ts';
import { readMediator, readTracks } from './process.ts';
import { leverRanges, readClaims, readFigures, readLevers, readSources } from './sources.ts';
import { readStages } from './stages.ts';
import { checkUnread } from './unread.ts';
import { readViews } from './views.ts';

/** For which day a file is linked. */
export interface LinkDays {
  readonly from: string;
  /** All days on which it is meant to be started. */
  readonly all: readonly string[];
  readonly earliest: string | null;
}

/** To be used only if the report is still empty afterwards: where the file has problems, fillers stand in. */
export function linkScenario(tree: Tree, report: Report, days: LinkDays): Scenario {
  const file: Place<ScenarioFile> = rootPlace(tree);
  const link: Link = {
    file, report,
    names: gatherNames(file),
    ranges: leverRanges(file),
    length: calendarLength(file),
    raw: truth(child(file, 'normalise')) === false,
    start: days.from,
    earliest: days.earliest,
  };
  const scenario: Omit<Scenario, 'hash'> = {
    id: text(child(file, 'id')) ?? '',
    title: text(child(file, 'title')) ?? '',
    question: text(child(file, 'question')) ?? '',
    leavesOut: items(child(file, 'leaves-out')).map(text).filter((one) => one !== undefined),
    calendar: readCalendar(link),
    sources: readSources(link),
    claims: readClaims(link),
    figures: readFigures(link),
    levers: readLevers(link),
    issues: readIssues(link),
    gauges: readGauges(link, child(file, 'gauges'), null),
    parties: readPartyList(link),
    mediator: readMediator(link),
    tracks: readTracks(link),
    stages: readStages(link),
    events: readEvents(link),
    peace: readPeace(link),
    horizon: readHorizon(link),
    normalise: !link.raw,
    views: readViews(link),
    from: days.from,
    starts: days.all,
    outcomes: readOutcomes(link),
  };
  checkMatters(link, scenario);
  checkUnread(link, scenario);
  return { ...scenario, hash: hashOf(scenario) };
}

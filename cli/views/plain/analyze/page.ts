/** `winset analyze`: what can be agreed at a moment, stage by stage. */
import type { AgainstFrontier, Analysis, StageAnalysis } from '../../../../engine/index.ts';
import { plain } from '../../../../engine/record/plain.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import type { Id } from '../../../../engine/vocabulary.ts';
import { heading, page, rule, title, wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { besideRuns } from '../spatial.ts';
import { day, list, quoted } from '../words.ts';
import { bargain, ofRuns } from './bargain.ts';
import { stability } from './stability.ts';
import { shownWays, verdict, zone } from './zone.ts';

export interface Analyzed {
  readonly analysis: Analysis;
  /** By stage, where runs were asked for. */
  readonly signed: Readonly<Record<Id, AgainstFrontier>> | null;
  readonly runs: number;
  readonly seed: string;
  readonly run: number;
  /** Whether levers were drawn, for that run. */
  readonly vary: boolean;
  /** Levers that were set. */
  readonly set: readonly string[];
  /** Values of levers that differ from the file's. */
  readonly levers: Readonly<Record<Id, number>>;
  readonly again: string;
}

function moment({ analysis: { round, date, over }, seed, run, vary, set }: Analyzed): string {
  const drawn = vary ? [round === 0 ? `levers as drawn for run ${run} under the seed ${plain(seed)}` : 'its levers as drawn'] : [];
  const taken = [...drawn, ...set.map(plain)];
  const with_ = taken.length === 0 ? '' : `, with ${list(taken)}`;
  if (round === 0) return `At the opening, ${day(date)}${with_}, before anything has moved: what the parties could live with, not what they will first hold out for.`;
  return `After round ${round} of run ${run} under the seed ${plain(seed)} (${day(date)})${with_}${over ? '; by then the run was over' : ''}: what the parties could live with, not what they hold out for.`;
}

function answer(stages: readonly StageAnalysis[], scenario: Scenario): string {
  const said = (open: boolean): readonly string[] => stages.filter(({ zone: { texts } }) => (texts > 0) === open).map(({ stage }) => quoted(names.stage(scenario, stage)));
  const [yes, no] = [said(true), said(false)];
  return [yes.length > 0 ? `There is a zone of agreement for ${list(yes)}.` : '', no.length > 0 ? `There is ${yes.length > 0 ? 'none' : 'no zone of agreement'} for ${list(no)}.` : ''].filter((one) => one !== '').join(' ');
}

function signedTexts(found: AgainstFrontier | undefined, runs: number, scenario: Scenario, at: Page): string[] {
  return found === undefined ? [] : [...wrap('Texts that runs sign', at.width, '  ').map(at.paint.bold), ...ofRuns(found, runs, scenario, at)];
}

export function analyzePage(analyzed: Analyzed, scenario: Scenario, at: Page): string {
  const { analysis, signed, runs, levers } = analyzed;
  const { inForce } = analysis;
  const later = analysis.stages.some(({ stage }) => stage !== analysis.open);
  return page([
    ...title(plain(scenario.title), at),
    ...wrap(moment(analyzed), at.width),
    '', ...title(answer(analysis.stages, scenario), at),
    ...analysis.stages.flatMap((stage) => [
      ...heading(`${names.stage(scenario, stage.stage)}: ${verdict(stage)}${stage.signed ? ' (one had been signed by then)' : ''}`, at),
      ...zone(stage, scenario, inForce, at),
      ...(stage.texts === 0 ? [] : bargain(stage.bargain, stage.zone.texts, scenario, inForce, at)),
      ...stability(stage.stability, shownWays(stage), stage.zone.texts, scenario, at),
      ...signedTexts(signed?.[stage.stage], runs, scenario, at),
    ]),
    ...besideRuns(scenario, levers, null, at),
    '', at.paint.dim(rule(at.width)),
    ...wrap(`Worth is ${scenario.normalise ? 'out of 100' : 'in points of the file'}, less what a party loses by each term outside its stance. All would stay by Nash's concept where nobody, by a move of its own, reaches what it likes better; by GMR, SMR and SEQ where others could answer so that it would be no better off: by any moves, by moves that leave it no way out, by moves that they would like themselves. ${later ? 'Each stage is looked at as if it were open now. ' : ''}What would follow from the assumptions of the scenario file; no statement of any government.`, at.width),
    `Again: ${analyzed.again}`,
  ]);
}

/** Stages: what is negotiated, by which protocol and style, who signs and who is bound. */
import { MEDIATION_STYLES } from '../../vocabulary.ts';
import type { Id, MediationStyle } from '../../vocabulary.ts';
import { BIAS, BOUGHT_HAZARD, FADE, GUESS, ON_FAILURE, STYLE } from '../defaults.ts';
import { truthExpression } from '../expression.ts';
import { child, entries, exists, isMap, items, numeric, problemAt, problemAtKey, text, truth } from '../place.ts';
import type { Place } from '../place.ts';
import type { Leverage, Stage, TermsPattern } from '../scenario.ts';
import { givenAmount, readAmount } from './amounts.ts';
import { affects } from './affects.ts';
import type { Link, StageFile } from './context.ts';
import { readEvidence } from './evidence.ts';
import { readNames, readParties, readParty, readPattern } from './terms.ts';

/** Keys of a single text, which offers in turn have no use for. */
const OF_A_DRAFTER = ['drafter', 'style', 'leverage', 'guess', 'bias', 'fade'] as const;

export function readStages(link: Link): readonly Stage[] {
  const place = child(link.file, 'stages');
  const list = entries(place);
  if (isMap(place) && list.length === 0) problemAtKey(link.report, place, 'too-few', 'There is no stage, so nothing is ever negotiated.', 'write one: opening: { title: The opening, issues: [bridge], signs: [north, south], drafter: judge, rounds: 10, assumed: why }');
  return list.map(([id, stage], index): Stage => {
    const failure = child(stage, 'on-failure');
    const last = index === list.length - 1;
    if (last && text(failure) === 'next') problemAt(link.report, failure, 'never-matters', 'No stage follows this one, so it cannot give way to the next.', 'leave on-failure out');
    const when = child(stage, 'when');
    const signs = readParties(link, child(stage, 'signs'));
    return {
      id,
      title: text(child(stage, 'title')) ?? id,
      issues: readNames(link, child(stage, 'issues'), link.names.issues.keys(), 'unknown-issue', 'issue'),
      mustBring: readMustBring(link, stage),
      signs,
      ...readProtocol(link, stage, signs),
      rounds: numeric(child(stage, 'rounds')) ?? 1,
      onFailure: last ? 'end' : text(failure) === 'end' ? 'end' : ON_FAILURE,
      reopens: truth(child(stage, 'reopens')) ?? false,
      upgradable: truth(child(stage, 'upgradable')) ?? false,
      binds: readBinds(link, stage, signs),
      when: exists(when) ? truthExpression(link, when, { party: null, standing: false }) : null,
      evidence: readEvidence(link, stage, 'number'),
    };
  });
}

function readMustBring(link: Link, stage: Place<StageFile>): TermsPattern {
  const place = child(stage, 'must-bring');
  if (!exists(place)) return {};
  const negotiated = new Set(items(child(stage, 'issues')).map(text));
  for (const [issue, options] of entries(place)) {
    if (link.names.issues.has(issue) && !negotiated.has(issue)) problemAtKey(link.report, options, 'not-in-stage', `The stage does not negotiate ${JSON.stringify(issue)}, so no text of it can bring that.`, 'name an issue of the stage, or add this one to its issues');
  }
  return readPattern(link, place);
}

type ByProtocol = Pick<Stage, 'protocol' | 'drafter' | 'style' | 'leverage' | 'guess' | 'bias' | 'fade'>;

function readProtocol(link: Link, stage: Place<StageFile>, signs: readonly Id[]): ByProtocol {
  const drafter = child(stage, 'drafter');
  const inTurn = text(child(stage, 'protocol')) === 'alternating-offers';
  if (inTurn) {
    for (const key of OF_A_DRAFTER) {
      const given = child(stage, key);
      if (exists(given)) problemAtKey(link.report, given, 'does-not-apply', `In alternating offers nobody drafts, so ${JSON.stringify(key)} would be ignored.`, 'leave it out, or use protocol: single-text');
    }
    if (signs.length === 1) problemAt(link.report, child(stage, 'signs'), 'too-few', 'Offers in turn need two parties that sign.', 'name a second one, or use protocol: single-text');
  } else if (isMap(stage) && drafter.key === undefined) {
    problemAtKey(link.report, stage, 'missing-key', `${JSON.stringify(stage.path.at(-1) ?? '')} needs "drafter".`, 'drafter: Who writes the text. Offers in turn (protocol: alternating-offers) have none.');
  }
  const raw = link.raw ? {} : { high: 1 };
  return {
    protocol: inTurn ? 'alternating-offers' : 'single-text',
    drafter: inTurn ? null : readParty(link, drafter) ?? '',
    style: readStyle(link, stage, inTurn),
    leverage: inTurn ? [] : readLeverage(link, stage),
    guess: givenAmount(link, child(stage, 'guess'), GUESS, link.raw ? {} : { low: 0, high: 1 }),
    bias: givenAmount(link, child(stage, 'bias'), BIAS, { low: 0 }),
    fade: givenAmount(link, child(stage, 'fade'), FADE, { low: 0, ...raw }),
  };
}

function readStyle(link: Link, stage: Place<StageFile>, inTurn: boolean): MediationStyle {
  const place = child(stage, 'style');
  const style = MEDIATION_STYLES.find((known) => known === text(place)) ?? STYLE;
  const leverage = child(stage, 'leverage');
  if (inTurn) return style;
  if (style === 'manipulate' && !exists(leverage)) problemAt(link.report, place, 'missing-key', 'A mediator that manipulates needs leverage; without any it only formulates.', 'add leverage: { party: { worth: 0.1, assumed: why } }, or use style: formulate');
  if (style !== 'manipulate' && exists(leverage)) problemAtKey(link.report, leverage, 'does-not-apply', `Only a mediator that manipulates spends leverage, and the style here is ${style}, so it would be ignored.`, 'add style: manipulate, or leave leverage out');
  return style;
}

function readLeverage(link: Link, stage: Place<StageFile>): readonly Leverage[] {
  const place = child(stage, 'leverage');
  if (isMap(place) && entries(place).length === 0) problemAtKey(link.report, place, 'too-few', 'The leverage names no party.', 'as in { upper: { worth: 0.1, assumed: why } }');
  return entries(place).map(([party, file]): Leverage => {
    const key = { ...file, tree: undefined };
    if (!link.names.parties.has(party)) readParty(link, nameLeaf(key, party));
    else if (party === text(child(stage, 'drafter'))) problemAtKey(link.report, file, 'does-not-apply', `${JSON.stringify(party)} drafts here, and nobody has leverage over itself.`, 'name another party');
    else if (!affects(link, stage, party).consents) problemAtKey(link.report, file, 'not-affected', `${JSON.stringify(party)} is never asked for its consent here, so it cannot be pressed.`, 'name a party that signs this stage or performs one of its options');
    const worth = child(file, 'worth');
    return {
      party,
      worth: readAmount(link, worth, link.raw ? { low: 0 } : { low: 0, high: 1 }),
      hazard: givenAmount(link, child(file, 'hazard'), BOUGHT_HAZARD, { low: 0, above: true }),
      evidence: readEvidence(link, file, 'number'),
    };
  });
}

/** A name that stands as a key, as if it stood as a value: so that it is looked up and reported in the one way. */
function nameLeaf(place: Place, name: string): Place {
  const origin = place.key ?? place.fallback;
  return { ...place, tree: { kind: 'leaf', origin, value: name, written: name, textStart: null } };
}

function readBinds(link: Link, stage: Place<StageFile>, signs: readonly Id[]): readonly Id[] {
  const place = child(stage, 'binds');
  const names = exists(place) ? readParties(link, place) : [];
  const both = names.filter((party) => signs.includes(party));
  if (both.length > 0) problemAt(link.report, place, 'listed-twice', `${both.map((party) => JSON.stringify(party)).join(', ')} signs this stage and is bound by that.`, 'leave it out of binds');
  for (const item of items(place)) {
    const party = text(item);
    const body = party === undefined ? undefined : child(child(link.file, 'parties'), party);
    if (body === undefined || !isMap(body) || (['walk-away', 'red-lines', 'stances'] as const).some((key) => exists(child(body, key)))) continue;
    problemAt(link.report, item, 'never-matters', `${JSON.stringify(party)} has no walk-away value, no red line and no stance, so it never repudiates anything.`, 'give it one of them, or leave it out of binds');
  }
  return names;
}

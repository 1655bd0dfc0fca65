/** Sets of bits say what plain lists say, in worlds whose sets do not fit one word: whose consent a text needs, what it crosses, what lies outside a stance, what may be tabled. */
import { expect, it } from 'vitest';
import { compile, openStepper } from '../../engine/index.ts';
import { overlap } from '../../engine/model/bits.ts';
import type { Board } from '../../engine/model/board.ts';
import { crosses, needs } from '../../engine/model/layout.ts';
import { brings, matches } from '../../engine/model/pattern.ts';
import { mayBeTabled } from '../../engine/run/candidates.ts';
import { isFirm, outsideNow } from '../../engine/run/party.ts';
import { isAlive, standOf } from '../../engine/run/stand.ts';
import { board, type World } from '../../engine/run/world.ts';
import { PHASES } from '../../engine/vocabulary.ts';
import { generated } from '../helpers/generate.ts';
import { picker, range } from '../helpers/generate/draws.ts';
import { WIDE } from '../helpers/generate/frame.ts';
import { scenarioFrom } from '../helpers/world.ts';

/** Packages looked at of a board that has more. */
const MOST = 60;
const pick = picker(3);
const packagesOf = ({ count }: Board): readonly number[] => (count <= MOST ? range(count) : range(MOST).map(() => pick(count)));

/** The same questions, asked option by option and party by party. */
function plainly(world: World, now: Board, k: number) {
  const { model, state } = world;
  const { signs, drafter, mustBring, issues } = model.stages[state.stage];
  const options = now.options.subarray(k * now.width, (k + 1) * now.width);
  const changed = issues.filter((issue) => options[issue] !== state.inForce[issue]);
  const consents = range(model.parties.length).filter((party) => signs.includes(party) || changed.some((issue) => model.issues[issue].performers[options[issue]].includes(party)));
  const crossed = range(model.lines.length).filter((line) => {
    const { never, party } = model.lines[line];
    return matches(never, options) && !matches(never, state.inForce) && (party === drafter || consents.includes(party));
  });
  const outside = model.parties.map((_, party) => outsideNow(world, party, options));
  const pressed = crossed.filter((line) => isAlive(world, line) && (model.lines[line].party === drafter || state.known[line] === 1));
  const closed = changed.some((issue) => state.closed[model.issues[issue].base + options[issue]] === 1);
  const firm = consents.some((party) => outside[party].some((issue) => isFirm(world, party, issue)));
  return { consents, crossed, outside: outside.map(({ length }) => length), tabled: changed.length > 0 && brings(mustBring, state.inForce, options) && pressed.length === 0 && !closed && !firm };
}

function byBits(world: World, now: Board, k: number): Omit<ReturnType<typeof plainly>, 'tabled'> {
  const { parties, lines } = world.model;
  return {
    consents: range(parties.length).filter((party) => needs(now, party, k)), crossed: range(lines.length).filter((line) => crosses(now, line, k)),
    outside: parties.map((_, party) => { const { firm, soft } = standOf(world, party); return overlap(now.bits, k * now.words, firm) + overlap(now.bits, k * now.words, soft); }),
  };
}

it.each(WIDE)('where there are many %s', (wide) => {
  const words = { options: 0, lines: 0, parties: 0, signals: 0 };
  let tabled = 0;
  for (const seed of range(8)) {
    const model = compile(scenarioFrom(generated(seed + 1, { wide })));
    const stepper = openStepper(model, { seed: String(seed) });
    const { world } = stepper;
    while (!stepper.ended) {
      stepper.phase();
      if (world.state.phase !== PHASES.indexOf('answers') || world.state.round % 2 === 1) continue;
      const now = board(world);
      words.options = Math.max(words.options, now.words);
      words.lines = Math.max(words.lines, now.lineWords);
      words.parties = Math.max(words.parties, now.consentWords);
      words.signals = Math.max(words.signals, model.hearing.words);
      const mayBe = model.stages[world.state.stage].alternating ? null : new Set(mayBeTabled(world, now));
      for (const k of packagesOf(now)) {
        const { tabled: may, ...plain } = plainly(world, now, k);
        expect([seed, world.state.round, k, byBits(world, now, k)]).toEqual([seed, world.state.round, k, plain]);
        if (mayBe !== null) expect([seed, world.state.round, k, mayBe.has(k)]).toEqual([seed, world.state.round, k, may]);
        if (may) tabled++;
      }
    }
  }
  expect(words[wide]).toBeGreaterThan(1);
  expect(tabled).toBeGreaterThan(50);
});

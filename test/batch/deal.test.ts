/** Who plays what, and when: hands that say what they are asked. */
import { expect, it } from 'vitest';
import { deal } from '../../engine/batch/deal.ts';
import type { Hand, Piece } from '../../engine/batch/hand.ts';

const pieces: readonly Piece[] = [0, 1, 2, 3, 4].map((index) => ({ index, first: index * 10 + 1, runs: 10 }));

/** A hand whose parts are called by their pieces; ended, it gives up. */
function handed(log: string[], fails = -1): Hand<Piece, string> {
  let ended = false;
  return {
    async play({ index }) {
      log.push(`play ${index}`);
      await new Promise((resolve) => { setImmediate(resolve); });
      if (index === fails) throw new Error(`piece ${index} fails`);
      return ended ? null : `part ${index}`;
    },
    end() {
      ended = true;
      log.push('end');
      return Promise.resolve();
    },
  };
}

it('a hand plays on while its part is taken', async () => {
  const log: string[] = [];
  const progress: number[] = [];
  await deal({ pieces: pieces.slice(0, 3), hands: [handed(log)], take: (_, part) => { log.push(`take ${part}`); }, onProgress: (done) => { progress.push(done); }, signal: null });
  expect(log).toEqual(['play 0', 'play 1', 'take part 0', 'play 2', 'take part 1', 'take part 2']);
  expect(progress).toEqual([0, 10, 20, 30]);
});

it('what an earlier try has finished is not played, and counts from the start', async () => {
  const log: string[] = [];
  const progress: number[] = [];
  await deal({ pieces, hands: [handed(log)], has: ({ index }) => index % 2 === 0, take: (_, part) => { log.push(`take ${part}`); }, onProgress: (done) => { progress.push(done); }, signal: null });
  expect(log).toEqual(['play 1', 'play 3', 'take part 1', 'take part 3']);
  expect(progress).toEqual([30, 40, 50]);
});

it('enough is enough: what was begun is given up, and nothing more is taken', async () => {
  const log: string[] = [];
  const taken: string[] = [];
  await deal({ pieces, hands: [handed(log)], take: (_, part) => { taken.push(part); }, enough: () => taken.length === 2, onProgress: null, signal: null });
  expect(taken).toEqual(['part 0', 'part 1']);
  expect(log).toEqual(['play 0', 'play 1', 'play 2', 'end']);
});

it('a part that cannot be taken is the error, whatever becomes of the next piece', async () => {
  const log: string[] = [];
  const full = new Error('the disk is full');
  await expect(deal({ pieces, hands: [handed(log, 1)], take: () => { throw full; }, onProgress: null, signal: null })).rejects.toBe(full);
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  expect(log).toEqual(['play 0', 'play 1']);
});

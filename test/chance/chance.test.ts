import { describe, expect, it } from 'vitest';
import { nameKey, runKey } from '../../engine/chance/key.ts';
import { DrawNames, RunLuck } from '../../engine/chance/luck.ts';
import { normalQuantile } from '../../engine/chance/normal.ts';
import { threefry2x32 } from '../../engine/chance/threefry.ts';

describe('Threefry-2x32-20', () => {
  // The known answers that its authors publish with Random123 (kat_vectors): counter, key, output.
  it.each([
    [[0, 0], [0, 0], [0x6b200159, 0x99ba4efe]],
    [[0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], [0x1cb996fc, 0xbb002be7]],
    [[0x243f6a88, 0x85a308d3], [0x13198a2e, 0x03707344], [0xc4923a9c, 0x483df7a0]],
  ])('counter %j under key %j gives %j', (counter, key, expected) => {
    const out = new Uint32Array(2);
    threefry2x32(key[0], key[1], counter[0], counter[1], out);
    expect([...out]).toEqual(expected);
  });
});

describe('draws', () => {
  const names = new DrawNames(['events/a', 'events/b', 'gauges/a']);
  const luck = new RunLuck(names, runKey('seed', 1));

  it('depend on name, round, count and run, and on nothing else', () => {
    const alone = new RunLuck(new DrawNames(['gauges/a', 'events/b']), runKey('seed', 1));
    expect(alone.uniform(1, 3, 0)).toBe(luck.uniform(1, 3, 0));
    const other = new RunLuck(names, runKey('seed', 2));
    const all = new Set([luck.uniform(0, 1, 0), luck.uniform(1, 1, 0), luck.uniform(0, 2, 0), luck.uniform(0, 1, 1), other.uniform(0, 1, 0)]);
    expect(all.size).toBe(5);
  });

  it('are spread evenly over 0..1 across runs, rounds and names', () => {
    for (const along of ['run', 'round', 'count'] as const) {
      const bins = new Array<number>(20).fill(0);
      const n = 20_000;
      for (let i = 1; i <= n; i++) {
        if (along === 'run') luck.meet(runKey('s', i));
        const u = luck.uniform(2, along === 'round' ? i : 1, along === 'count' ? i : 0);
        bins[Math.floor(u * 20)]++;
      }
      const chi = bins.reduce((sum, count) => sum + (count - n / 20) ** 2 / (n / 20), 0);
      expect(chi, along).toBeLessThan(43.8); // 99.9 % point of chi-square, 19 degrees of freedom
    }
  });

  it('have distinct keys for distinct names', () => {
    const keys = new Set<string>();
    for (let i = 0; i < 20_000; i++) { const key = nameKey(`parties/p${i % 100}/e${i}`); keys.add(`${key.high} ${key.low}`); }
    expect(keys.size).toBe(20_000);
  });
});

describe('normalQuantile', () => {
  // Values printed with the algorithm by Wichura (1988).
  it.each([[0.25, -0.6744897501960817], [0.001, -3.090232306167814], [1e-20, -9.262340089798408], [0.5, 0], [0.975, 1.959963984540054]])('of %d is %d', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 12);
  });
});

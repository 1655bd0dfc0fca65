/** Which levers matter, as a page: what is luck, then lever by lever, the weightiest first. */
import type { ElementaryEffect, Played, Screening, SobolIndex, SobolIndices, Space, Target } from '../../../../engine/index.ts';
import { plain } from '../../../../engine/record/plain.ts';
import { bar, heading, pad, page, widest, wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import { capital, count, percent } from '../words.ts';
import { ASSUMED, foot, isShare, measuredWords, movedBy, opening, overWords, targetWords, valued, type Framed } from './frame.ts';

interface Common extends Framed { readonly space: Space; readonly vary: boolean; readonly played: Played }
export interface ScreeningPage extends Common { readonly of: readonly (Screening & { readonly target: Target })[] }
export interface SobolPage extends Common { readonly of: readonly (SobolIndices & { readonly target: Target })[] }

const share = (value: number): string => percent(Math.min(1, Math.max(0, value)));
const BAR = 12;

/** A lever's name with its figures beside it, on lines of its own where the page is narrow. */
function row(label: string, figures: string, wide: number): string[] {
  const lines = wrap(label, wide + 2, '  ', '    ');
  const last = lines.pop() ?? '';
  return [...lines, `${pad(last, wide + 2)}${figures}`];
}

const labelWidth = (space: Space, room: number, at: Page): number => widest(space.map(({ title }) => plain(title)), Math.max(14, at.width - room - 2));

/** The mean size that chance alone would give to a lever that does nothing on average: of a normal number, 0.80 standard deviations. */
const BY_LUCK = Math.sqrt(2 / Math.PI);

function effectFigures({ size, mean, luck }: ElementaryEffect, moved: (value: number) => string): string {
  const bare = (value: number): string => moved(value).replace('+', '');
  return `${bare(size.value).padStart(6)}${`${bare(size.low)} to ${bare(size.high)}`.padStart(12)}${moved(mean.value).padStart(7)}${`${moved(mean.low)} to ${moved(mean.high)}`.padStart(14)}${bare(luck * BY_LUCK).padStart(6)}`;
}

export function screeningPage({ of, space, vary, played, ...framed }: ScreeningPage, at: Page): string {
  const { scenario } = framed;
  const tables = of.flatMap(({ target, luck, effects }) => {
    const moved = movedBy(target);
    const order = space.map((lever, d) => ({ lever, effect: effects[d] })).flatMap(({ lever, effect }) => (effect === undefined ? [] : [{ lever, effect }])).sort((a, b) => b.effect.size.value - a.effect.size.value);
    const still = order.filter(({ effect }) => effect.size.value === 0);
    const wide = labelWidth(space, 46, at);
    return [
      ...heading(`${measuredWords(target, scenario)}${isShare(target) ? ', in points of a hundred' : ''}`, at),
      ...wrap(`Luck at fixed levers makes ${share(luck)} of the differences between single runs.`, at.width, '  '),
      at.paint.dim(`${pad('', wide + 2)}${'size'.padStart(6)}${'95 %'.padStart(12)}${'mean'.padStart(7)}${'95 %'.padStart(14)}${'luck'.padStart(6)}`),
      ...order.filter(({ effect }) => effect.size.value > 0).flatMap(({ lever, effect }) => row(plain(lever.title), effectFigures(effect, moved), wide)),
      ...(still.length === 0 ? [] : wrap(`${capital(count(still.length, 'lever'))} changed no run: ${still.map(({ lever }) => plain(lever.title)).join('; ')}.`, at.width, '  ')),
    ];
  });
  return page([
    ...opening(framed, at), '', ...wrap(overWords(space, vary), at.width),
    ...wrap(`${capital(count(played.rows, 'path'))} through ${count(played.settings, 'setting')} of the levers, ${count(played.each, 'run')} at each.`, at.width),
    ...tables,
    ...foot(framed, [
      'Size is the mean change, in whichever direction, when a lever alone goes from one end of its range to the other (Morris 1991; Campolongo et al. 2007); mean keeps the direction, and where it is much smaller than the size, the lever works one way here and the other way there. Luck is the size that chance alone gives, in so many runs at each setting, to a lever that only reshuffles which runs end how; a size near it says nothing. --method sobol parts the variance and leaves luck out.',
      ASSUMED,
    ], at),
  ]);
}

export function sobolPage({ of, space, vary, played, ...framed }: SobolPage, at: Page): string {
  const { scenario } = framed;
  const tables = of.flatMap(({ target, luck, mean, spread, together, levers }) => {
    const order = space.flatMap((lever, d) => { const index = levers[d]; return index === undefined ? [] : [{ lever, index }]; }).sort((a, b) => b.index.total.value - a.index.total.value);
    const wide = labelWidth(space, 46, at);
    const told = valued(target);
    const sayable = spread.low > 0 && Number.isFinite(order[0]?.index.total.value ?? NaN);
    return [
      ...heading(measuredWords(target, scenario), at),
      ...wrap(`On average ${told(mean.value)} (${told(mean.low)} to ${told(mean.high)}). Of the differences between single runs, luck at fixed levers makes ${share(luck.value)} (${share(luck.low)} to ${share(luck.high)}); the levers make the rest.`, at.width, '  '),
      ...(sayable
        ? [
          ...wrap(`Of what the levers explain, ${share(together.value)} (${share(together.low)} to ${share(together.high)}) comes only of several together.`, at.width, '  '),
          at.paint.dim(`${pad('', wide + 2)}${'alone'.padStart(7)}${'95 %'.padStart(13)}${'in all'.padStart(9)}${'95 %'.padStart(13)}`),
          ...order.flatMap(({ lever, index }) => row(plain(lever.title), indexFigures(index, at.width - wide - 2 - 42 >= BAR), wide)),
        ]
        : wrap(`What the levers explain of ${targetWords(target, scenario)} cannot be told from luck in so many runs; more runs (-n) may tell.`, at.width, '  ')),
    ];
  });
  return page([
    ...opening(framed, at), '', ...wrap(overWords(space, vary), at.width),
    ...wrap(`${capital(count(played.rows, 'pair'))} of settings, ${count(played.settings, 'setting')} in all, ${count(played.each, 'run')} at each.`, at.width),
    ...tables,
    ...foot(framed, [
      'Alone: the part of the variance of what is expected over the levers that this lever explains by itself (first-order index). In all: the part in which it has a hand, alone or with others (total index); a lever whose interval lies near nothing may be fixed anywhere in its range without loss. Sobol 1993; Saltelli et al. 2010; Jansen 1999. Intervals by resampling pairs.',
      ASSUMED,
    ], at),
  ]);
}

function indexFigures({ first, total }: SobolIndex, bars: boolean): string {
  const within = ({ low, high }: { readonly low: number; readonly high: number }): string => `${Math.round(Math.min(1, Math.max(0, low)) * 100)} to ${Math.round(Math.min(1, Math.max(0, high)) * 100)}`;
  return `${share(first.value).padStart(7)}${within(first).padStart(13)}${share(total.value).padStart(9)}${within(total).padStart(13)}${bars ? `  ${bar(Math.min(1, total.value), BAR)}` : ''}`;
}

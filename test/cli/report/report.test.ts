/** The report: what stands in it and in which order, that it is one file, and that a browser and axe-core have nothing to say against it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readyStudy } from '../../../cli/study.ts';
import { gather } from '../../../cli/reporting/gather.ts';
import type { Findings } from '../../../cli/reporting/findings.ts';
import { sizesFor } from '../../../cli/reporting/sizes.ts';
import { toSvg } from '../../../cli/views/charts/render.ts';
import { chartsOf } from '../../../cli/views/report/charts.ts';
import { reportPage } from '../../../cli/views/report/page.ts';
import { Chromium, HAS_CHROMIUM } from '../../helpers/chromium.ts';
import { folder, winset } from '../fake-io.ts';
import { RICH } from '../rich.ts';
import { hostile } from './hostile.ts';

const place = folder();
afterAll(place.remove);
const rich = place.file('rich.yaml');
writeFileSync(rich, RICH);

/** What is found in the rich scenario, all parts of it, once. */
async function found(): Promise<Findings> {
  const io = { stdout: { write: () => {}, isTTY: false, columns: 80 }, stderr: { write: () => {}, isTTY: false, columns: 80 }, terminal: null, env: {}, cwd: place.path, now: () => 0, signal: new AbortController().signal };
  const ready = await readyStudy({ scenario: rich }, io);
  const findings = await gather({ args: {}, io, ready, runs: 120, parts: ['sensitivity', 'discovery'], target: { kind: 'outcomes', ids: ['lasting', 'collapsed'] }, asked: { ...ready.asked, command: 'report', more: ['--runs', '120'] } });
  if (findings === null) throw new Error('interrupted');
  return findings;
}

async function pageOf(findings: Findings): Promise<string> {
  const drawn = [];
  for (const chart of chartsOf(findings)) drawn.push({ chart, svg: await toSvg(chart, false) });
  return reportPage(findings, drawn);
}

let findings: Findings;
let page = '';
beforeAll(async () => {
  findings = await found();
  page = await pageOf(findings);
  writeFileSync(place.file('report.html'), page);
  // Every text of the file as somebody who means harm would write it; runs are not moved by titles.
  writeFileSync(place.file('hostile.html'), await pageOf({ ...findings, scenario: hostile(findings.scenario), asked: { ...findings.asked, name: '<script>"&\'', seed: '"><b>' } }));
}, 120_000);

describe('the report', () => {
  it('says what is left out and assumed before any number, and the range before any single share', () => {
    const at = ['id="left-out"', 'id="assumptions"', 'id="range"', 'id="outcomes"', 'id="terms"', 'id="blockers"', 'id="red-lines"', 'id="turning-points"', 'id="survival"', 'id="sensitivity"', 'id="discovery"', 'id="story"', 'id="evidence"', 'How this was made'].map((part) => page.indexOf(part));
    expect(at.every((one) => one > 0), at.join()).toBe(true);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(page.slice(0, page.indexOf('id="range"'))).not.toMatch(/share of runs that end in/u);
  });
  it('tells its question, its sources, its seed, its version and the command that makes it again', () => {
    for (const part of ['Would an agreement on the strait last?', 'the fishing grounds', 'The first paper', 'The coast will not hand over the lighthouse.', 'A.1 and A.2', 'How long such agreements last', findings.scenario.hash, 'Winset 0.', 'winset report', '--seed 1', 'not probabilities']) expect(page).toContain(part);
  });
  it('is one file: nothing is fetched, nothing is run', () => {
    expect(page).not.toMatch(/<script|<link|<iframe|<object|<embed|@import|url\(|src=|\son\w+=/iu);
    expect(page).toContain("default-src 'none'");
    expect([...page.matchAll(/href="([^"]*)"/gu)].every(([, to = '']) => /^(#|https?:)/u.test(to))).toBe(true);
  });
  it('tells what stands in the way by the stage in which the talks ended, where there are several', async () => {
    const { scenario, result } = findings;
    const [stage] = scenario.stages;
    const [by] = result.blockers.by;
    if (stage === undefined || by === undefined) throw new Error('a stage and a blocker');
    const stages = [{ stage: stage.id, runs: 3, by: [by] }, { stage: 'later', runs: 1, by: [by] }];
    const two: Findings = { ...findings, scenario: { ...scenario, stages: [stage, { ...stage, id: 'later', title: 'The later deal' }] }, result: { ...result, blockers: { runs: 6, by: [by], stages } } };
    const chart = chartsOf(two).find(({ id }) => id === 'blockers');
    expect(chart?.table.rows.map(([group]) => group)).toEqual(['The deal: 3 runs', 'The later deal: 1 run'].map((words) => words.replace('The deal', stage.title)));
    expect(await pageOf(two)).toMatch(/In 6 runs “The later deal” was not signed\..*by the stage in which the talks stood when the run ended\. In 2 of these runs nothing stood in the way/u);
    expect(page).not.toContain('by the stage in which the talks stood');
  });
  it('has a description and the numbers of every chart beside it', () => {
    const charts = chartsOf(findings);
    expect(charts.map(({ id }) => id)).toEqual(['reach', 'ends', 'outcomes', 'terms-deal', 'blockers', 'survival-truce', 'survival-agreement', 'effects', 'trade-off'].filter((id) => charts.some((chart) => chart.id === id)));
    expect(charts.length).toBeGreaterThanOrEqual(7);
    for (const { id, says } of charts) {
      expect(says.length).toBeGreaterThan(40);
      expect(page).toContain(`<desc id="${id}-says">`);
      expect(page).toContain(`id="chart-${id}"`);
    }
    expect(page.match(/The numbers of this chart/gu)).toHaveLength(charts.length);
  });
  it('shares its runs out: every part grows with the batch, none beyond measure', () => {
    for (const [small, large] of [[100, 1000], [1000, 50_000], [50_000, 1_000_000]] as const) {
      const [few, many] = [sizesFor(small), sizesFor(large)];
      expect(few.range.settings * few.range.each).toBeLessThanOrEqual(many.range.settings * many.range.each);
      expect(few.lines).toBeLessThanOrEqual(many.lines);
    }
    expect(sizesFor(10_000_000)).toMatchObject({ lines: 500, sensitivity: 40_000, range: { each: 1000 } });
  });
});

describe('texts of the file', () => {
  it('put neither markup nor links into the page', () => {
    const page2 = readFileSync(place.file('hostile.html'), 'utf8');
    expect(page2).toContain('&lt;script&gt;window.owned = 1&lt;/script&gt;');
    expect(page2).not.toMatch(/<script|<img|<svg[^>]*onload|javascript:|<b>/iu);
    expect([...page2.matchAll(/<[a-z][^>]*>/giu)].filter(([tag]) => /\son\w+\s*=/iu.test(tag.replaceAll(/"[^"]*"/gu, '""')))).toEqual([]);
    // eslint-disable-next-line no-control-regex
    expect(page2).not.toMatch(/[\u0000-\u0008\u001b\u202e]/u);
  });
});

describe.skipIf(!HAS_CHROMIUM)('in a browser', () => {
  let browser: Chromium;
  beforeAll(() => { browser = new Chromium(); });
  afterAll(async () => { await browser.close(); });
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  it.each(['report.html', 'hostile.html'])('%s renders, says nothing on the console, asks the network for nothing, and passes axe-core', async (name) => {
    const opened = await browser.open(place.file(name));
    const seen = await opened.evaluate(`({ pictures: [...document.querySelectorAll('figure svg')].map((svg) => svg.getBoundingClientRect().width > 200 && svg.getBoundingClientRect().height > 40), sections: document.querySelectorAll('section').length, wide: document.documentElement.scrollWidth - document.documentElement.clientWidth, owned: window.owned ?? null })`);
    expect(seen).toEqual({ pictures: chartsOf(findings).map(() => true), sections: 13, wide: 0, owned: null });
    expect({ said: opened.said, asked: opened.asked }).toEqual({ said: [], asked: [] });
    await opened.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    await opened.evaluate(axe);
    const violations = await opened.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`);
    expect(violations).toEqual([]);
  }, 60_000);
  it('would see a script run, a message and a fault', async () => {
    writeFileSync(place.file('bad.html'), '<!doctype html><html><body><img src="https://evil.invalid/x.png"><script>window.owned = 1; console.log("hello");</script></body></html>');
    const opened = await browser.open(place.file('bad.html'));
    expect(await opened.evaluate('window.owned')).toBe(1);
    expect(opened.said.join()).toContain('hello');
    expect(opened.asked).toContain('https://evil.invalid/x.png');
    await opened.evaluate(axe);
    expect(await opened.evaluate("axe.run(document).then(({ violations }) => violations.map(({ id }) => id))")).toContain('image-alt');
  }, 60_000);
});

describe('winset report', () => {
  it('writes one file, whole, and says which', async () => {
    const { code, out, err } = await winset(['report', 'tutorial', '-n', '100', '-o', place.file('tutorial.html')]);
    expect({ code, out, err }).toEqual({ code: 0, out: `${place.file('tutorial.html')}\n`, err: '' });
    const text = readFileSync(place.file('tutorial.html'), 'utf8');
    expect(text.startsWith('<!doctype html>')).toBe(true);
    expect(text.endsWith('</html>\n')).toBe(true);
    const again = await winset(['report', 'tutorial', '-n', '100', '-o', place.file('tutorial.html')]);
    expect(again.code).toBe(1);
    expect(again.err).toContain('--force writes over it');
    const piped = await winset(['report', 'tutorial', '-n', '100']);
    expect(piped.out).toBe(text.replace(place.file('tutorial.html'), 'report.html'));
  }, 60_000);
  it('gives one of its charts', async () => {
    const { code, out } = await winset(['report', 'tutorial', '-n', '100', '--chart', 'outcomes', '--format', 'csv']);
    expect(code).toBe(0);
    expect(out.split('\r\n')[0]).toBe('label,share,low,high');
    expect(out).toContain('They sign,');
  }, 60_000);
  it.each([
    ['report tutorial --format svg', '--chart'],
    ['report tutorial --chart outcomes', '--format'],
    ['report tutorial --chart outcomes --format gif', 'svg, png, csv or json'],
    ['report tutorial --with sensitivty', 'Did you mean sensitivity?'],
    ['report tutorial --of agreement', '--with sensitivity'],
    ['report tutorial -n 5', 'from 100 to'],
  ])('winset %s', async (line, says) => {
    const { code, out, err } = await winset(line);
    expect(err).toContain(says);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
  it('names its charts when asked for one that it has not', async () => {
    const { code, err } = await winset('report tutorial -n 100 --chart map --format svg');
    expect(code).toBe(2);
    expect(err).toContain('It has: reach, ends, outcomes');
  }, 60_000);
  it('leaves nothing behind when it is interrupted', async () => {
    const stop = new AbortController();
    stop.abort('interrupt');
    expect(await winset(['report', 'tutorial', '-o', place.file('never.html')], { stop })).toEqual({ code: 130, out: '', err: '' });
    expect(existsSync(place.file('never.html'))).toBe(false);
  });
});

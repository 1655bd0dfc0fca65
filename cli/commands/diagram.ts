/** `winset diagram`: the charts of the parties and of the process, as Mermaid or as a picture. */
import { plain } from '../../engine/record/plain.ts';
import { EXIT } from '../io.ts';
import { jsonPage } from '../json.ts';
import { didYouMean } from '../nearest.ts';
import { openScenario, readingOf, scenarioName } from '../open.ts';
import { flag, text } from '../options.ts';
import { UsageError } from '../stops.ts';
import { partyFirst } from '../views/plain/names.ts';
import type { Command } from './command.ts';

export const diagram: Command = {
  name: 'diagram',
  usage: 'diagram <scenario>',
  describe: 'Draw how parties may change their minds: statecharts as Mermaid text or SVG',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['party', 'svg', 'from', 'json', 'no-color'],
  examples: [
    ['winset diagram tutorial > charts.md', 'All charts as a Markdown page, drawn by many editors'],
    ['winset diagram tutorial --party lower', 'The charts of one party as bare Mermaid'],
    ['winset diagram tutorial --svg > charts.svg', 'All charts as one picture, in words'],
  ],
  async run(args, io) {
    const wanted = text(args, 'party');
    if (flag(args, 'svg') && flag(args, 'json')) throw new UsageError('--svg and --json exclude each other: a picture is no JSON.');
    const { model, scenario } = await openScenario(scenarioName(args), io, readingOf(args));
    const { toMermaid } = await import('../../engine/index.ts');
    const all = toMermaid(model);
    const ids = all.map((one) => one.party);
    if (wanted !== undefined && !ids.includes(wanted)) throw new UsageError(`There is no party “${plain(wanted)}”.${didYouMean(wanted, ids)}`);
    const diagrams = wanted === undefined ? all : all.filter((one) => one.party === wanted);
    if (flag(args, 'svg')) {
      const [{ drawingsOf }, { place }, { svg }] = await Promise.all([import('../views/diagram/panels.ts'), import('../views/diagram/place.ts'), import('../views/diagram/svg.ts')]);
      const drawings = drawingsOf(model).filter((one) => wanted === undefined || one.party === wanted);
      io.stdout.write(svg(place(drawings), `${plain(scenario.title)}: how its parties may change their minds`));
    } else if (flag(args, 'json')) io.stdout.write(jsonPage({ winset: 1, scenario: scenario.id, hash: scenario.hash, diagrams }));
    else if (wanted === undefined) {
      const title = (id: string): string => (id === 'process' ? 'The process' : partyFirst(scenario, id));
      io.stdout.write(diagrams.map(({ party, mermaid }) => `## ${title(party)}\n\n\`\`\`mermaid\n${mermaid.trimEnd()}\n\`\`\`\n`).join('\n'));
    } else io.stdout.write(diagrams.map(({ mermaid }) => `${mermaid.trimEnd()}\n`).join(''));
    return EXIT.ok;
  },
};

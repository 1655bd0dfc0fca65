/** `winset schema`: the format as JSON Schema, so that editors complete, explain and check. */
import type { JsonSchema } from '../../engine/index.ts';
import { EXIT } from '../io.ts';
import { jsonLine } from '../json.ts';
import type { Command } from './command.ts';

/** A definition a line, so that a change of the format is a change of few lines. */
function page({ definitions, ...rest }: JsonSchema): string {
  const lines = Object.entries(definitions as JsonSchema).map(([name, definition]) => `    ${jsonLine(name)}: ${jsonLine(definition)}`);
  return `${JSON.stringify(rest, null, 2).replace(/\n\}$/u, '')},\n  "definitions": {\n${lines.join(',\n')}\n  }\n}\n`;
}

export const schema: Command = {
  name: 'schema',
  usage: 'schema',
  describe: 'Print the JSON Schema of scenario files, for editors',
  positionals: {},
  options: ['json', 'no-color'],
  notes: { json: 'As without it: a schema is JSON' },
  examples: [
    ['winset schema > winset.schema.json', 'To name in the first line of a scenario beside it: # yaml-language-server: $schema=./winset.schema.json'],
  ],
  async run(_args, io) {
    const { scenarioSchema } = await import('../../engine/index.ts');
    io.stdout.write(page(scenarioSchema()));
    return EXIT.ok;
  },
};

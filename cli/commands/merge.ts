/** `winset merge`: the shards of a batch as the one batch that they are. */
import path from 'node:path';
import { EXIT } from '../io.ts';
import { jsonPage } from '../json.ts';
import { orFail } from '../long-batch.ts';
import { flag, refuseIdleForce, text } from '../options.ts';
import { pageOf } from '../page.ts';
import { UsageError } from '../stops.ts';
import { merged } from '../views/plain/merged.ts';
import type { Command } from './command.ts';

export const merge: Command = {
  name: 'merge',
  usage: 'merge <parts..>',
  describe: 'Join the parts of a batch that was played in shards',
  positionals: { parts: 'All files from `winset batch --shard … --out`' },
  options: ['out', 'force', 'json', 'no-color'],
  notes: { out: 'Write the rows of all parts to this file, as one batch would have written them', force: 'Write over a file that is there' },
  examples: [
    ['winset merge part-*.parquet', 'The outcomes of all parts together'],
    ['winset merge part-*.parquet -o whole.parquet --json', 'The rows, and all that `batch --json` would have said'],
  ],
  async run(args, io) {
    const said: unknown = args['parts'];
    const parts = (Array.isArray(said) ? said : [said]).filter((file): file is string => typeof file === 'string' && file !== '');
    if (parts.length === 0) throw new UsageError('Name the files to join.');
    const out = text(args, 'out');
    refuseIdleForce(args);
    const { joinParts } = await import('../../engine/batch/join.ts');
    const result = await orFail(() => joinParts(
      parts.map((shown) => ({ file: path.resolve(io.cwd, shown), shown })),
      { out: out === undefined ? null : path.resolve(io.cwd, out), force: flag(args, 'force'), mark: String(process.pid) },
    ), true);
    io.stdout.write(flag(args, 'json') ? jsonPage(result) : merged(result, parts.length, out ?? null, pageOf(args, io)));
    return EXIT.ok;
  },
};

/** The program as a function: from words to an exit code. Touches nothing but what `io` hands it. */
import yargs from 'yargs';
import { plain } from '../engine/record/plain.ts';
import { formatProblem } from '../engine/scenario/problem.ts';
import { analyze } from './commands/analyze.ts';
import { backtest } from './commands/backtest.ts';
import { baselines } from './commands/baselines.ts';
import { batch, batchOf } from './commands/batch.ts';
import { check } from './commands/check.ts';
import type { Command } from './commands/command.ts';
import { compare } from './commands/compare.ts';
import { discover } from './commands/discover.ts';
import { diagram } from './commands/diagram.ts';
import { evidence } from './commands/evidence.ts';
import { fmt } from './commands/fmt.ts';
import { exportFiles } from './commands/export.ts';
import { importFiles } from './commands/import.ts';
import { list } from './commands/list.ts';
import { merge } from './commands/merge.ts';
import { newScenario } from './commands/new.ts';
import { redlines } from './commands/redlines.ts';
import { report } from './commands/report.ts';
import { roundRobin } from './commands/round-robin.ts';
import { run } from './commands/run.ts';
import { schema } from './commands/schema.ts';
import { sensitivity } from './commands/sensitivity.ts';
import { show } from './commands/show.ts';
import { step, stepInto } from './commands/step.ts';
import { survival } from './commands/survival.ts';
import { sweep } from './commands/sweep.ts';
import { text } from './commands/text.ts';
import { turningPoints } from './commands/turning-points.ts';
import { watch } from './commands/watch.ts';
import { worker } from './commands/worker.ts';
import { FLAGSHIP } from './find.ts';
import { EXIT, width } from './io.ts';
import type { Io } from './io.ts';
import { flag, OPTIONS } from './options.ts';
import type { Args, OptionShape } from './options.ts';
import { BadFile, Failure, UsageError } from './stops.ts';
import { ALONE, explain, valuedSwitch } from './usage.ts';
import { VERSION } from './version.ts';
import { fitted } from './views/plain/excerpt.ts';

export const COMMANDS: readonly Command[] = [
  step, run, batch, merge, text, analyze, redlines, turningPoints, sensitivity, sweep, discover, survival, report, compare, watch, check, fmt, list, show, evidence, diagram,
  newScenario, importFiles, exportFiles, roundRobin, baselines, backtest, schema, worker,
];

/** `winset` alone: the flagship, to step through where a person sits at the terminal, as a distribution elsewhere. */
const alone: Command = {
  name: '$0',
  usage: '$0',
  describe: `Without a command: step through ${FLAGSHIP}; without a terminal, its outcomes`,
  positionals: {},
  options: ALONE,
  examples: [],
  async run(args, io) {
    const asked = flag(args, 'json') || args['runs'] !== undefined;
    return io.terminal !== null && !asked ? await stepInto(FLAGSHIP, args, io) : await batchOf(FLAGSHIP, args, io);
  },
};

interface Chosen { readonly command: Command; readonly args: Args }

/** Reads the command line. Gives the help's text instead where help or the version was asked for. */
async function parse(argv: readonly string[], io: Io): Promise<Chosen | string> {
  let chosen: Chosen | null = null;
  let said = '';
  let failed: string | null = null;
  const valued = valuedSwitch(argv);
  if (valued !== null) throw new UsageError(valued);
  const parser = yargs([...argv])
    .scriptName('winset')
    .locale('en')
    .parserConfiguration({ 'camel-case-expansion': false, 'boolean-negation': false, 'dot-notation': false, 'parse-numbers': false, 'parse-positional-numbers': false })
    .usage('winset: negotiations as scenarios, to step through, run and vary\n\nUsage: winset <command>')
    .strict()
    .exitProcess(false)
    .version('version', 'Show the version', VERSION)
    .help('help', 'Show help')
    .alias('h', 'help')
    .updateStrings({ string: 'value', boolean: 'switch', array: 'words' })
    .wrap(width(io.stdout))
    .epilogue('winset <command> --help tells more and gives examples. Begin with: winset step tutorial')
    .fail((message, error) => {
      if (message === null && error !== undefined) throw error;
      failed ??= message;
    });
  for (const command of [...COMMANDS, alone]) {
    parser.command(command.usage, command.describe, (cli) => {
      for (const [name, describe] of Object.entries(command.positionals)) cli.positional(name, { type: 'string', describe, default: undefined });
      for (const name of command.options) {
        const { type, describe, ...rest }: OptionShape = OPTIONS[name];
        const note = command.notes?.[name];
        const usual = rest.default === undefined || note !== undefined ? {} : { defaultDescription: rest.default };
        cli.option(name, { type, describe: note ?? describe, ...(rest.alias === undefined ? {} : { alias: rest.alias }), ...usual });
      }
      for (const [line, does] of command.examples) cli.example(line, does);
      return cli;
    }, (args) => {
      chosen = { command, args };
    });
  }
  await parser.parseAsync([...argv], {}, (_error: unknown, _args: unknown, output: string) => {
    said = output;
  });
  if (failed !== null) throw new UsageError(explain(failed, argv, COMMANDS));
  const extra = (chosen as Chosen | null)?.args['_'];
  if (said === '' && Array.isArray(extra) && extra.length > 1) throw new UsageError(`“${plain(String(extra[1]))}” is one word too many.`);
  return chosen === null || said !== '' ? `${said}\n` : chosen;
}

function told(error: unknown, argv: readonly string[], io: Io): number {
  const command = COMMANDS.find((one) => one.name === argv[0])?.name;
  const who = command === undefined ? 'winset' : `winset ${command}`;
  if (error instanceof UsageError) {
    io.stderr.write(`${who}: ${error.message}\nHelp: ${who} --help\n`);
    return EXIT.usage;
  }
  if (error instanceof BadFile) {
    io.stderr.write(`${error.problems.map((problem) => `${formatProblem({ ...problem, excerpt: fitted(problem.excerpt, width(io.stderr)) })}\n\n`).join('')}${who}: ${error.message}\n`);
    return EXIT.problems;
  }
  if (error instanceof Failure) {
    io.stderr.write(`${who}: ${error.message}\n`);
    return EXIT.failure;
  }
  const what = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error && io.env['WINSET_DEBUG'] === '1' ? `${error.stack ?? ''}\n` : '';
  io.stderr.write(`winset: internal failure: ${plain(what)}\n${stack}`);
  return EXIT.failure;
}

/** 130 after Ctrl+C; 0 when whoever read our output has gone (`| head`), as there is nobody left to tell. */
function interrupted(io: Io): number {
  return io.signal.reason === 'closed' ? EXIT.ok : EXIT.interrupted;
}

export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code: number;
  try {
    const chosen = await parse(argv, io);
    if (typeof chosen === 'string') {
      io.stdout.write(chosen);
      code = EXIT.ok;
    } else code = await chosen.command.run(chosen.args, io);
  } catch (error) {
    if (io.signal.aborted) return interrupted(io);
    code = told(error, argv, io);
  }
  return io.signal.aborted ? interrupted(io) : code;
}

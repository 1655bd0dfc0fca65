/** What a command is: its words for the help, its options, and what it does. One file a command beside this one. */
import type { Io } from '../io.ts';
import type { Args, OptionName } from '../options.ts';

export interface Command {
  readonly name: string;
  /** As the parser reads it: 'run <scenario>'. */
  readonly usage: string;
  readonly describe: string;
  readonly positionals: Readonly<Record<string, string>>;
  readonly options: readonly OptionName[];
  /** Where an option means something of its own here: its line in the help. */
  readonly notes?: Readonly<Partial<Record<OptionName, string>>>;
  /** Command line and what it does. Every command has some. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  readonly run: (args: Args, io: Io) => Promise<number>;
}

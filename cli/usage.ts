/** What the parser complains about, in words that say what to do instead. */
import { plain } from '../engine/record/plain.ts';
import type { Command } from './commands/command.ts';
import { shippedAs } from './find.ts';
import { didYouMean } from './nearest.ts';
import { OPTIONS } from './options.ts';
import type { OptionName } from './options.ts';

const ALWAYS = ['help', 'version'] as const;
/** What `winset` takes without a command. */
export const ALONE = ['runs', 'seed', 'from', 'set', 'view', 'vary', 'json', 'no-color'] as const satisfies readonly OptionName[];

function unknownOption(word: string, command: Command | undefined): string {
  const typed = `${word.length === 1 ? '-' : '--'}${plain(word)}`;
  const known = [...(command?.options ?? ALONE), ...ALWAYS];
  if (command !== undefined && Object.hasOwn(OPTIONS, word)) return `It does not take ${typed}; its options: ${known.map((name) => `--${name}`).join(', ')}.`;
  return `There is no option ${typed}.${didYouMean(word, known, (name) => `--${name}`)}`;
}

function unknownCommand(word: string, commands: readonly Command[]): string {
  const scenario = /\.ya?ml$/u.test(word) ? word : shippedAs(word);
  if (scenario !== undefined) return `“${plain(word)}” is a scenario; say what to do with it, for example: winset step ${plain(scenario)}`;
  return `There is no command “${plain(word)}”.${didYouMean(word, commands.map((command) => command.name))}`;
}

/** A switch that is given a value, as in --json=yes, would silently count as off. */
export function valuedSwitch(argv: readonly string[]): string | null {
  const end = argv.indexOf('--');
  for (const typed of end < 0 ? argv : argv.slice(0, end)) {
    const name = /^--([a-z-]+)=/u.exec(typed)?.[1];
    const isSwitch = name !== undefined && (ALWAYS.some((one) => one === name) || Object.entries(OPTIONS).some(([id, shape]) => id === name && shape.type === 'boolean'));
    if (isSwitch) return `--${name} takes no value.`;
  }
  return null;
}

/** `message` is the parser's; `argv` what was typed. */
export function explain(message: string, argv: readonly string[], commands: readonly Command[]): string {
  const command = commands.find((one) => one.name === argv[0]);
  const unknown = /^Unknown (?:argument|command)s?: (.*)$/su.exec(message)?.[1];
  if (unknown !== undefined) {
    const words = unknown.split(', ');
    const option = words.find((word) => argv.some((typed) => typed.startsWith('-') && typed.replace(/^-+/u, '').split('=')[0] === word));
    if (option !== undefined) return unknownOption(option, command);
    const single = argv.find((typed) => /^-[^-]/u.test(typed) && words.some((word) => typed.includes(word)));
    if (single !== undefined) return unknownOption(words[0] ?? '', command);
    const word = words[0] ?? '';
    if (command === undefined) return unknownCommand(word, commands);
    return `“${plain(word)}” is one word too many.`;
  }
  if (message.startsWith('Not enough non-option arguments')) {
    const first = Object.keys(command?.positionals ?? {})[0] ?? 'argument';
    return first === 'scenario' ? 'Name a scenario. `winset list` shows those that come with Winset.' : `Name the ${first}.`;
  }
  return `${plain(message)}.`.replace(/\.\.$/u, '.');
}

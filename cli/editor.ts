/** Somebody's editor, as VISUAL or EDITOR name it: started by itself, never through a shell. */
import { spawn } from 'node:child_process';
import { why } from './save.ts';

export const COMES_WITH_IT = 'This scenario comes with Winset and is not edited in its place. Copy its file, and those that it extends, and open the copy: ./my.yaml';
export const NO_EDITOR = 'No editor is named. Leave with q, and begin again with one: EDITOR=nano winset …';

/** The words of the command; null where nobody has said which editor. */
export function editorOf(env: Readonly<Record<string, string | undefined>>): readonly string[] | null {
  const said = [env['VISUAL'], env['EDITOR']].find((value) => value !== undefined && value.trim() !== '');
  return said === undefined ? null : words(said);
}

/** 'code --wait', '"/Applications/My Editor" -w': parted at blanks that no quotes and no backslash hold together. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/(?:"[^"]*"|'[^']*'|\\.|[^\s"'\\])+/gu)].map(([word]) => word.replaceAll(/"([^"]*)"|'([^']*)'|\\(.)/gu, (_all, double: string | undefined, single: string | undefined, sign: string | undefined) => double ?? single ?? sign ?? ''));
}

/** What came of it: null when the editor was left, else why it could not be used, in words. */
export interface Editing { readonly done: Promise<string | null>; readonly stop: () => void }

/** Opens a file in it, on this terminal. */
export function openEditor([program = '', ...rest]: readonly string[], file: string, cwd: string): Editing {
  const child = spawn(program, [...rest, file], { cwd, stdio: 'inherit', shell: false });
  const done = new Promise<string | null>((resolve) => {
    child.once('error', (error) => resolve(`The editor “${program}” cannot be started: ${'code' in error && error.code === 'ENOENT' ? 'there is no such program' : why(error)}.`));
    child.once('exit', (code) => resolve(code === 0 || code === null ? null : `The editor “${program}” ended with code ${code}.`));
  });
  return { done, stop: () => { child.kill(); } };
}

/**
 * What a terminal sends, as named keys. Keys typed fast arrive as one string; a sequence may arrive in two pieces;
 * mouse reports, answers to queries and unknown sequences are swallowed whole, and pasted text is one `paste`.
 */

export interface Key {
  /** `space`, `left`, `ctrl-c`, or the character itself. */
  readonly name: string;
  /** What it would write into a line of text; '' for keys that write nothing. */
  readonly text: string;
}

const ESC = '\u001b';
const PASTE_END = `${ESC}[201~`;
/** Kept of a paste: longer than any file name. */
const LONGEST_PASTE = 4096;

const FINALS: Readonly<Record<string, string>> = { A: 'up', B: 'down', C: 'right', D: 'left', H: 'home', F: 'end', Z: 'shift-tab' };
const TILDES: Readonly<Record<string, string>> = { 1: 'home', 4: 'end', 5: 'page-up', 6: 'page-down', 7: 'home', 8: 'end' };
const CONTROLS: Readonly<Record<string, string>> = {
  '\r': 'enter', '\n': 'enter', '\t': 'tab', '\u007f': 'backspace', '\b': 'backspace', '\u0003': 'ctrl-c', '\u001a': 'ctrl-z', '\u000c': 'ctrl-l', '\u0015': 'ctrl-u', '\u0002': 'ctrl-b', '\u0004': 'ctrl-d', '\u0006': 'ctrl-f', '\u000e': 'ctrl-n', '\u0010': 'ctrl-p',
};

/** One control sequence at the beginning of a text: its length (0: not all there yet) and the key it stands for. */
function sequence(text: string): { readonly length: number; readonly name: string | null } {
  const kind = text[1];
  if (kind === 'O') return text.length < 3 ? { length: 0, name: null } : { length: 3, name: FINALS[text[2] ?? ''] ?? null };
  if (kind === ']' || kind === 'P' || kind === '_' || kind === '^') {
    // A string: ends with BEL or ESC \.
    const end = /\u0007|\u001b\\/.exec(text.slice(2));
    return end === null ? { length: 0, name: null } : { length: 2 + end.index + end[0].length, name: null };
  }
  if (kind !== '[') return { length: 2, name: null };
  // The old mouse report: three bytes after the M.
  if (text[2] === 'M') return text.length < 6 ? { length: 0, name: null } : { length: 6, name: null };
  const found = /^\u001b\[([0-9;:<=>?]*)[ -/]*([@-~])/.exec(text);
  if (found === null) return /^\u001b\[[0-9;:<=>?]*[ -/]*$/.test(text) ? { length: 0, name: null } : { length: 2, name: null };
  const [whole, parameters = '', final = ''] = found;
  if (/^[<=>?]/.test(parameters)) return { length: whole.length, name: null };
  const [first = '', modifier = ''] = parameters.split(';');
  const plain = final === '~' ? TILDES[first] : FINALS[final];
  if (plain === undefined) return { length: whole.length, name: null };
  const shifted = modifier === '2' && (plain === 'left' || plain === 'right');
  return { length: whole.length, name: shifted ? `shift-${plain}` : plain };
}

export class Decoder {
  #rest = '';
  #pasted: string | null = null;

  /** Whether a sequence has begun and not ended; after a short wait `flush` makes it the Escape key. */
  get waiting(): boolean {
    return this.#rest !== '' && this.#pasted === null;
  }

  feed(chunk: string): readonly Key[] {
    const keys: Key[] = [];
    let text = this.#rest + chunk;
    this.#rest = '';
    while (text !== '') {
      if (this.#pasted !== null) {
        const end = text.indexOf(PASTE_END);
        const upTo = end < 0 ? Math.max(0, text.length - PASTE_END.length + 1) : end;
        this.#pasted = (this.#pasted + text.slice(0, upTo)).slice(0, LONGEST_PASTE);
        if (end < 0) {
          this.#rest = text.slice(upTo);
          break;
        }
        keys.push({ name: 'paste', text: this.#pasted });
        this.#pasted = null;
        text = text.slice(end + PASTE_END.length);
        continue;
      }
      if (text.startsWith(ESC)) {
        if (text.length === 1) {
          this.#rest = text;
          break;
        }
        if (text.startsWith(`${ESC}[200~`)) {
          this.#pasted = '';
          text = text.slice(6);
          continue;
        }
        if (text[1] === ESC) {
          keys.push({ name: 'escape', text: '' });
          text = text.slice(1);
          continue;
        }
        const { length, name } = sequence(text);
        if (length === 0) {
          // A sequence that never ends is not kept for ever.
          if (text.length < 1024) this.#rest = text;
          break;
        }
        if (name !== null) keys.push({ name, text: '' });
        text = text.slice(length);
        continue;
      }
      const sign = String.fromCodePoint(text.codePointAt(0) ?? 0);
      text = text.slice(sign.length);
      const control = CONTROLS[sign];
      if (control !== undefined) keys.push({ name: control, text: '' });
      else if (sign === ' ') keys.push({ name: 'space', text: ' ' });
      else if (sign >= ' ' && !(sign >= '\u0080' && sign <= '\u009f')) keys.push({ name: sign, text: sign });
    }
    return keys;
  }

  /** Nothing followed: a lone ESC was the Escape key, a broken sequence is dropped. */
  flush(): readonly Key[] {
    if (!this.waiting) return [];
    const lone = this.#rest === ESC;
    this.#rest = '';
    return lone ? [{ name: 'escape', text: '' }] : [];
  }
}

/** Keys on pages that are read, on a line that is written, and on questions with yes and no. */
import { look, only, within } from './choosing.ts';
import type { Next } from './choosing.ts';
import type { Key } from './decode.ts';
import { actionIn } from './keys.ts';
import type { Facts, Mode, Ui } from './ui.ts';

const LONGEST_NAME = 200;
/** Of a branch: it must find room in a line. */
const LONGEST_BRANCH = 40;

export function scroll(ui: Ui, mode: Extract<Mode, { kind: 'help' | 'why' | 'chart' }>, key: Key, facts: Facts): Next {
  const to = (from: number): Next => only({ ...ui, mode: { ...mode, from: within(from, facts.scrollEnd + 1) } });
  switch (actionIn('page', key.name)) {
    case 'up': return to(mode.from - 1);
    case 'down': return to(mode.from + 1);
    case 'page-up': return to(mode.from - facts.page);
    case 'page-down': return to(mode.from + facts.page);
    case 'start': return to(0);
    case 'end': return to(facts.scrollEnd);
    case 'cancel': return only(look(ui));
    case null: {
      // From one page straight to another.
      const other = actionIn('look', key.name);
      return only(other !== mode.kind && (other === 'why' || other === 'chart' || other === 'help') ? { ...ui, mode: { kind: other, from: 0 } } : look(ui));
    }
  }
}

/** What a key adds to a line that is being written. */
// eslint-disable-next-line no-control-regex
export const written = (key: Key): string => key.text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '');

export function name(ui: Ui, mode: Extract<Mode, { kind: 'name' }>, key: Key, facts: Facts): Next {
  const file = mode.for.what === 'file';
  const type = (next: string): Next => only({ ...ui, mode: { ...mode, text: next.slice(0, file ? LONGEST_NAME : LONGEST_BRANCH) } });
  switch (actionIn('name', key.name)) {
    case 'cancel': return only({ ...look(ui), said: file ? 'Not saved.' : null });
    case 'done': {
      const text = mode.text.trim();
      if (text === '') return only({ ...ui, said: file ? 'Type a name for the file, or Esc.' : 'Type a name for the branch, or Esc.' });
      if (mode.for.what === 'rename') return only(look(ui), { kind: 'rename', branch: mode.for.branch, name: text });
      return only(look(ui), file ? { kind: 'save', name: text, over: false } : { kind: 'branch', name: text });
    }
    case 'rub-out': return type([...mode.text].slice(0, -1).join(''));
    case 'clear': return type('');
    case 'offer': return mode.text === '' && file ? type(facts.fileName) : only(ui);
    case null: return key.text === '' ? only(ui) : type(mode.text + written(key));
  }
}

export function answerTo(ui: Ui, mode: Extract<Mode, { kind: 'ask' }>, key: Key, facts: Facts): Next {
  const { question, name: subject } = mode;
  switch (actionIn('ask', key.name)) {
    case 'save': return only(question === 'quit' ? { ...ui, mode: { kind: 'name', for: { what: 'file' }, text: facts.fileName } } : ui);
    case 'no':
      if (question === 'overwrite') return only({ ...ui, mode: { kind: 'name', for: { what: 'file' }, text: subject } });
      if (question === 'remove') return only({ ...ui, mode: { kind: 'branches', chosen: Math.max(0, facts.branches.findIndex((one) => String(one.id) === subject)) } });
      return only(look(ui));
    case 'yes':
      switch (question) {
        case 'quit': return only(look(ui), { kind: 'quit', code: 0 });
        case 'another-seed': return only({ ...look(ui), playing: false, holder: null, line: { ...ui.line, log: null } }, { kind: 'another-seed' });
        case 'overwrite': return only(look(ui), { kind: 'save', name: subject, over: true });
        case 'remove': return only(look(ui), { kind: 'remove', branch: Number(subject) });
      }
    // eslint-disable-next-line no-fallthrough
    case null: return only(ui);
  }
}

/** A sitting in the plain mode, without a terminal: a line goes in, lines come out. */
import type { Context } from '../key-row.ts';
import { actionIn } from '../keys.ts';
import { eventsPage, leversPage } from '../panes/choices.ts';
import { branchesPage } from '../panes/branches.ts';
import { chartPage } from '../panes/chart.ts';
import { contextOf } from '../panes/help.ts';
import { why } from '../reasons.ts';
import type { Session } from '../session.ts';
import type { View } from '../view.ts';
import { choices, heard } from './commands.ts';
import { bannerWords, besideWords, logWords, news, outlookWords, partiesWords, place, pressureWords, spokenRows, textWords } from './words.ts';

/** Pages are laid out for a line as long as this, and no line is broken. */
const WIDE = 400;

export class SpokenSitting<Saved> {
  readonly #session: Session<Saved>;

  constructor(session: Session<Saved>) {
    this.#session = session;
  }

  /** The first lines: what this is, where we are, what to say. */
  greet(): readonly string[] {
    const view = this.#session.view();
    // The last line of the welcome tells of keys.
    return [...bannerWords(view).slice(0, -1), place(view), 'An empty line steps. text, parties, pressure, log, outlook and why tell more; help lists every command.'];
  }

  /** Whether the lines to come depend on runs that are being played. */
  waits(line: string): boolean { return line.trim().toLowerCase() === 'outlook' || this.#session.view().ui.mode.kind === 'beside'; }

  hear(line: string): readonly string[] {
    const wanted = line.trim().toLowerCase();
    const before = this.#session.view();
    const context = contextOf(before.ui.mode);
    // help, and what is asked for again, change nothing.
    if (wanted === 'help' || wanted === '?') return [context === 'look' ? 'Say a command, or words that describe it. An empty line steps.' : 'Here you may say:', ...choices(context)];
    if (context === 'look' && wanted === 'outlook') return outlookWords(before);
    const keys = heard(line, context, before.ui, this.#session.facts());
    if ('says' in keys) return keys.says;
    const moved = this.#press(keys.keys, context);
    return moved;
  }

  #press(keys: Parameters<Session<Saved>['press']>[0], context: Context): readonly string[] {
    const was = this.#session.view();
    this.#session.press(keys);
    const told: string[] = [];
    // Played by itself it tells all, to the end or to the next question.
    while (this.#session.playing) {
      this.#session.tick();
      told.push(...this.#session.view().log.filter((one) => one.fresh).map((one) => one.text));
    }
    return [...told, ...this.#answer(was, this.#session.view(), context, keys.at(-1)?.name ?? '')];
  }

  /** What the line brought: the page or the question that is open now, else the part that was asked for, else what is new. */
  #answer(was: View, view: View, context: Context, key: string): readonly string[] {
    const { mode } = view.ui;
    const said = view.ui.said === null ? [] : [view.ui.said];
    switch (mode.kind) {
      case 'why': {
        this.#session.press([{ name: 'escape', text: '' }]);
        const reasons = why(view);
        const signs = reasons.more.indexOf('▸ The signs');
        return [`${reasons.title}.`, reasons.short, ...reasons.more.slice(0, signs < 0 ? undefined : signs).map((one) => one.replace(/^▸ /u, ''))];
      }
      case 'chart':
        this.#session.press([{ name: 'escape', text: '' }]);
        return spokenRows(chartPage(view, WIDE));
      case 'branches': return [...said, ...spokenRows(branchesPage(view, mode.chosen, WIDE)), ...this.#may(context, view)];
      case 'events': return [...said, ...spokenRows(eventsPage({ ...view, columns: WIDE }, mode.chosen, WIDE)), ...this.#may(context, view)];
      case 'levers': return [...said, ...spokenRows(leversPage({ ...view, columns: WIDE }, mode, WIDE)), 'A number sets the chosen one.', ...this.#may(context, view)];
      case 'beside': return view.beside === null ? said : besideWords(view, view.beside);
      case 'draft': return [...said, ...bannerWords(view), ...textWords(view), ...this.#may(context, view)];
      case 'question': return [...news(view), ...bannerWords(view), ...this.#may(context, view)];
      case 'cover': return mode.party === null ? ['All who are asked have spoken. done goes on; what follows all may hear.'] : [`Hand the keyboard to ${view.scenario.parties.find((one) => one.id === mode.party)?.name ?? mode.party}. done, when it has it.`];
      case 'look': break;
      default: return [...said, ...bannerWords(view), ...this.#may(context, view)];
    }
    const action = was.ui.mode.kind === 'draft' || context === 'name' ? null : actionIn('look', key);
    switch (action) {
      case 'pane-text': return textWords(view);
      case 'pane-parties': return partiesWords(view);
      case 'pane-pressure': return pressureWords(view);
      case 'pane-log': return logWords(view);
      case 'up': case 'down': case 'page-up': case 'page-down': case 'party-left': case 'party-right': case 'next-pane': case 'previous-pane': return [`${why(view).title}. ${why(view).short}`];
      default: return was.at === view.at && was.branches.find((one) => one.current)?.id === view.branches.find((one) => one.current)?.id ? (said.length > 0 ? said : [place(view)]) : news(view);
    }
  }

  /** What may be said, once on the way into a question or a page. */
  #may(context: Context, view: View): readonly string[] {
    const now = contextOf(view.ui.mode);
    return now === context ? [] : [`You may say: ${choices(now).map((one) => one.split(':')[0] ?? one).join(', ')}; help explains them.`];
  }
}

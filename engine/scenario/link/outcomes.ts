/** Outcomes: the first whose condition holds at the end is the run's, so the last one must always hold. */
import type { TruthTree, WordName } from '../expression-tree.ts';
import { isNever } from '../expression-range.ts';
import { isFiller, truthExpression } from '../expression.ts';
import { canonicalJson } from '../hash.ts';
import { checkName } from '../names.ts';
import { child, exists, items, problemAt, problemAtKey, text, truth } from '../place.ts';
import type { Place } from '../place.ts';
import type { Outcome } from '../scenario.ts';
import { brings } from './brings.ts';
import type { Link } from './context.ts';

type OutcomeFile = NonNullable<Link['file']['shape']>['outcomes'][number];

export function readOutcomes(link: Link): readonly Outcome[] {
  const place = child(link.file, 'outcomes');
  const earlier: { readonly id: string; readonly parts: readonly string[] }[] = [];
  const ids = new Set<string>();
  let closed: string | null = null;
  const outcomes = items(place).map((file): Outcome => {
    const id = text(child(file, 'id')) ?? '';
    if (id !== '') checkName(link.report, child(file, 'id'), id, 'an outcome', true);
    if (ids.has(id)) problemAt(link.report, child(file, 'id'), 'listed-twice', `There are two outcomes ${JSON.stringify(id)}.`, 'give one another name');
    ids.add(id);
    if (closed !== null) problemAt(link.report, child(file, 'id'), 'outcome-after-otherwise', `No run can end here: ${JSON.stringify(closed)} takes all that is left.`, 'put the outcome with otherwise: true last');
    const otherwise = readOtherwise(link, file);
    if (otherwise) closed ??= id;
    const when = otherwise || !exists(child(file, 'when')) ? null : truthExpression(link, child(file, 'when'), { party: null, standing: false });
    if (when !== null && !isFiller(when.tree)) {
      checkNever(link, child(file, 'when'), when.tree, earlier);
      earlier.push({ id, parts: conjuncts(when.tree) });
    }
    return { id, title: text(child(file, 'title')) ?? id, when };
  });
  if (outcomes.length > 0 && closed === null) problemAtKey(link.report, place, 'no-otherwise', 'A run may end in none of these outcomes.', 'let the last one say otherwise: true instead of when:');
  return outcomes;
}

function readOtherwise(link: Link, file: Place<OutcomeFile>): boolean {
  const otherwise = truth(child(file, 'otherwise')) === true;
  if (otherwise === exists(child(file, 'when'))) {
    problemAtKey(link.report, child(file, 'id'), 'one-of', `An outcome has either when or otherwise: true, and this has ${otherwise ? 'both' : 'neither'}.`, 'when: settled.name, or otherwise: true');
  }
  return otherwise;
}

function checkNever(link: Link, place: Place, tree: TruthTree, earlier: readonly { readonly id: string; readonly parts: readonly string[] }[]): void {
  const parts = new Set(conjuncts(tree));
  const taken = earlier.find((one) => one.parts.every((part) => parts.has(part)));
  if (taken !== undefined) problemAt(link.report, place, 'outcome-never', `No run can end here: whenever this holds, the outcome ${JSON.stringify(taken.id)} before it holds too.`, 'put the narrower condition first');
  // What truthExpression cannot know: how things stand when a run is over.
  else if (!isNever(tree, link) && isNever(tree, link, (name, word) => cannotBeAtEnd(link, name, word))) {
    problemAt(link.report, place, 'outcome-never', 'No run can end here: in this scenario the condition never holds at the end.', reason(link, tree) ?? 'leave the outcome out, or widen its condition');
  }
}

/** The parts that must all hold, so that a condition with more of them is the narrower one. */
function conjuncts(tree: TruthTree): readonly string[] {
  return tree.op === 'and' ? [...conjuncts(tree.left), ...conjuncts(tree.right)] : [canonicalJson(tree)];
}

function cannotBeAtEnd(link: Link, name: WordName, word: string): boolean {
  if (name.kind === 'fighting') return (word === 'limited-truce' || word === 'ceasefire') && !brings(link, word);
  if (name.kind !== 'ended') return false;
  return word === 'going' || (word === 'walked-away' && !exists(child(child(link.file, 'mediator'), 'walks-away')));
}

function reason(link: Link, tree: TruthTree): string | null {
  const words = tree.op === 'is' ? [[tree.name, tree.word] as const] : tree.op === 'in' ? tree.words.map((word) => [tree.name, word] as const) : [];
  if (tree.op === 'and' || tree.op === 'or') return reason(link, tree.left) ?? reason(link, tree.right);
  for (const [name, word] of words) {
    if (!cannotBeAtEnd(link, name, word)) continue;
    if (name.kind === 'fighting') return `no option brings a ${word}`;
    return word === 'going' ? 'a run that has ended is not going' : 'the mediator has no walks-away';
  }
  return null;
}

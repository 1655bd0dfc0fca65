/** What a value rests on. Claims show that something exists, its direction, its order; a number needs a figure or an assumption. */
import { didYouMean } from '../nearest.ts';
import { child, exists, items, nameOf, problemAt, problemAtKey, text } from '../place.ts';
import type { Place } from '../place.ts';
import type { Evidence } from '../scenario.ts';
import type { Link } from './context.ts';

interface EvidenceFile { readonly because?: readonly string[] | undefined; readonly figure?: string | undefined; readonly assumed?: string | undefined }

/** `number`: the value holds a size. `given`: what an enclosing value rests on, where that may cover this one too. */
export function readEvidence(link: Link, place: Place<EvidenceFile>, holds: 'number' | 'no-number', given?: Evidence): Evidence {
  const own = ownEvidence(link, place);
  const none = own.because.length === 0 && own.figure === undefined && own.assumed === undefined;
  if (none && !written(place)) {
    if (given === undefined) {
      const need = holds === 'number' ? 'It holds a number: say assumed: and why, or figure: and which.' : 'Say because: and which claims, figure: and which, or assumed: and why.';
      problemAtKey(link.report, place, 'no-evidence', `${JSON.stringify(nameOf(place))} does not say what it rests on.`, need);
      return own;
    }
    if (holds === 'number' && given.figure === undefined && given.assumed === undefined) onClaims(link, place);
    return given;
  }
  const covered = given?.figure !== undefined || given?.assumed !== undefined;
  if (holds === 'number' && own.figure === undefined && own.assumed === undefined && !covered && exists(child(place, 'because'))) onClaims(link, place);
  return own;
}

/** Whether the file says anything here, however wrongly: then the reader need not be told that nothing is said. */
function written(place: Place<EvidenceFile>): boolean {
  return place.tree === undefined || exists(child(place, 'because')) || exists(child(place, 'figure')) || exists(child(place, 'assumed'));
}

function onClaims(link: Link, place: Place<EvidenceFile>): void {
  const because = child(place, 'because');
  const at = because.key === undefined ? place : because;
  problemAtKey(link.report, at, 'number-on-claims', `${JSON.stringify(nameOf(place))} holds a number, and claims give no numbers.`, 'add assumed: and why this size, or figure: and which');
}

function ownEvidence(link: Link, place: Place<EvidenceFile>): Evidence {
  const because = items(child(place, 'because')).map((claim) => readClaim(link, claim)).filter((claim) => claim !== undefined);
  const figurePlace = child(place, 'figure');
  const figure = text(figurePlace);
  if (figure !== undefined && !link.names.figures.has(figure)) {
    problemAt(link.report, figurePlace, 'unknown-figure', `There is no figure ${JSON.stringify(figure)}.`, didYouMean(figure, link.names.figures));
  }
  const assumed = text(child(place, 'assumed'));
  return { because, ...(figure === undefined ? {} : { figure }), ...(assumed === undefined ? {} : { assumed }) };
}

function readClaim(link: Link, place: Place): string | undefined {
  const id = text(place);
  if (id === undefined) return undefined;
  if (!link.names.claims.has(id)) {
    problemAt(link.report, place, 'unknown-claim', `There is no claim ${JSON.stringify(id)}.`, didYouMean(id, link.names.claims, (name) => JSON.stringify(name)));
  }
  return id;
}

/** What to write instead of a source that there is not. */
export function sourceInstead(written: string, { names }: Link): string {
  const cite = 'cite the work in words: Fortna 2008, table 3';
  return names.sources.size === 0 ? `name a source of this file, or ${cite}` : `${didYouMean(written, names.sources, (name) => JSON.stringify(name))} Or ${cite}`;
}

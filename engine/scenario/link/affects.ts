/** Whom a stage affects: those who must consent to it, and those whom it binds. */
import type { Id } from '../../vocabulary.ts';
import { child, texts } from '../place.ts';
import type { Place } from '../place.ts';
import type { Link, StageFile } from './context.ts';
import { performs } from './signals.ts';

export interface Affected { readonly consents: boolean; readonly bound: boolean }

export function affects(link: Link, stage: Place<StageFile>, party: Id): Affected {
  const performing = performs(link, party);
  const consents = texts(child(stage, 'signs')).includes(party) || texts(child(stage, 'issues')).some((issue) => performing.has(issue));
  return { consents, bound: texts(child(stage, 'binds')).includes(party) };
}

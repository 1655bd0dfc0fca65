/** What can be asked of the built benches: words in, numbers out. */
import { profile } from './profile.ts';
import { walkers } from './walkers.ts';

export const WORKS = { walkers, profile };

export type Works = typeof WORKS;

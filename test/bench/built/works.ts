/** What can be asked of the built benches: words in, numbers out. */
import { cost } from './cost.ts';
import { profile } from './profile.ts';
import { saop } from './saop.ts';
import { walkers } from './walkers.ts';

export const WORKS = { walkers, profile, cost, saop };

export type Works = typeof WORKS;

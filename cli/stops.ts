/** Ways for a command to stop short. `main` turns each into words and an exit code; nothing else is ever shown. */
import type { Problem } from '../engine/index.ts';

/** Wrong usage: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** It was asked for rightly and could not be done: exit code 1. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** A file is wrong: exit code 3. Either problems from the scenario's reader, or a message of our own. */
export class BadFile extends Error {
  override readonly name = 'BadFile';
  readonly problems: readonly Problem[];
  constructor(message: string, problems: readonly Problem[] = []) {
    super(message);
    this.problems = problems;
  }
}

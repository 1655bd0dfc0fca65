/** Why rows cannot be kept, or files of rows not be joined. What is on the disk is as it was. */

export type KeepProblem = 'exists' | 'unfinished' | 'another-batch' | 'not-rows' | 'missing' | 'disk';

export class KeepError extends Error {
  override readonly name = 'KeepError';
  readonly problem: KeepProblem;

  /** `cause`: what the system said, for `disk`. */
  constructor(problem: KeepProblem, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.problem = problem;
  }
}

/** Does it, or says what could not be done. */
export function onDisk<T>(what: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof KeepError ? error : new KeepError('disk', what, error);
  }
}

/** Why machines behind a queue cannot play, in words for people. No address in it has a user or password. */
export type QueueProblem =
  /** The address is none. */
  | 'address'
  /** Nobody answers there, or not any more. */
  | 'unreachable'
  /** It refuses the user or the password, or wants one. */
  | 'refused'
  /** A piece failed again and again. */
  | 'failed'
  /** A worker of one version met work of another. */
  | 'version'
  /** What is to be played cannot travel. */
  | 'cannot-travel';

export class QueueError extends Error {
  override readonly name = 'QueueError';
  readonly problem: QueueProblem;
  constructor(problem: QueueProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}

/** Deadlines and the end of patience. */

export const DEADLINE = { far: 0, near: 1, passed: 2 } as const;

/** Where a deadline stands at the end of a round; days are counted from the calendar's start. */
export function deadlineState(day: number, now: number, nearDays: number): 0 | 1 | 2 {
  if (now >= day) return DEADLINE.passed;
  return day - now <= nearDays ? DEADLINE.near : DEADLINE.far;
}

/**
 * The last round of a stage: its own rounds, an announced deadline that is not past or the calendar's end, whichever comes first.
 * @param deadlines the rounds in which announced deadlines pass
 */
export function lastRound(opened: number, rounds: number, calendar: number, deadlines: readonly number[], now: number): number {
  let last = Math.min(opened + rounds - 1, calendar);
  for (const round of deadlines) if (round >= now && round >= opened && round < last) last = round;
  return last;
}

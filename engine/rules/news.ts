/** Whether an event happens this round. */
export function happens(holds: boolean, timesLeft: boolean, chance: number, draw: number): boolean {
  return holds && timesLeft && draw < chance;
}

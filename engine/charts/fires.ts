/** What a chart hears, and when a transition fires. The machines' guard and the tables' walker both ask this one function. */

/** Functions answer for this moment; nothing keeps them. */
export interface MoveEvent {
  readonly type: 'move';
  /** Whether the signal of this canonical name has arrived. */
  readonly has: (signal: string) => boolean;
  readonly holds: (condition: number) => boolean;
  /** The chance of this number for one round, 0..1. */
  readonly chance: (chance: number) => number;
  /** This round's draw for the region of this key. */
  readonly draw: (region: string) => number;
}

export interface FiresParams { readonly signal: string; readonly condition: number; readonly chance: number }

export function fires(event: MoveEvent, region: string, params: FiresParams): boolean {
  return event.has(params.signal)
    && (params.condition < 0 || event.holds(params.condition))
    && (params.chance < 0 || event.draw(region) < event.chance(params.chance));
}

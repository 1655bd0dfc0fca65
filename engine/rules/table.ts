/** Which track meets: the next in turn whose needed seats attend and whose time has come. */

export interface TrackCase {
  /** Rounds that must lie between two meetings, and before the first. */
  readonly every: number;
  readonly after: number;
  /** The round of its last meeting; 0: never. */
  readonly met: number;
  readonly attends: boolean;
}

/** Place of the track that meets in `round`; -1: none. @param last the track that met last; -1: none yet */
export function nextTrack(tracks: readonly TrackCase[], last: number, round: number): number {
  for (let step = 1; step <= tracks.length; step++) {
    const place = (last + step + tracks.length) % tracks.length;
    const track = tracks[place];
    const due = track.met === 0 ? round - 1 >= track.after : round - track.met >= track.every;
    if (due && track.attends) return place;
  }
  return -1;
}

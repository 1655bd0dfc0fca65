/** What every pane gives: a title for its frame, a note when there is more than is shown, and its rows. */
import type { Row } from '../rows.ts';

export interface PanePicture { readonly title: string; readonly note: string; readonly rows: readonly Row[] }

/** Which lines of how many are in sight; '' when all are. */
export const extent = (from: number, shown: number, count: number): string => (shown >= count ? '' : `${from + 1}–${Math.min(count, from + shown)} of ${count}`);

/** A run as JSON lines: the head first, then a record a line. */
import type { RunHead, RunRecord } from './record.ts';

export function runLines(head: RunHead, records: readonly RunRecord[]): string {
  return [head, ...records].map((each) => `${JSON.stringify(each)}\n`).join('');
}

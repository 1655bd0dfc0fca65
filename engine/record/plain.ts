/**
 * Text from a file, made safe to print. Whoever prints a title, a name or a sentence of a scenario calls `plain` on it:
 * a file may come from anybody, and a terminal obeys what it is sent.
 */

/**
 * What is dropped: C0 and C1 controls, soft hyphen, bidirectional marks and overrides, zero-width characters, fillers that look
 * like nothing, interlinear and tag characters, and halves of surrogate pairs.
 */
const HIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/gu;
/** Line breaks and tabs of any kind become one space, so that words stay apart. */
// eslint-disable-next-line no-control-regex
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;

export function plain(text: string): string {
  return text.replace(BREAKS, ' ').replace(HIDDEN, '');
}

/** The first character that `plain` would drop, as `U+202E`; null if there is none. Breaks, and the joiners that Persian and emoji need, are let pass. */
export function hiddenCharacter(text: string): string | null {
  const rest = text.replace(BREAKS, ' ').replace(/[\u200c\u200d]/gu, '');
  const found = rest.match(HIDDEN)?.[0];
  if (found === undefined) return null;
  return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

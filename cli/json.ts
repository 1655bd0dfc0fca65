/**
 * JSON for stdout. What JSON lets through but a terminal might obey, or a reader not see (C1 controls, marks that
 * reorder or hide), is written as an escape; so nothing is lost and nothing is sent.
 */
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

function escaped(sign: string): string {
  return Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}

/** One object on one line, without the line's end. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(UNSEEN, escaped);
}

/** One object, indented for reading, with the line's end. */
export function jsonPage(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(UNSEEN, escaped)}\n`;
}

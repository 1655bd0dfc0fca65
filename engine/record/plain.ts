/**
 * Text from a file, made safe to print: no control characters (C0, C1), no marks that reorder text (bidirectional
 * controls) and none that hide (zero-width). A scenario or a run from somebody else can so never steer a terminal.
 */
// Line breaks and tabs part words, so they become a blank; everything else that is invisible goes.
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** One line of printable text. */
export function plain(text: string): string {
  return text.replace(BREAKS, ' ').replace(HIDDEN, '');
}

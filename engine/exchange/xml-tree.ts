/** XML to a tree with positions. `saxes` reads, strictly; nothing that a document type declares is followed, so no entity can grow. */
import { SaxesParser } from 'saxes';
import { hiddenCharacter } from '../record/plain.ts';
import type { Origin, SourceFile } from '../scenario/origin.ts';
import type { Report } from '../scenario/report.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its opening tag. */
  readonly origin: Origin;
}

/** A negotiation domain needs five. */
const DEEPEST = 40;

class Stop extends Error {}

/** The root element, or undefined with a problem in the report. */
export function xmlTree(file: SourceFile, report: Report): XmlElement | undefined {
  if (file.text.trim() === '') {
    report.file('file-empty', file.name, 'The file holds no data.', 'name a domain or a profile of GENIUS');
    return undefined;
  }
  const parser = new SaxesParser({ position: true });
  const open: { readonly element: XmlElement; readonly children: XmlElement[] }[] = [];
  let root: XmlElement | undefined;
  const mark = (start: number, end: number): Origin => ({ file, start: Math.max(0, Math.min(start, file.text.length - 1)), end: Math.min(end, file.text.length) });
  const stop = (code: 'xml' | 'xml-entities' | 'too-deep' | 'hidden-character', origin: Origin, message: string, hint: string): never => {
    report.at(code, origin, '', message, hint);
    throw new Stop(code);
  };
  parser.on('error', (error) => {
    const at = Math.min(parser.position, file.text.length);
    stop('xml', mark(at - 1, at), `This is not XML that can be read: ${error.message.replace(/^\d+:\d+: /u, '')}`, 'open it in an editor that marks XML, or export it anew');
  });
  parser.on('doctype', (doctype) => {
    if (!/<!ENTITY/u.test(doctype)) return;
    const at = file.text.indexOf('<!ENTITY');
    stop('xml-entities', mark(at, at + '<!ENTITY'.length), 'The file declares entities of its own, which can be made to grow without end.', 'leave the declarations out; domains have no use for them');
  });
  parser.on('opentag', (tag) => {
    const end = parser.position;
    const origin = mark(file.text.lastIndexOf('<', end - 1), end);
    if (open.length >= DEEPEST) stop('too-deep', origin, 'The elements are nested too deeply to be a domain.', 'a domain needs fewer than ten levels');
    const attributes = new Map(Object.entries(tag.attributes).map(([key, value]) => [key, String(value)]));
    for (const value of attributes.values()) {
      const hidden = hiddenCharacter(value);
      if (hidden !== null) stop('hidden-character', origin, `The text holds a character that cannot be seen (${hidden}).`, 'delete it, or write the text anew');
    }
    const children: XmlElement[] = [];
    const element: XmlElement = { name: tag.name, attributes, children, origin };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push({ element, children });
  });
  parser.on('closetag', () => { open.pop(); });
  try {
    parser.write(file.text).close();
  } catch (error) {
    if (error instanceof Stop) return undefined;
    throw error;
  }
  return root;
}

/** Elements of this name, however deep. */
export function elementsNamed(name: string, within: XmlElement): readonly XmlElement[] {
  return within.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsNamed(name, child)]);
}

/** An attribute's value, whatever the capitals of its name: files write both `lowerbound` and `lowerBound`. */
export function attribute(element: XmlElement, name: string): string | undefined {
  for (const [key, value] of element.attributes) if (key.toLowerCase() === name) return value;
  return undefined;
}

/** What files of GENIUS hold besides what `genius-read.ts` takes: costs, descriptions of profiles, whatever other tools have added. */
import { said } from './domain.ts';
import { kindOfLeft, type Left } from './left-out.ts';
import { attribute, elementsNamed, type XmlElement } from './xml-tree.ts';

/** Attributes that are read, or say only what the element is; by element. */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  negotiation_template: [],
  utility_space: ['type', 'number_of_issues'],
  objective: ['index', 'name', 'type', 'etype'],
  issue: ['index', 'name', 'type', 'etype', 'vtype', 'lowerbound', 'upperbound'],
  item: ['index', 'value'],
  range: ['lowerbound', 'upperbound'],
};
/** And of a profile. */
const TAKEN_OF_PROFILE: typeof TAKEN = {
  ...TAKEN, item: ['index', 'value', 'evaluation'], evaluator: ['ftype', 'slope', 'offset', 'parameter0', 'parameter1'], weight: ['index', 'value'], discount_factor: ['value'], reservation: ['value'],
};

/** @param kept descriptions that the scenario has from elsewhere */
export function geniusLeft(root: XmlElement, of: 'domain' | 'profile', kept: ReadonlySet<string>): readonly Left[] {
  const taken = of === 'domain' ? TAKEN : TAKEN_OF_PROFILE;
  // One space is read, and one discount and reservation.
  const first = new Set(['utility_space', 'discount_factor', 'reservation'].flatMap((name) => (root.name === name ? [root] : elementsNamed(name, root).slice(0, 1))));
  const once = new Set([...first].map((element) => element.name));
  const within = (element: XmlElement): readonly Left[] => {
    const known = Object.hasOwn(taken, element.name) ? taken[element.name] : undefined;
    if (known === undefined && [...first].some((one) => one.name === 'utility_space' && holds(element, one))) return element.children.flatMap(within);
    if (known === undefined || (once.has(element.name) && !first.has(element))) {
      // The platform's own template has an agent without a name.
      const empty = element.name === 'agent' && element.children.length === 0 && [...element.attributes.values()].every((value) => value.trim() === '');
      return empty ? [] : [{ what: kindOfLeft(element.name, `element <${element.name}>`), origin: element.origin }];
    }
    const attributes = [...element.attributes].filter(([name, value]) => !known.includes(name.toLowerCase()) && !saysNothing(name.toLowerCase(), value, kept));
    return [...attributes.map(([name]) => ({ what: kindOfLeft(name, `attribute “${name}” of <${element.name}>`), origin: element.origin })), ...element.children.flatMap(within)];
  };
  return within(root);
}

function saysNothing(name: string, value: string, kept: ReadonlySet<string>): boolean {
  return value.trim() === '' || (name === 'cost' && Number(value) === 0) || (name === 'description' && kept.has(said(value)));
}

function holds(element: XmlElement, sought: XmlElement): boolean {
  return element === sought || element.children.some((child) => holds(child, sought));
}

/** What an element says of itself; null: nothing. */
export function descriptionOf(element: XmlElement): string | null {
  return said(attribute(element, 'description') ?? '') || null;
}

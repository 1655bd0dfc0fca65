/** The engine knows no clock, no chance but its own, no locale, no environment, and never runs text as code. */
import { child, lineAt, name, nodes } from './source.ts';
import type { Finding, Node, SourceFile } from './source.ts';

/** Globals that must not be named at all. */
const GLOBALS = new Set(['process', 'performance', 'Intl', 'Temporal', 'eval', 'Function', 'globalThis', 'navigator', 'crypto', 'WebAssembly']);

/** The one place of a global that may be named there: draws in vectors are whole numbers until the last step, and the same on every machine. */
const ONLY_IN: Readonly<Record<string, string>> = { WebAssembly: 'engine/chance/lanes.ts' };

/** Members of a global that read the clock or chance, or differ between machines. */
const MEMBERS: Readonly<Record<string, ReadonlySet<string>>> = {
  Math: new Set(['random', 'pow']),
  Date: new Set(['now']),
};

/** Methods that depend on locale or time zone, or draw from the system's chance, whatever they are called on. */
const METHODS = /^(toLocale\w*|localeCompare|getTimezoneOffset|(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|Year)|to(Date|Time)String|randomUUID|randomBytes|randomInt|getRandomValues|hrtime)$/;

const isNumber = (node: Node | null): boolean => node?.type === 'Literal' && typeof node['value'] === 'number';

/** Whether the identifier is only a name here: a key, a member, a property's type. */
function namesItself(of: Node, parents: ReadonlyMap<Node, Node>): boolean {
  const parent = parents.get(of);
  if (!parent || parent['computed'] === true) return false;
  if (parent.type === 'MemberExpression') return parent['property'] === of;
  return ['Property', 'PropertyDefinition', 'MethodDefinition', 'TSPropertySignature', 'TSMethodSignature'].includes(parent.type) && parent['key'] === of && parent['shorthand'] !== true;
}

function parentsOf(all: readonly Node[]): ReadonlyMap<Node, Node> {
  const parents = new Map<Node, Node>();
  for (const node of all) for (const value of Object.values(node)) for (const inner of Array.isArray(value) ? (value as Node[]) : [value as Node]) if (inner !== null && typeof inner === 'object') parents.set(inner, node);
  return parents;
}

function impurity(node: Node, parents: ReadonlyMap<Node, Node>, path: string): string | null {
  const itself = name(node);
  if (itself !== null && GLOBALS.has(itself) && ONLY_IN[itself] !== path && !namesItself(node, parents)) return `${itself} is not for the engine`;
  if (node.type === 'MemberExpression') {
    const [of, member] = [name(child(node, 'object')), node['computed'] === true ? String(child(node, 'property')?.['value']) : name(child(node, 'property'))];
    if (of !== null && member !== null && MEMBERS[of]?.has(member)) return `${of}.${member} is not for the engine`;
    if (member !== null && METHODS.test(member)) return `${member} depends on the machine`;
  }
  if ((node.type === 'NewExpression' || node.type === 'CallExpression') && name(child(node, 'callee')) === 'Date') {
    const given = (node['arguments'] as readonly Node[]).length;
    if (node.type === 'CallExpression' || given === 0) return 'the clock is not for the engine';
    if (given > 1) return 'new Date of parts is in the time zone of the machine: use Date.UTC';
  }
  const power = (node.type === 'BinaryExpression' && node['operator'] === '**') || (node.type === 'AssignmentExpression' && node['operator'] === '**=');
  if (power && !(isNumber(child(node, 'left')) && isNumber(child(node, 'right')))) return '** of what is not written out may differ between machines: use Math.exp and Math.log';
  return null;
}

export function impurities(files: readonly SourceFile[]): Finding[] {
  return files.flatMap((file) => {
    const all = nodes(file);
    const parents = parentsOf(all);
    return all.flatMap((node) => {
      const wrong = impurity(node, parents, file.path);
      return wrong === null ? [] : [`${file.path}:${lineAt(file.text, node.start)}: ${wrong}`];
    });
  });
}

/** Levers that no value reads and news that nobody listens to: they change nothing, whatever they are. */
import type { Id } from '../../vocabulary.ts';
import { child, many, problemAt, problemAtKey, text } from '../place.ts';
import type { Scenario } from '../scenario.ts';
import type { Link } from './context.ts';

export function checkUnread(link: Link, { levers, views: _, ...rest }: Omit<Scenario, 'hash'>): void {
  // A name that is misspelt elsewhere reads nothing; that has been told already.
  if (link.report.list().some(({ code }) => code !== 'never-matters')) return;
  const read = new Set<Id>();
  const heard = new Set<string>();
  visit(rest, (part) => {
    if (typeof part['lever'] === 'string') read.add(part['lever']);
    // A signal that somebody listens to (a SignalRef).
    if (part['from'] === null && typeof part['written'] === 'string') heard.add(part['written']);
  });
  for (const { id } of levers) {
    // What is no name (a bare number) has been told of where the file was parsed.
    if (/^[a-z]/u.test(id) && !read.has(id)) problemAtKey(link.report, child(child(link.file, 'levers'), id), 'never-matters', `Nothing reads the lever ${JSON.stringify(id)}, so it can never matter.`, 'write its name where its number is meant, or leave it out');
  }
  // A threshold that nobody hears still shows when a gauge passes it; what an event sends shows nowhere else.
  for (const { id } of rest.events) {
    for (const sent of many(child(child(child(link.file, 'events'), id), 'sends'))) {
      const signal = text(sent);
      if (signal !== undefined && !heard.has(signal)) problemAt(link.report, sent, 'never-matters', `Nobody listens to ${JSON.stringify(signal)}, so sending it can never matter.`, `let a stance, a red line, a posture or a gauge move on it (on: { ${signal}: … }), or leave it out`);
    }
  }
}

function visit(value: unknown, seen: (part: Readonly<Record<string, unknown>>) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) seen(value as Readonly<Record<string, unknown>>);
  for (const part of Object.values(value)) visit(part, seen);
}

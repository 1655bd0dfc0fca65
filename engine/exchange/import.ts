/** The door for files of others: paths in, the text of a scenario out, or problems with their places. */
import { readSource, sought, type Sought } from '../scenario/files.ts';
import type { SourceFile } from '../scenario/origin.ts';
import type { Problem } from '../scenario/problem.ts';
import { newReport, type Report } from '../scenario/report.ts';
import { actorTable } from './actor-table.ts';
import { fewEnough } from './bounds.ts';
import { descriptionsOf, type Domain, type Profile } from './domain.ts';
import { geniusDomain, geniusProfile, isProfile } from './genius-read.ts';
import { geniusWebFile, geniusWebProfile } from './geniusweb-read.ts';
import { baseName, idsFor, nameOfFile } from './ids.ts';
import { counted, type LeftOut } from './left-out.ts';
import { offersDraft } from './offers-draft.ts';
import { spatialDraft } from './spatial-draft.ts';

/** `path`: where it is; `name`: as a person named it. */
export interface ForeignFile { readonly path: string; readonly name: string }

export interface ImportOptions {
  /** Name of the scenario; null: made from what the files are called. */
  readonly id: string | null;
  readonly rounds: number;
}

export type ImportResult =
  /** `text`: a scenario file, of the scenario `id`. `notes`: what was decided on the way. `leftOut`: what could not be taken over. */
  | { readonly ok: true; readonly id: string; readonly text: string; readonly notes: readonly string[]; readonly leftOut: readonly LeftOut[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const GENIUS = sought('a domain or a profile of GENIUS', '.xml');
const GENIUSWEB = sought('a domain or a profile of GeniusWeb', '.json');
const TABLE = sought('a table of actors', '.csv');

/** A domain and two profiles or more, the domain wherever it stands; or profiles alone, as each describes its domain. */
export function importGenius(files: readonly ForeignFile[], options: ImportOptions): ImportResult {
  return imported(files, GENIUS, options, (sources, report) => {
    const bare = sources.find((source) => !isProfile(source));
    const first = bare ?? sources[0];
    const domain = first && geniusDomain(first, report);
    if (domain === undefined || !fewEnough(domain, report)) return undefined;
    return { domain, profiles: sources.filter((source) => source !== bare).map((source) => geniusProfile(source, domain, report)) };
  });
}

export function importGeniusWeb(files: readonly ForeignFile[], options: ImportOptions): ImportResult {
  return imported(files, GENIUSWEB, options, (sources, report) => {
    const read = sources.map((source) => ({ source, found: geniusWebFile(source, report) }));
    const bare = read.filter(({ found }) => found?.profile === null);
    for (const { source } of bare.slice(1)) report.file('foreign-mismatch', source.name, 'This is a second domain.', 'name one domain, and profiles beside it');
    const domain = (bare[0] ?? read[0])?.found?.domain;
    if (report.count > 0 || domain === undefined || !fewEnough(domain, report)) return undefined;
    return { domain, profiles: read.flatMap(({ source, found }) => (found?.profile ? [geniusWebProfile(source, { profile: found.profile, root: found.root }, domain, report)] : [])) };
  });
}

/** One table of actors. */
export function importActors(files: readonly ForeignFile[], { id: wanted, rounds }: ImportOptions): ImportResult {
  const report = newReport();
  const [file] = files;
  const source = file && readSource(file.path, file.name, report, TABLE);
  const table = source && actorTable(source, report);
  if (file === undefined || table === undefined || report.count > 0) return { ok: false, problems: report.list() };
  const title = nameOfFile(file.name);
  const id = wanted ?? idsFor([title], 'table')[0] ?? 'table';
  return { ok: true, id, text: spatialDraft(table, { id, title, rounds, from: baseName(file.name) }), notes: table.notes, leftOut: counted(table.left) };
}

type Read = (sources: readonly SourceFile[], report: Report) => { readonly domain: Domain; readonly profiles: readonly (Profile | undefined)[] } | undefined;

function imported(files: readonly ForeignFile[], kind: Sought, { id: wanted, rounds }: ImportOptions, read: Read): ImportResult {
  const report = newReport();
  const sources = files.map(({ path, name }) => readSource(path, name, report, kind));
  if (report.count > 0) return { ok: false, problems: report.list() };
  const found = read(sources.filter((source) => source !== undefined), report);
  const profiles = (found?.profiles ?? []).filter((profile) => profile !== undefined);
  if (found !== undefined && report.count === 0 && profiles.length < 2) {
    report.file('too-few', files.at(-1)?.name ?? '', `There ${profiles.length === 1 ? 'is one profile' : 'are no profiles'} here; offers in turn need two parties at least.`, 'name the domain and each party’s profile');
  }
  if (found === undefined || report.count > 0) return { ok: false, problems: report.list() };
  const { domain } = found;
  const id = wanted ?? idsFor([domain.title], 'domain')[0] ?? 'domain';
  return { ok: true, id, text: offersDraft(domain, profiles, { id, rounds, from: files.map(({ name }) => baseName(name)) }), notes: notesOn(domain, profiles), leftOut: counted([...domain.left, ...profiles.flatMap(({ left }) => left)]) };
}

function notesOn(domain: Domain, profiles: readonly Profile[]): readonly string[] {
  const described = descriptionsOf(domain).length;
  const kept = described === 0 ? [] : [`${described === 1 ? 'A description is' : `${described} descriptions are`} kept as ${described === 1 ? 'a comment' : 'comments'}.`];
  return [...kept, ...profiles.flatMap(({ name, weights, discount, reservation }) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return [
      ...(Math.abs(total - 1) > 1e-6 ? [`The weights of ${name} add up to ${Number(total.toPrecision(6))}, not 1; worth is divided by their sum.`] : []),
      ...(reservation === null ? [`${name} has no reservation value; its walk-away value is 0.`] : []),
      ...(discount === null ? [] : [`The discount factor ${discount} of ${name} is kept as a rate a round; only the tactic equilibrium minds it.`]),
    ];
  })];
}

/** The shape of the files themselves: length, exports, types given up, READMEs, words that do not belong in the project. */
import { child, lineAt, name, nodes } from './source.ts';
import type { Finding, SourceFile } from './source.ts';

export const MOST_LINES = 300;

export function tooLong(files: readonly SourceFile[]): Finding[] {
  return files.flatMap((file) => {
    const lines = file.text.split('\n').length - 1;
    return lines > MOST_LINES ? [`${file.path}: ${lines} lines; one thought a file`] : [];
  });
}

export function defaultExports(files: readonly SourceFile[]): Finding[] {
  return files.flatMap((file) => nodes(file)
    .filter((node) => node.type === 'ExportDefaultDeclaration')
    .map((node) => `${file.path}:${lineAt(file.text, node.start)}: export it by name`));
}

export function typesGivenUp(files: readonly SourceFile[]): Finding[] {
  const comments = /@ts-(ignore|expect-error|nocheck)/;
  return files.flatMap((file) => [
    ...nodes(file).filter((node) => node.type === 'TSAnyKeyword').map((node) => `${file.path}:${lineAt(file.text, node.start)}: any`),
    ...file.text.split('\n').flatMap((line, at) => (comments.test(line) ? [`${file.path}:${at + 1}: ${comments.exec(line)?.[0] ?? ''}`] : [])),
  ]);
}

export function withoutReadme(folders: readonly string[], files: readonly string[]): Finding[] {
  const known = new Set(files);
  return folders.filter((folder) => !known.has(`${folder}/README.md`)).map((folder) => `${folder}/: no README.md`);
}

/** Marks of unfinished work, and tests switched off. The brackets keep this file from holding what it looks for. */
const UNFINISHED = /\b(TOD[O]|FIXM[E]|XX[X]|not implemente[d]|stu[b]|placeholde[r])\b/;
const SWITCHED_OFF = /\b(it|test|describe)\.(ski[p]|onl[y]|tod[o])\b/;

export function unfinished(files: readonly SourceFile[]): Finding[] {
  return files.flatMap((file) => file.text.split('\n').flatMap((line, at) => {
    const found = UNFINISHED.exec(line) ?? SWITCHED_OFF.exec(line);
    return found ? [`${file.path}:${at + 1}: ${found[0]}`] : [];
  }));
}

/** Paths that exist on one machine only: absolute paths of a work tree, of a job's temporary files, of a home. */
const ONE_MACHINE = /(^|[^a-z.\w/-])\/(wor[k]|far[m]|tmp\/bash_job[s]|hom[e]\/\w+|User[s]\/\w+|roo[t])\//;

export function pathsOfOneMachine(files: readonly SourceFile[]): Finding[] {
  return files.flatMap((file) => file.text.split('\n').flatMap((line, at) => (ONE_MACHINE.test(line) ? [`${file.path}:${at + 1}: a path of one machine`] : [])));
}

/** Download addresses in the lock file tie it to one registry; versions and checksums are enough. */
export function downloadAddresses(lock: string): Finding[] {
  return lock.split('\n').flatMap((line, at) => (/"resolved": "(https?|git)/.test(line) ? [`package-lock.json:${at + 1}: ${line.trim()}`] : []));
}

/** Versions in package.json that are not written out in full. */
export function looseVersions(manifest: string): Finding[] {
  const read = JSON.parse(manifest) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
  return ['dependencies', 'devDependencies'].flatMap((kind) => Object.entries(read[kind] ?? {}))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[a-z0-9.]+)?$/.test(version))
    .map(([dependency, version]) => `${dependency} ${version}`);
}

/** Packages for other machines that a locked package asks for and the lock does not hold: there `npm ci` refuses to begin. */
export function missingFromLock(lock: string): Finding[] {
  const { packages } = JSON.parse(lock) as { readonly packages: Readonly<Record<string, { readonly version?: string; readonly optionalDependencies?: Readonly<Record<string, string>> }>> };
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) => Object.keys(optionalDependencies)
    .filter((wanted) => !packages[`node_modules/${wanted}`]?.version && !packages[`${path}/node_modules/${wanted}`]?.version));
}

/** A file's URL as a path by hand: it breaks in a folder whose name has a space or an accent. */
export function pathsByHand(files: readonly SourceFile[]): Finding[] {
  return files.flatMap((file) => nodes(file)
    .filter((node) => node.type === 'MemberExpression' && name(child(node, 'property')) === 'pathname')
    .map((node) => `${file.path}:${lineAt(file.text, node.start)}: use fileURLToPath`));
}

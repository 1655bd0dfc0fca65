/** A folder of past talks: `what-happened.yaml`, and a scenario for each case that it names. */
import path from 'node:path';
import { z } from 'zod';
import type { History, PastCase } from '../../engine/analysis/backtest/history.ts';
import { PAST_OUTCOMES } from '../../engine/analysis/backtest/history.ts';
import { readSource, sought } from '../../engine/scenario/files.ts';
import { newReport } from '../../engine/scenario/report.ts';
import { plainData, type Tree } from '../../engine/scenario/tree.ts';
import { yamlTree } from '../../engine/scenario/yaml-tree.ts';
import type { Io } from '../io.ts';
import { openScenario, type Opened } from '../open.ts';
import { BadFile } from '../stops.ts';

export const LIST = 'what-happened.yaml';

const mark = z.enum(['seen', 'computed', 'to-be-checked']);
const words = z.string().min(1);
const list = z.strictObject({
  'winset-history': z.literal(1),
  'base-rates': z.record(z.string(), z.strictObject({ title: words, value: z.number().gt(0).lt(1), source: words, status: mark })),
  cases: z.record(z.string(), z.strictObject({
    family: words,
    ended: z.strictObject({ what: words, mark, source: words }),
    signed: z.boolean(),
    held: z.boolean().optional(),
    base: z.strictObject({ signed: words, held: words }),
    terms: z.record(z.string(), z.string()).optional(),
  })),
});

export interface PastTalks { readonly history: History; readonly opened: readonly Opened[] }

/** `folder` as a person named it. Throws a BadFile for what is wrong with the list or with a scenario. */
export async function readHistory(folder: string, io: Io): Promise<PastTalks> {
  const name = path.join(folder, LIST);
  const report = newReport();
  const file = readSource(path.resolve(io.cwd, name), name, report, sought('a list of past talks', '.yaml'));
  const tree = file && yamlTree(file, report);
  const parsed = tree && report.count === 0 ? list.safeParse(plainData(tree)) : undefined;
  if (tree !== undefined) for (const issue of parsed?.error?.issues ?? []) report.at('wrong-kind', nearest(tree, issue.path).origin, issue.path.join('.'), `This does not fit here: ${issue.message}.`, 'scenarios/history/README.md tells the format');
  const data = parsed?.data;
  const bad = (at: readonly string[], message: string, hint: string): void => { if (tree !== undefined) report.at('wrong-kind', nearest(tree, ['cases', ...at]).origin, at.join('.'), message, hint); };
  for (const [id, past] of Object.entries(data?.cases ?? {})) {
    for (const key of ['signed', 'held'] as const) if (data?.['base-rates'][past.base[key]] === undefined) bad([id, 'base', key], `There is no base rate ${JSON.stringify(past.base[key])}.`, `base rates: ${Object.keys(data?.['base-rates'] ?? {}).join(', ')}`);
    if (past.signed !== (past.held !== undefined)) bad([id], past.signed ? 'Something came into force, and nothing says whether it held.' : 'Nothing came into force that could have held.', 'held: true or false where signed is true, and not otherwise');
    if (!past.signed && past.terms !== undefined) bad([id, 'terms'], 'Nothing was signed, so there are no terms.', 'leave them out');
  }
  if (data === undefined || report.count > 0) throw new BadFile(`The list of past talks in “${folder}” cannot be read.`, report.list());
  const history: History = {
    rates: data['base-rates'],
    cases: Object.entries(data.cases).map(([id, past]): PastCase => ({ ...past, id, held: past.held ?? null, terms: past.terms ?? {} })),
  };
  const opened = await Promise.all(history.cases.map(({ id }) => openScenario(path.join(folder, `${id}.yaml`), io)));
  for (const [at, { scenario }] of opened.entries()) {
    const past = history.cases[at];
    if (past === undefined) continue;
    const outcomes = scenario.outcomes.map((outcome) => outcome.id);
    if (PAST_OUTCOMES.some((id) => !outcomes.includes(id))) bad([past.id], `The outcomes of its scenario must be ${PAST_OUTCOMES.join(', ')}; they are ${outcomes.join(', ')}.`, 'as in scenarios/history/base.yaml');
    for (const [issue, option] of Object.entries(past.terms)) {
      const found = scenario.stages.at(-1)?.issues.includes(issue) === true ? scenario.issues.find((each) => each.id === issue) : undefined;
      if (found === undefined) bad([past.id, 'terms', issue], `The last stage of its scenario has no issue ${JSON.stringify(issue)}.`, 'name an issue of the scenario');
      else if (!found.options.some((each) => each.id === option)) bad([past.id, 'terms', issue], `${JSON.stringify(issue)} has no option ${JSON.stringify(option)}.`, `options: ${found.options.map((each) => each.id).join(', ')}`);
    }
  }
  if (report.count > 0) throw new BadFile(`The list of past talks in “${folder}” does not fit its scenarios.`, report.list());
  return { history, opened };
}

/** What stands at a path, or the last thing on the way to it. */
function nearest(tree: Tree, way: readonly PropertyKey[]): Tree {
  const [key, ...rest] = way;
  if (key === undefined) return tree;
  const next = tree.kind === 'map' ? tree.entries.get(String(key))?.value : tree.kind === 'list' ? tree.items[Number(key)] : undefined;
  return next === undefined ? tree : nearest(next, rest);
}

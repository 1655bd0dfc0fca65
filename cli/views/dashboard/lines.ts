/** The selectable lines of each pane, in order. Reducer, reasons and pictures count by the same lists. */
import type { GaugeLook } from '../../../engine/run/look.ts';
import type { Gauge } from '../../../engine/scenario/scenario.ts';
import type { Id } from '../../../engine/vocabulary.ts';
import { gaugeName } from './view.ts';
import type { View } from './view.ts';

export interface IssueLine { readonly issue: Id; readonly option: Id | undefined; /** of the text's stage; others hold as they are */ readonly inStage: boolean }

/** Terms of the text: those of the stage first, then what is settled or stands besides. */
export function issueLines({ scenario, look }: Pick<View, 'scenario' | 'look'>): readonly IssueLine[] {
  const stage = scenario.stages.find((one) => one.id === look.stage);
  const text = look.text ?? look.lastText;
  const inStage = stage?.issues ?? [];
  const line = (issue: Id, here: boolean): IssueLine => ({ issue, option: (here ? text?.terms[issue] : undefined) ?? look.inForce[issue], inStage: here });
  return [...inStage.map((issue) => line(issue, true)), ...scenario.issues.filter((one) => !inStage.includes(one.id)).map((one) => line(one.id, false))];
}

/** The cell that stands most in the way of the text: of those who must consent, a red line, else a firm or other stance, else too little. */
export function tellingCell({ scenario, look }: Pick<View, 'scenario' | 'look'>): { readonly line: number; readonly party: number } | null {
  const text = look.text ?? look.lastText;
  if (text === null) return null;
  const lines = issueLines({ scenario, look });
  const refusing = text.verdicts.filter((verdict) => verdict.consents && (verdict.answer === 'refuse' || verdict.answer === 'leave'));
  for (const verdicts of [refusing, text.verdicts.filter((verdict) => verdict.consents && verdict.answer === null)]) {
    for (const mark of ['red-line', 'outside', 'below'] as const) {
      for (const verdict of verdicts) {
        const line = lines.findIndex((one) => text.marks[one.issue]?.[verdict.party] === mark);
        if (line >= 0) return { line, party: look.parties.findIndex((party) => party.party === verdict.party) };
      }
    }
  }
  return null;
}

export interface PartyLine { readonly party: Id; readonly kind: 'party' | 'stance' | 'line'; /** issue or red line */ readonly of: Id | null }

export function partyLines({ look }: Pick<View, 'look'>): readonly PartyLine[] {
  return look.parties.flatMap((party): readonly PartyLine[] => [
    { party: party.party, kind: 'party', of: null },
    ...party.stances.map((one): PartyLine => ({ party: party.party, kind: 'stance', of: one.issue })),
    ...party.lines.map((one): PartyLine => ({ party: party.party, kind: 'line', of: one.line })),
  ]);
}

export interface GaugeLine { readonly name: string; readonly look: GaugeLook; readonly file: Gauge | undefined }

/** Gauges of the whole, then each party's. */
export function gaugeLines({ scenario, look }: Pick<View, 'scenario' | 'look'>): readonly GaugeLine[] {
  const shared = look.gauges.map((gauge) => ({ name: gauge.gauge, look: gauge, file: scenario.gauges.find((one) => one.id === gauge.gauge) }));
  const own = look.parties.flatMap((party) => party.gauges.map((gauge) => ({
    name: gaugeName(party.party, gauge.gauge), look: gauge, file: scenario.parties.find((one) => one.id === party.party)?.gauges.find((one) => one.id === gauge.gauge),
  })));
  return [...shared, ...own];
}

/** The first line shown of a list, so that the selected one is in sight, near the middle where it can be. */
export function windowStart(count: number, high: number, selected: number): number {
  if (count <= high) return 0;
  return Math.max(0, Math.min(count - high, selected - Math.floor(high / 2)));
}

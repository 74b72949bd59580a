import type { LineOutcome, ScoreLine } from './sheet-answer.ts'

/** Lines of one clause that came to the same, in the order in which the first of each came. */
export interface OutcomeGroup {
  readonly kind: LineOutcome['kind']
  readonly lines: readonly ScoreLine[]
}

export function linesByOutcome(lines: readonly ScoreLine[]): readonly OutcomeGroup[] {
  const groups = new Map<LineOutcome['kind'], ScoreLine[]>()
  for (const line of lines) groups.set(line.outcome.kind, [...(groups.get(line.outcome.kind) ?? []), line])
  return [...groups].map(([kind, own]) => ({ kind, lines: own }))
}

/** The finding or bonus of a line; null for one about the whole period. */
export function caseOf({ subject }: ScoreLine): string | null {
  if (subject.kind === 'period') return null
  return subject.kind === 'finding' ? subject.findingId : subject.bonusId
}

export function effectOf(lines: readonly ScoreLine[]): number {
  return lines.reduce((sum, { effect }) => sum + effect, 0)
}

/** How far lines can still move from where they stand, lowest and highest. */
export function openOf(lines: readonly ScoreLine[]): readonly [number, number] {
  return lines.reduce<readonly [number, number]>(
    ([least, most], { between }) => [least + between[0], most + between[1]],
    [0, 0],
  )
}

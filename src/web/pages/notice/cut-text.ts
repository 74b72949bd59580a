import type { ClauseId, CriterionId } from '../../../core/kernel/identifiers.ts'
import { mapText } from '../../../core/notice/layout/mapped-text.ts'
import type { TracedText } from '../../../core/notice/layout/traced-text.ts'
import { priceFigures } from '../../../core/notice/price-figures.ts'
import type { Clause } from '../../../core/rubric/clause.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'

/** A stretch of the notice that is all of one kind. `start` is its place in the source. */
export interface Segment {
  readonly text: string
  readonly start: number
  readonly criterionId: CriterionId | null
  readonly clauseId: ClauseId | null
  /** What the points said here do; null where none are said, or no clause says them. */
  readonly figure: 'lost' | 'gained' | null
}

/** Where the rubric's criteria and clauses stand in the source. */
export interface Phrase {
  readonly start: number
  readonly end: number
  readonly criterionId: CriterionId
  readonly clause: Clause | null
}

/** Shorter ones last: a price within another's sentence is its own phrase. */
export function phrasesOf(rubric: Rubric): readonly Phrase[] {
  const phrases = rubric.sections.flatMap(({ criteria }) =>
    criteria.flatMap((criterion): Phrase[] => {
      const { id: criterionId, span, requirement, clauses } = criterion
      return [
        ...(requirement === null ? [] : [{ ...requirement.span, criterionId, clause: null }]),
        { ...span, criterionId, clause: null },
        ...clauses.map((clause) => ({ ...clause.span, criterionId, clause })),
      ]
    }),
  )
  return phrases.toSorted((one, other) => other.end - other.start - (one.end - one.start))
}

/** The text in segments, in order; joined they are the text again. */
export function cutText(traced: TracedText, phrases: readonly Phrase[]): readonly Segment[] {
  const { text, offsets } = mapText(traced)
  const from = offsets[0] ?? 0
  const to = offsets.at(-1) ?? from
  const near = phrases.filter(({ start, end }) => start < to && end > from)
  const figures = priceFigures(text)
  const segments: Segment[] = []
  let begun = 0
  let kind = kindAt(0)
  for (let unit = 1; unit <= text.length; unit += 1) {
    const next = unit === text.length ? null : kindAt(unit)
    if (next !== null && isSame(kind, next)) continue
    segments.push({ text: text.slice(begun, unit), start: offsets[begun] ?? from, ...kind })
    begun = unit
    kind = next ?? kind
  }
  return text === '' ? [] : segments

  function kindAt(unit: number): Kind {
    const place = offsets[unit] ?? from
    let criterionId: CriterionId | null = null
    let clause: Clause | null = null
    for (const phrase of near) {
      if (place < phrase.start || place >= phrase.end) continue
      criterionId = phrase.criterionId
      clause = phrase.clause ?? clause
    }
    const isFigure = clause !== null && figures.some(({ start, end }) => unit >= start && unit < end)
    return { criterionId, clauseId: clause?.id ?? null, figure: isFigure && clause ? figureOf(clause) : null }
  }
}

type Kind = Pick<Segment, 'criterionId' | 'clauseId' | 'figure'>

function isSame(one: Kind, other: Kind): boolean {
  return one.criterionId === other.criterionId && one.clauseId === other.clauseId && one.figure === other.figure
}

function figureOf({ direction }: Clause): 'lost' | 'gained' {
  return direction === 'bonus' || direction === 'earn' ? 'gained' : 'lost'
}

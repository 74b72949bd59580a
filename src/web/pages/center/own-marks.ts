import { parsePoints, type Points } from '../../../core/kernel/points.ts'
import type { Answered, Asked } from '../../client/call.ts'

export type ComparedSections = Answered<'readSelfAssessment'>['sections']

/** A mark as typed; empty where the center gives none. */
export interface OwnMark {
  readonly points: string
  readonly statement: string
}

export type OwnMarks = Readonly<Record<string, OwnMark>>

export const NO_MARK: OwnMark = { points: '', statement: '' }

/** What keeps a mark from being sent: it is no number of points, or more than the criterion has. */
export type MarkFault = 'not-points' | 'too-much' | 'remark-alone'

export function marksOf(sections: ComparedSections, asText: (points: number) => string): OwnMarks {
  return Object.fromEntries(
    sections.flatMap(({ criteria }) =>
      criteria.map(({ criterionId, own, statement }) => [
        criterionId,
        { points: own === null ? '' : asText(own), statement },
      ]),
    ),
  )
}

export function markFault({ points, statement }: OwnMark, limit: Points | null): MarkFault | null {
  if (points.trim() === '') return statement.trim() === '' ? null : 'remark-alone'
  const parsed = parsePoints(points.trim())
  if (parsed === null) return 'not-points'
  return limit !== null && parsed > limit ? 'too-much' : null
}

/** Every mark that is given, as the contract takes it. */
export function entriesOf(
  sections: ComparedSections,
  marks: OwnMarks,
): Asked<'submitSelfAssessment'>['body']['entries'] {
  return sections.flatMap(({ criteria }) =>
    criteria.flatMap(({ criterionId }) => {
      const { points, statement } = marks[criterionId] ?? NO_MARK
      const parsed = parsePoints(points.trim())
      return parsed === null ? [] : [{ criterionId, points: parsed, statement: statement.trim() }]
    }),
  )
}

/** What the marks of a section come to while they are typed; null where none is given. */
export function ownSum(criteria: ComparedSections[number]['criteria'], marks: OwnMarks): number | null {
  const given = criteria.flatMap(({ criterionId }) => parsePoints((marks[criterionId] ?? NO_MARK).points.trim()) ?? [])
  return given.length === 0 ? null : given.reduce<number>((sum, one) => sum + one, 0)
}

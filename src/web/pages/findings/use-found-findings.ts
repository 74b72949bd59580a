import { useMemo } from 'react'
import type { AssessmentId } from '../../../core/kernel/identifiers.ts'
import type { Answered } from '../../client/call.ts'
import { useAnswerPages, type AnswerPages } from '../../client/use-answer-pages.ts'
import type { ListedFinding } from './finding-row.tsx'
import { queryOf, type FindingsFilter } from './findings-filter.ts'

type Found = Answered<'listFindings'>

/** The list as far as it was read; counts and total are of all of it. */
export interface FoundFindings extends Omit<AnswerPages<'listFindings'>, 'pages'> {
  readonly rows: readonly ListedFinding[]
  readonly total: number | null
  readonly counts: Found['byStanding'] | null
  readonly today: Found['today'] | null
}

const PAGE = 100

export function useFoundFindings(
  params: { readonly assessmentId: AssessmentId },
  filter: FindingsFilter,
): FoundFindings {
  const { pages, ...rest } = useAnswerPages('listFindings', { params, query: queryOf(filter, PAGE) })
  const rows = useMemo(() => unique(pages.flatMap(({ findings }) => findings)), [pages])
  const first = pages[0] ?? null
  return {
    ...rest,
    rows,
    total: first?.total ?? null,
    counts: first?.byStanding ?? null,
    today: first?.today ?? null,
  }
}

/** Where something changed while the list was read on, a later page may tell of one again. */
function unique(views: readonly ListedFinding[]): readonly ListedFinding[] {
  return [...new Map(views.map((view) => [view.finding.findingId, view])).values()]
}

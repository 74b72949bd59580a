import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import type { AssessmentId } from '../../../core/kernel/identifiers.ts'
import { filterIn, searchOf } from '../findings/findings-filter.ts'
import { useFoundFindings } from '../findings/use-found-findings.ts'

/** Where the finding stands in the list that it was opened from; addresses are null at the ends and while they are not known. */
export interface Neighbours {
  readonly place: number | null
  readonly total: number
  readonly previous: string | null
  readonly next: string | null
  readonly list: string
}

/** Opened from no list, the list is what waits for the person. */
const OWN_WORK = 'mine=1&sort=due'

export function useNeighbours(params: { readonly assessmentId: AssessmentId }, findingId: string): Neighbours {
  const [search] = useSearchParams()
  const said = search.get('list')
  const filter = filterIn(new URLSearchParams(said ?? OWN_WORK))
  const { rows, total, hasMore, isReadingMore, readMore } = useFoundFindings(params, filter)
  const at = rows.findIndex(({ finding }) => finding.findingId === findingId)
  const isLast = at >= 0 && at === rows.length - 1 && hasMore
  useEffect(() => {
    if (isLast && !isReadingMore) readMore()
  }, [isLast, isReadingMore])
  const base = `/assessments/${params.assessmentId}/findings`
  const back = searchOf(filter).toString()
  const to = (other: (typeof rows)[number] | undefined) =>
    other === undefined
      ? null
      : `${base}/${encodeURIComponent(other.finding.findingId)}${said === null ? '' : `?list=${encodeURIComponent(said)}`}`
  return {
    place: at < 0 ? null : at + 1,
    total: total ?? 0,
    previous: at > 0 ? to(rows[at - 1]) : null,
    // No longer in the list (decided just now): the first of what is left is next.
    next: to(at < 0 ? rows[0] : rows[at + 1]),
    list: back === '' ? base : `${base}?${back}`,
  }
}

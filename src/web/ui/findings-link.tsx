import { Link } from 'react-router'
import { useMay } from '../client/session.tsx'

/**
 * To the list of findings, narrowed to a section, criterion or clause, or to what is suspected. Whoever may not read findings
 * is led nowhere: what stands there is plain, or is not there where it says no more than where it leads.
 */
export function FindingsLink({
  assessmentId,
  clause,
  isSuspected = false,
  saysMore = false,
  children,
}: {
  readonly assessmentId: string
  readonly clause?: string
  readonly isSuspected?: boolean
  readonly saysMore?: boolean
  readonly children: React.ReactNode
}) {
  const may = useMay()
  if (!may('finding.read')) return saysMore ? children : null
  return <Link to={findingsAddress(assessmentId, clause, isSuspected)}>{children}</Link>
}

export function findingsAddress(assessmentId: string, clause: string | undefined, isSuspected: boolean): string {
  const search = new URLSearchParams()
  if (clause !== undefined) search.set('clause', clause)
  if (isSuspected) search.set('standing', 'suspected')
  return `/assessments/${encodeURIComponent(assessmentId)}/findings${search.size === 0 ? '' : `?${search}`}`
}

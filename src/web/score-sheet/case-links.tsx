import { Fragment } from 'react'
import { Link, useParams } from 'react-router'
import { caseNumber } from '../ui/case-number.ts'
import { caseOf } from './lines-by-outcome.ts'
import type { ScoreLine } from './sheet-answer.ts'

/** The numbers of the findings and bonuses that lines are about, each leading there. */
export function CaseLinks({ lines }: { readonly lines: readonly ScoreLine[] }) {
  return lines.map((line) => {
    const caseId = caseOf(line)
    return caseId === null ? null : (
      <Fragment key={caseId}>
        {' '}
        <CaseLink caseId={caseId} kind={line.subject.kind === 'bonus' ? 'bonus' : 'finding'} />
      </Fragment>
    )
  })
}

export function CaseLink({ caseId, kind }: { readonly caseId: string; readonly kind: 'finding' | 'bonus' }) {
  const { assessmentId } = useParams()
  const place = kind === 'finding' ? 'findings' : 'bonuses'
  return (
    <Link className="ref" to={`/assessments/${assessmentId}/${place}/${encodeURIComponent(caseId)}`}>
      {caseNumber(caseId)}
    </Link>
  )
}

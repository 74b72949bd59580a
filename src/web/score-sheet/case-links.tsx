import { Fragment } from 'react'
import { Link, useParams } from 'react-router'
import { useCaseName } from '../ui/use-case-name.ts'
import { caseOf } from './lines-by-outcome.ts'
import type { ScoreLine } from './sheet-answer.ts'

/** The numbers of the findings and bonuses that lines are about, each leading there. */
export function CaseLinks({ lines }: { readonly lines: readonly ScoreLine[] }) {
  return lines.map((line) => {
    const caseId = caseOf(line)
    return caseId === null ? null : (
      <Fragment key={caseId}>
        {' '}
        <CaseLink caseId={caseId} line={line} />
      </Fragment>
    )
  })
}

export function CaseLink({ caseId, line }: { readonly caseId: string; readonly line: ScoreLine }) {
  const nameOf = useCaseName()
  const { assessmentId } = useParams()
  const place = line.subject.kind === 'bonus' ? 'bonuses' : 'findings'
  return (
    <Link className="ref" to={`/assessments/${assessmentId}/${place}/${encodeURIComponent(caseId)}`}>
      {nameOf(line)}
    </Link>
  )
}

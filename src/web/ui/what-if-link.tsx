import { Link } from 'react-router'
import { useMay } from '../client/session.tsx'
import { useText } from '../text/language.tsx'
import { uiText } from './ui-text.ts'

/** 设想…: to the scenario that begins with this finding, question or clause; only for who may read analyses. */
export function WhatIfLink({
  assessmentId,
  about,
  of,
}: {
  readonly assessmentId: string
  readonly about: 'finding' | 'question' | 'clause'
  readonly of: string
}) {
  const text = useText(uiText)
  const may = useMay()
  if (!may('analysis.read')) return null
  return (
    <Link
      className="btn sm no-print"
      to={`/assessments/${assessmentId}/analysis/what-if?${new URLSearchParams({ [about]: of }).toString()}`}
    >
      {text.whatIf}
    </Link>
  )
}

import { Link } from 'react-router'
import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import type { WorkingCalendar } from '../../../core/kernel/working-days.ts'
import { useText } from '../../text/language.tsx'
import { findingTitle } from '../../../core/ledger/finding-title.ts'
import { findingWords } from '../../ui/finding-words-text.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { StandingMark } from '../../ui/standing-mark.tsx'
import { useCaseName } from '../../ui/use-case-name.ts'
import { WhatIfLink } from '../../ui/what-if-link.tsx'
import { workingDaysTo } from '../../ui/working-calendars.ts'
import { findingText } from './finding-text.ts'
import type { ShownFinding } from './shown-finding.ts'
import type { Neighbours } from './use-neighbours.ts'

export function FindingHead({
  shown,
  assessmentId,
  base,
  calendars,
  neighbours,
}: {
  readonly shown: ShownFinding
  readonly assessmentId: string
  readonly base: string
  readonly calendars: readonly WorkingCalendar[]
  readonly neighbours: Neighbours
}) {
  const text = useText(findingText)
  const words: Readonly<Record<string, string>> = useText(findingWords)
  const nameOf = useCaseName()
  const { finding, centerName, step, today } = shown
  return (
    <>
      <div className="finding-top">
        <span>{text.finding(nameOf(finding))}</span>
        <Link to={`${base}/sheets/${finding.centerId}`}>{centerName}</Link>
        <StandingMark standing={finding.standing} />
        <WhatIfLink assessmentId={assessmentId} about="finding" of={finding.findingId} />
        <nav className="finding-neighbours no-print" aria-label={text.back}>
          <kbd>K</kbd>
          <kbd>J</kbd>
          {neighbours.place === null ? null : <span>{text.place(neighbours.place, neighbours.total)}</span>}
          {neighbours.previous === null ? null : (
            <Link className="btn sm" to={neighbours.previous}>
              {text.previous}
            </Link>
          )}
          {neighbours.next === null ? null : (
            <Link className="btn sm" to={neighbours.next}>
              {text.next}
            </Link>
          )}
          <Link className="btn sm" to={neighbours.list}>
            {text.back}
          </Link>
        </nav>
      </div>
      <div className="finding-title">
        <h1>{findingTitle(finding.description)}</h1>
        {step === null ? null : (
          <span className="finding-step">
            {words[step.kind]}{' '}
            {step.dueBy === null ? null : <DueLamp calendars={calendars} today={today} lastDay={step.dueBy} />}
          </span>
        )}
      </div>
    </>
  )
}

function DueLamp({
  calendars,
  today,
  lastDay,
}: {
  readonly calendars: readonly WorkingCalendar[]
  readonly today: PlainDate
  readonly lastDay: PlainDate
}) {
  const text = useText(findingText)
  return (
    <>
      <Lamp daysLeft={workingDaysTo(calendars, today, lastDay)} /> <span className="nw">{text.until(lastDay)}</span>
    </>
  )
}

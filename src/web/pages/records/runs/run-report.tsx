import type { ReactNode } from 'react'
import type { Rubric } from '../../../../core/rubric/rubric.ts'
import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { FindingsLink } from '../../../ui/findings-link.tsx'
import { StackTable } from '../../../ui/stack-table.tsx'
import type { AdoptedDetection } from '../detections/by-clause.ts'
import { grouped } from '../figures.ts'
import { useBase } from '../use-base.ts'
import { COUNTS, runLines, totalsOf, type RunLine } from './run-lines.ts'
import { runsText } from './runs-text.ts'

type Report = Extract<Answered<'readDetectionRun'>['standing'], { state: 'ran' }>['report']

/** A line a detection, in the order of the notice; nothing is an empty cell. */
export function RunReport({
  report,
  rubric,
  detections,
}: {
  readonly report: Report
  readonly rubric: Rubric
  readonly detections: readonly AdoptedDetection[]
}) {
  const text = useText(runsText)
  const { assessmentId } = useBase()
  const lines = runLines(report.detections, rubric, detections).map(({ clauseId, title, told }) => ({
    key: told.name,
    clauseId,
    name:
      clauseId === null ? (
        title
      ) : (
        <FindingsLink assessmentId={assessmentId} clause={clauseId} isSuspected saysMore>
          {title}
        </FindingsLink>
      ),
    counts: told,
    notes: notesOf(told, text),
    isTotal: false,
  }))
  const totals = { key: '', clauseId: null, name: text.total, counts: totalsOf(report.detections), notes: null }
  return (
    <>
      <StackTable
        rows={[...lines, { ...totals, isTotal: true }]}
        keyOf={({ key }) => key}
        rowClass={({ isTotal }) => (isTotal ? 'run-total' : undefined)}
        columns={[
          { head: text.clause, label: text.clause, className: 'ref', cell: ({ clauseId }) => clauseId },
          { head: text.detection, isName: true, cell: ({ name }) => name },
          ...COUNTS.map((count) => ({
            head: text[count],
            label: text[count],
            className: 'num run-count r',
            cell: ({ counts, isTotal }: { readonly counts: typeof totals.counts; readonly isTotal: boolean }) =>
              counts[count] === 0 && !isTotal ? null : grouped(counts[count]),
          })),
          { head: text.notes, className: 'cap run-notes', cell: ({ notes }) => notes },
        ]}
      />
      <p className="cap">{text.flaggedMeans}</p>
      <p>
        <FindingsLink assessmentId={assessmentId} isSuspected>
          {text.toFindings}
        </FindingsLink>
      </p>
    </>
  )
}

function notesOf({ hasRun, message, merged, isKept }: RunLine['told'], text: typeof runsText.zh): ReactNode {
  const notes = [message, merged === 0 ? null : text.merged(merged), isKept === true ? text.kept : null]
  const told = notes.filter((note) => note !== null).join(text.between)
  if (hasRun) return told
  return (
    <>
      <b>{text.failed} </b>
      {told}
    </>
  )
}

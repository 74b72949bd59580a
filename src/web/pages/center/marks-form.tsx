import { Button, Input } from 'antd'
import { memo, useCallback, useMemo, type FormEvent } from 'react'
import type { AssessmentId, CenterId } from '../../../core/kernel/identifiers.ts'
import { decimalOf, formatPoints } from '../../../core/kernel/points.ts'
import type { Answered } from '../../client/call.ts'
import { useAct } from '../../client/use-act.ts'
import { useDraftPlace } from '../../client/use-draft-place.ts'
import { useText } from '../../text/language.tsx'
import { useSay } from '../../ui/live-news.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useKeptState } from '../../ui/use-kept-state.ts'
import { centerText } from './center-text.ts'
import { entriesOf, markFault, marksOf, NO_MARK, ownSum, type ComparedSections, type OwnMark } from './own-marks.ts'

/** A mark and a remark for every criterion. What was submitted last is filled in; what is submitted takes its place. */
export function MarksForm({
  answer,
  assessmentId,
  centerId,
  onDone,
}: {
  readonly answer: Answered<'readSelfAssessment'>
  readonly assessmentId: AssessmentId
  readonly centerId: CenterId
  readonly onDone: () => void
}) {
  const text = useText(centerText)
  const say = useSay()
  const { sections } = answer
  const place = useDraftPlace(assessmentId, centerId)
  const sent = useMemo(() => marksOf(sections, decimalOf), [sections])
  const [marks, setMarks] = useKeptState(`${place}.marks`, isMarks, sent)
  const [statement, setStatement] = useKeptState(`${place}.statement`, isWords, answer.statement)
  const { send, isSending, problem } = useAct('submitSelfAssessment')
  const change = useCallback(
    (criterionId: string, mark: OwnMark) => setMarks((all) => ({ ...all, [criterionId]: mark })),
    [setMarks],
  )
  const entries = entriesOf(sections, marks)
  const faults = sections
    .flatMap(({ criteria }) => criteria)
    .filter(({ criterionId, limit }) => markFault(marks[criterionId] ?? NO_MARK, limit) !== null).length
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const told = await send({ params: { assessmentId }, body: { centerId, entries, statement: statement.trim() } })
    if (!told.ok) return
    setMarks(sent)
    setStatement(answer.statement)
    say(text.marked)
    onDone()
  }
  return (
    <form className="center-form wide" onSubmit={(event) => void submit(event)}>
      {sections.map((section) => {
        const sum = ownSum(section.criteria, marks)
        return (
          <fieldset key={section.sectionId}>
            <legend>
              {section.label} {section.title}{' '}
              <span className="cap">
                {sum === null
                  ? text.unmarked
                  : text.sumOf(formatPoints(sum), section.maxPoints === null ? null : formatPoints(section.maxPoints))}
              </span>
            </legend>
            {section.criteria.map((criterion) => (
              <CriterionMark
                key={criterion.criterionId}
                criterion={criterion}
                mark={marks[criterion.criterionId] ?? NO_MARK}
                onChange={change}
              />
            ))}
          </fieldset>
        )
      })}
      <label className="center-whole">
        {text.markStatement}
        <Input.TextArea
          rows={2}
          maxLength={4000}
          value={statement}
          onChange={({ target }) => setStatement(target.value)}
        />
      </label>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <p className="center-go">
        <Button type="primary" htmlType="submit" loading={isSending} disabled={faults > 0 || entries.length === 0}>
          {text.markSend(entries.length)}
        </Button>
        <span className="cap" role="status">
          {faults > 0 ? text.markFaults(faults) : text.markEffect}
        </span>
      </p>
    </form>
  )
}

/** Kept apart, so that typing in one draws one. */
const CriterionMark = memo(function CriterionMark({
  criterion: { criterionId, label, text: words, limit },
  mark,
  onChange,
}: {
  readonly criterion: ComparedSections[number]['criteria'][number]
  readonly mark: OwnMark
  readonly onChange: (criterionId: string, mark: OwnMark) => void
}) {
  const text = useText(centerText)
  const fault = markFault(mark, limit)
  return (
    <div className="center-mark">
      <p>
        <span className="ref">{label}</span> <span className="center-words">{words}</span>
      </p>
      <Input
        aria-label={text.markFor(label)}
        inputMode="decimal"
        placeholder={limit === null ? text.pointsWord : text.most(formatPoints(limit))}
        value={mark.points}
        status={fault === null ? '' : 'error'}
        aria-invalid={fault !== null}
        onChange={({ target }) => onChange(criterionId, { ...mark, points: target.value })}
      />
      <Input
        aria-label={text.remarkFor(label)}
        placeholder={text.remark}
        maxLength={1000}
        value={mark.statement}
        onChange={({ target }) => onChange(criterionId, { ...mark, statement: target.value })}
      />
      {fault === null ? null : <p className="center-fault">{text[fault]}</p>}
    </div>
  )
})

function isMarks(value: unknown): value is Readonly<Record<string, OwnMark>> {
  return typeof value === 'object' && value !== null && Object.values(value).every(isMark)
}

function isMark(value: unknown): value is OwnMark {
  const { points, statement } = (value ?? {}) as Partial<Record<keyof OwnMark, unknown>>
  return typeof points === 'string' && typeof statement === 'string'
}

function isWords(value: unknown): value is string {
  return typeof value === 'string'
}

import { Button, DatePicker, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { checkDesign } from '../../../../core/analysis/sampling/check-design.ts'
import type { AssessmentId, SamplingPlanId } from '../../../../core/kernel/identifiers.ts'
import { parsePlainDate } from '../../../../core/kernel/plain-date.ts'
import { newId } from '../../../client/call.ts'
import { useAct } from '../../../client/use-act.ts'
import { useAnswer } from '../../../client/use-answer.ts'
import { useText } from '../../../text/language.tsx'
import { useSay } from '../../../ui/live-news.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { designOf, draftOf, type Draft, type Ground } from './drafted-design.ts'
import { PeopleFields } from './people-fields.tsx'
import { PoolTable } from './pool-table.tsx'
import { samplingText } from './sampling-text.ts'

/** A new plan: what is drawn from, with the visits that each center would get, before anything is committed. */
export function DesignForm({
  assessmentId,
  onDone,
}: {
  readonly assessmentId: AssessmentId
  readonly onDone: () => void
}) {
  const ground = useAnswer('readSamplingGround', { params: { assessmentId } })
  if (ground.problem !== null) return <ProblemNotice problem={ground.problem} onAgain={ground.renew} />
  if (ground.answer === null) return <Waiting rows={6} />
  return <Design assessmentId={assessmentId} ground={ground.answer} onDone={onDone} />
}

function Design({
  assessmentId,
  ground,
  onDone,
}: {
  readonly assessmentId: AssessmentId
  readonly ground: Ground
  readonly onDone: () => void
}) {
  const text = useText(samplingText)
  const say = useSay()
  const coverage = useAnswer('readCoverage', { params: { assessmentId } })
  const [draft, setDraft] = useState(() => draftOf(ground))
  const [planId] = useState(() => newId() as SamplingPlanId)
  const { send, isSending, problem } = useAct('commitSamplingPlan')
  const alter = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const lookedAt = (coverage.answer?.lines ?? []).filter(({ feeds }) => feeds.some(({ kind }) => kind === 'inspection'))
  const able = new Set(ground.clauseIds)
  const looked = lookedAt.map(({ clauseId }) => clauseId).filter((clauseId) => able.has(clauseId))
  const clauseIds = looked.length === 0 ? ground.clauseIds : looked
  const design = designOf(draft, ground, clauseIds)
  const checked = design === null ? null : checkDesign(design)
  const commit = async () => {
    if (design === null) return
    const { days: _days, calendarVersion: _version, ...said } = design
    const body = {
      planId,
      design: {
        ...said,
        centers: [...said.centers],
        inspectors: said.inspectors.map((one) => ({ ...one, recusedFrom: [...one.recusedFrom] })),
        clauseIds: [...said.clauseIds],
      },
    }
    const told = await send({ params: { assessmentId }, body })
    if (!told.ok) return
    say(text.done)
    onDone()
  }
  const number = (name: 'visits' | 'visitsPerDay' | 'minimum' | 'clausesPerVisit', min: number) => (
    <label>
      {text[name]}
      <InputNumber
        min={min}
        max={2000}
        precision={0}
        value={draft[name]}
        onChange={(given) => alter({ [name]: given ?? min })}
      />
    </label>
  )
  return (
    <section className="sampling-design" aria-label={text.design}>
      <div className="sampling-fields">
        <label>
          {text.mode}
          <Radio.Group
            value={draft.mode}
            onChange={({ target }) => alter({ mode: target.value === 'announced' ? 'announced' : 'unannounced' })}
          >
            <Radio.Button value="unannounced">{text.unannounced}</Radio.Button>
            <Radio.Button value="announced">{text.announced}</Radio.Button>
          </Radio.Group>
        </label>
        <label>
          {text.period}
          <DatePicker.RangePicker
            onChange={(_, [from, to]) => alter({ from: parsePlainDate(from), to: parsePlainDate(to) })}
          />
        </label>
        {number('visits', 1)}
        {number('visitsPerDay', 1)}
        {number('minimum', 0)}
        {number('clausesPerVisit', 1)}
      </div>
      <p className="cap">{text.looked(clauseIds.length)}</p>
      <h3>{text.pool}</h3>
      <PoolTable draft={draft} ground={ground} onCenters={(centers) => alter({ centers })} />
      <h3>{text.people}</h3>
      <PeopleFields draft={draft} ground={ground} onInspectors={(inspectors) => alter({ inspectors })} />
      <p className={checked?.ok === false ? 'problem' : 'note'} role="status">
        {checked === null
          ? text.pickDays
          : checked.ok
            ? text.ready(checked.value.days.length, checked.value.visits)
            : checked.refusal.message}
      </p>
      <p className="cap">{text.commitEffect}</p>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <Button type="primary" loading={isSending} disabled={checked?.ok !== true} onClick={() => void commit()}>
        {text.commit}
      </Button>
    </section>
  )
}

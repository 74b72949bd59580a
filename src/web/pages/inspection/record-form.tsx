import { Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { formatPoints } from '../../../core/kernel/points.ts'
import { priceInWords } from '../../../core/rubric/price-in-words.ts'
import { serverNow } from '../../client/server-clock.ts'
import { askToPersist } from '../../offline/storage-facts.ts'
import type { InspectionRecord } from '../../offline/inspection-record.ts'
import { makeReady } from '../../offline/record-acts.ts'
import { shanghaiTime } from '../../offline/shanghai-time.ts'
import { useText } from '../../text/language.tsx'
import { chargeable, entryOf } from './checklist.ts'
import { ClauseParticulars } from './clause-particulars.tsx'
import { ClauseQuote } from './clause-quote.tsx'
import { CountStepper } from './count-stepper.tsx'
import { inspectionText } from './inspection-text.ts'
import { interpretationsOf } from './interpretations.ts'
import { missingIn } from './missing-in.ts'
import { PhotoStrip } from './photo-strip.tsx'
import { linkTo } from './place-in-page.ts'
import { clockOf } from './times.ts'
import { useDraft } from './use-draft.ts'
import { usePhone } from './use-phone.tsx'
import { VoiceNote } from './voice-note.tsx'
import './record.css'

export function RecordForm({ begun }: { readonly begun: InspectionRecord }) {
  const text = useText(inspectionText)
  const go = useNavigate()
  const { store, outbox, rubric, lines, assessment } = usePhone()
  const { draft, change, flush, isKept, isRefused } = useDraft(store, begun)
  const [missing, setMissing] = useState<string | null>(null)
  const entry = entryOf(
    chargeable(rubric, lines).flatMap(({ entries }) => entries),
    draft.clause?.clauseId ?? null,
  )
  const clause = entry?.clause ?? null
  const isFixed = clause?.amount.kind === 'fixed'
  const leave = async () => {
    change({})
    if (await flush()) await go(linkTo({ tab: 'records' }))
  }
  const finish = async () => {
    const wrong = clause === null ? text.clauseFirst : missingIn(rubric, draft, text.measuredWrong)
    setMissing(wrong)
    if (wrong !== null) return
    change({})
    await flush()
    if (!(await makeReady(store, draft.id, shanghaiTime(serverNow())))) return
    outbox.wake()
    void askToPersist()
    await go(linkTo({ centerId: draft.centerId }))
  }
  return (
    <main className="insp-record">
      <div className="insp-bar2">
        <Link to={linkTo({ centerId: draft.centerId })}>{text.back}</Link>
        <h1>{draft.centerName}</h1>
        <span>{clockOf(draft.createdAt)}</span>
      </div>
      <div className="insp-clause">
        {entry === null ? <p>{draft.clause?.quote ?? text.noClause}</p> : <ClauseQuote entry={entry} />}
        {clause === null ? null : <p className="k">{priceInWords(clause)}</p>}
        {clause === null
          ? null
          : interpretationsOf(assessment.questions, clause.id).map(({ number, label }) => (
              <p key={number} className="k">
                <b>
                  {text.interpretation}
                  {number}
                </b>
                {label}
              </p>
            ))}
      </div>
      <div className="insp-form">
        <div className="row">
          <CountStepper
            unit={clause?.per.join('') || text.count}
            count={draft.occurrences}
            onChange={(occurrences) => change({ occurrences })}
          />
          {clause !== null && clause.amount.kind === 'fixed' && isFixed ? (
            <p className="calc">
              <b className="fig">
                {formatPoints(clause.amount.points)}×{draft.occurrences}＝
                {formatPoints(clause.amount.points * draft.occurrences)}
              </b>
              {text.onlyWhenSubstantiated}
            </p>
          ) : null}
        </div>
        {clause === null ? null : <ClauseParticulars clause={clause} draft={draft} onChange={change} />}
        <label className="row">
          <span className="l">{text.place}</span>
          <Input
            size="large"
            maxLength={200}
            value={draft.place}
            placeholder={text.placeHint}
            onChange={({ target }) => change({ place: target.value })}
          />
        </label>
        <PhotoStrip record={draft} onAdd={() => change({})} />
        <VoiceNote record={draft} onAdd={() => change({})} />
        <label className="row col">
          <span className="l">{text.remark}</span>
          <Input.TextArea
            rows={3}
            maxLength={3700}
            value={draft.remark}
            placeholder={text.remarkHint}
            onChange={({ target }) => change({ remark: target.value })}
          />
        </label>
      </div>
      {isRefused ? (
        <p className="problem" role="alert">
          {text.notSaved}
        </p>
      ) : null}
      {missing === null ? null : (
        <p className="problem" role="alert">
          {missing}
        </p>
      )}
      <div className="insp-foot">
        <small className="cap" aria-live="polite">
          {isKept ? text.savedAt : ''}
        </small>
        <button type="button" className="insp-ghost" onClick={() => void leave()}>
          {text.saveDraft}
        </button>
        <button type="button" className="insp-big" onClick={() => void finish()}>
          {text.ready}
        </button>
      </div>
    </main>
  )
}

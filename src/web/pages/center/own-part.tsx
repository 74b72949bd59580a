import { Button } from 'antd'
import { useState } from 'react'
import type { AssessmentId, CenterId } from '../../../core/kernel/identifiers.ts'
import { addressOf } from '../../client/call.ts'
import { useMay } from '../../client/session.tsx'
import { useText } from '../../text/language.tsx'
import { centerText } from './center-text.ts'
import type { SheetAnswer } from './center-answers.ts'

/** 证明文件: the center's own part of the ledger, to be checked elsewhere without this server. */
export function OwnPart({
  answer: { verification },
  assessmentId,
  centerId,
}: {
  readonly answer: SheetAnswer
  readonly assessmentId: AssessmentId
  readonly centerId: CenterId
}) {
  const text = useText(centerText)
  const may = useMay()
  const [isTaken, setTaken] = useState(false)
  const file = `${assessmentId}-${centerId}.jsonl`
  if (!may('bundle.export')) return null
  return (
    <section id="center-proof" aria-labelledby="center-proof-head">
      <div className="sec-head">
        <h2 id="center-proof-head">{text.proof}</h2>
        <span className="cap">{text.proofCap}</span>
      </div>
      <p className="lead center-proof">{text.proofLead}</p>
      {verification === null ? null : (
        <p>
          {text.code} <b className="code">{verification.code}</b> <span className="cap">{text.codeKeep}</span>
        </p>
      )}
      <p className="center-go no-print">
        <Button
          href={addressOf('exportBundle', { params: { assessmentId }, query: { centerId } })}
          download={file}
          onClick={() => setTaken(true)}
        >
          {text.proofTake}
        </Button>
        <span className="cap" role="status">
          {isTaken ? text.proofTaken(file) : text.proofLogged}
        </span>
      </p>
      <h3>{text.verifyHow}</h3>
      <ol className="center-steps">
        <li>
          {text.verifyRun} <code>mingheng verify {file}</code>
        </li>
        {verification === null ? null : (
          <li>
            {text.verifyCode}{' '}
            <code>
              mingheng verify {file} --code {verification.code} --center {centerId}
            </code>
          </li>
        )}
        <li>{text.verifyDiffers}</li>
      </ol>
    </section>
  )
}

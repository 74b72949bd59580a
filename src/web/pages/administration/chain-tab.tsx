import { Button } from 'antd'
import type { Answered } from '../../client/call.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useAsk } from '../../client/use-ask.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { administrationText } from './administration-text.ts'

/** 台账: whether each assessment's chain is whole, asked when a person says so; and how the data folder is backed up. */
export function ChainTab() {
  const text = useText(administrationText)
  const { answer, problem, renew } = useAnswer('listAssessments', {})
  return (
    <>
      <section aria-labelledby="administration-chain">
        <div className="sec-head">
          <h2 id="administration-chain">{text.chain}</h2>
          <span className="cap">{text.chainCap}</span>
        </div>
        {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
        {answer === null && problem === null ? <Waiting rows={3} /> : null}
        <ul className="administration-chains">
          {answer?.assessments.map((assessment) => (
            <Chain key={assessment.assessmentId} assessment={assessment} />
          ))}
          {answer?.damaged.map(({ assessmentId, message }) => (
            <li key={assessmentId}>
              <h3>{assessmentId}</h3>
              <p className="problem">{message}</p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="administration-backup">
        <div className="sec-head">
          <h2 id="administration-backup">{text.backup}</h2>
        </div>
        <p className="lead">{text.backupLead}</p>
        <ol className="administration-steps">
          <li>
            {text.backupRun} <code>mingheng backup {text.backupTarget}</code>
          </li>
          <li>
            {text.backupWhere}{' '}
            <code>
              mingheng backup {text.backupTarget} --data {text.backupData}
            </code>
          </li>
          <li>{text.backupOften}</li>
        </ol>
      </section>
    </>
  )
}

function Chain({ assessment: { assessmentId, title, seq } }: { readonly assessment: Assessment }) {
  const text = useText(administrationText)
  const { send, answer, problem, isAsking } = useAsk('verifyLedger')
  const verify = () => void send({ params: { assessmentId } })
  return (
    <li>
      <h3>
        {title} <span className="cap ref">{assessmentId}</span>
      </h3>
      <p className="administration-go">
        <Button loading={isAsking} aria-label={text.verifyOf(assessmentId)} onClick={verify}>
          {text.verify}
        </Button>
        <span className="cap" role="status">
          {answer === null ? text.entries(seq) : null}
        </span>
      </p>
      {answer === null ? null : (
        <p role="status">
          <b>{text.whole(answer.head.seq)}</b>
          <br />
          {text.head} <span className="code administration-long">{answer.head.digest}</span>
        </p>
      )}
      {problem === null ? null : (
        <ProblemNotice problem={problem}>
          {problem.code === 'store-corrupted' ? <p>{text.brokenNext}</p> : null}
        </ProblemNotice>
      )}
    </li>
  )
}

type Assessment = Answered<'listAssessments'>['assessments'][number]

import { Button } from 'antd'
import { useEffect } from 'react'
import type { Question } from '../../../client/use-ask.ts'
import { useText } from '../../../text/language.tsx'
import { useSay } from '../../../ui/live-news.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { grouped } from '../figures.ts'
import { RecordRows } from '../record-rows.tsx'
import { FaultTable } from './fault-table.tsx'
import { importText } from './import-text.ts'
import { unexplained } from './told-faults.ts'

/** Every row by the profile, and nothing kept: how many are faulty, where, and how the others will look. */
export function CheckRows({
  preview,
  onCheck,
  open,
  onMet,
}: {
  readonly preview: Question<'previewImport'>
  readonly onCheck: () => void
  /** How many points a person must still answer. */
  readonly open: number
  /** Takes values that nobody has explained into the code table; null where the profile is settled. */
  readonly onMet: ((column: string, values: readonly string[]) => void) | null
}) {
  const text = useText(importText)
  const say = useSay()
  const { answer, problem, isAsking } = preview
  const isSound = answer !== null && answer.faulty === 0 && answer.faults.length === 0
  const verdict =
    answer === null
      ? ''
      : isSound
        ? text.previewGood(grouped(answer.rows))
        : text.previewFaulty(grouped(answer.rows), grouped(answer.faulty))
  useEffect(() => {
    if (verdict !== '') say(verdict)
  }, [verdict, say])
  return (
    <section className="rec-part" aria-labelledby="rec-check">
      <div className="sec-head">
        <h2 id="rec-check">{text.previewTitle}</h2>
      </div>
      <p className="lead">{open === 0 ? text.previewLead : text.previewBlocked(open)}</p>
      <Button type={isSound ? 'default' : 'primary'} disabled={open > 0} loading={isAsking} onClick={onCheck}>
        {isAsking ? text.previewing : text.preview}
      </Button>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {answer === null ? null : (
        <>
          <p className={isSound ? 'rec-verdict' : 'rec-verdict is-faulty'}>{verdict}</p>
          {onMet === null
            ? null
            : [...unexplained(answer.faults)].map(([column, values]) => (
                <p key={column}>
                  <button type="button" className="btn" onClick={() => onMet(column, values)}>
                    {text.addMet(column, values.length)}
                  </button>
                </p>
              ))}
          {answer.faults.length === 0 ? null : <FaultTable faults={answer.faults} />}
          {answer.sample.length === 0 ? null : (
            <>
              <h3>{text.sampleTitle}</h3>
              <RecordRows records={answer.sample} label={text.sampleTitle} />
              <p className="cap">{text.sampleNote}</p>
            </>
          )}
        </>
      )}
    </section>
  )
}

import { Link } from 'react-router'
import { useMay } from '../../../client/session.tsx'
import { useText } from '../../../text/language.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { FindingsLink } from '../../../ui/findings-link.tsx'
import { useBase } from '../use-base.ts'
import { AdoptDetections } from './adopt-detections.tsx'
import { byClause } from './by-clause.ts'
import { DetectionEntry } from './detection-entry.tsx'
import { detectionsText } from './detections-text.ts'
import { RetirementOf } from './retirement.tsx'
import { useDetections } from './use-detections.ts'
import { useRetirements } from './use-retirements.ts'

/** What is looked for in the records, clause by clause in the order of the notice, with its SQL. */
export function DetectionsTab() {
  const text = useText(detectionsText)
  const { assessmentId, base } = useBase()
  const may = useMay()
  const { rubric, detections, ...adopted } = useDetections()
  const { retirements, ...retired } = useRetirements()
  useTitle(text.title)
  if (rubric === null || detections === null || retirements === null) {
    const { problem, renew } = adopted.problem === null ? retired : adopted
    return problem === null ? <Waiting rows={8} /> : <ProblemNotice problem={problem} onAgain={renew} />
  }
  const groups = byClause(rubric, detections)
  const inForce = detections.filter(({ name }) => !retirements.has(name))
  const searched = byClause(rubric, inForce).filter(({ clauseId }) => clauseId !== null).length
  return (
    <>
      <section className="rec-part" aria-labelledby="rec-detections">
        <div className="sec-head">
          <h2 id="rec-detections">{text.title}</h2>
          <Link to={`${base}/coverage`}>{text.coverage}</Link>
        </div>
        <p className="lead">
          {detections.length === 0 ? text.none : text.counts(inForce.length, searched)}
          {inForce.length < detections.length ? text.retiredCount(detections.length - inForce.length) : null}
          {detections.length > 0 ? text.lead : may('detection.adopt') ? text.noneNext : text.noneForOthers}
        </p>
        {groups.map(({ clauseId, quote, detections: own }) => (
          <article key={clauseId ?? ''} className="rec-clause">
            {clauseId === null ? null : (
              <header>
                <h3 className="ref">{text.clause(clauseId)}</h3>
                <blockquote className="rec-quote">{quote}</blockquote>
                <FindingsLink assessmentId={assessmentId} clause={clauseId} isSuspected>
                  {text.suspicions}
                </FindingsLink>
              </header>
            )}
            <div>
              {own.map((detection) => (
                <DetectionEntry key={detection.name} detection={detection}>
                  <RetirementOf
                    detection={detection}
                    retirement={retirements.get(detection.name) ?? null}
                    rubricId={rubric.id}
                  />
                </DetectionEntry>
              ))}
            </div>
          </article>
        ))}
      </section>
      {may('detection.adopt') ? <AdoptDetections rubricId={rubric.id} /> : null}
    </>
  )
}

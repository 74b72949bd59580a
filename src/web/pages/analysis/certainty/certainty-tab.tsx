import { useParams, useSearchParams } from 'react-router'
import type { AssessmentId } from '../../../../core/kernel/identifiers.ts'
import { timesText } from '../../../../core/analysis/certainty/share-words.ts'
import { useAnswer } from '../../../client/use-answer.ts'
import { useText } from '../../../text/language.tsx'
import { DocumentMenu } from '../../../ui/document-menu.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { AssumptionForm } from './assumption-form.tsx'
import type { CertaintyQuery } from './certainty-answer.ts'
import './certainty.css'
import { certaintyText } from './certainty-text.ts'
import { InfluenceList } from './influence-list.tsx'
import { OddsHeat } from './odds-heat.tsx'
import { ReachTable } from './reach-table.tsx'

/** How sure scores and ranks are. What is assumed stands in the address, so that what is seen can be shared. */
export function CertaintyTab() {
  const text = useText(certaintyText)
  const { assessmentId = '' } = useParams()
  const params = { assessmentId: assessmentId as AssessmentId }
  const [search, setSearch] = useSearchParams()
  const query = queryIn(search)
  const { answer, problem, renew, isStale } = useAnswer('readCertainty', { params, query })
  const base = `/assessments/${assessmentId}`
  if (answer === null)
    return problem === null ? (
      <div className="certainty">
        <p className="note" role="status">
          {text.working}
        </p>
        <Waiting rows={8} />
      </div>
    ) : (
      <ProblemNotice problem={problem} onAgain={renew} />
    )
  const { certainty } = answer
  if (certainty.centers.length === 0) return <p className="note">{text.empty}</p>
  const { draws, seed } = certainty.drawing
  const rough = certainty.centers.filter(({ bounds }) => !bounds.isExact).length
  return (
    <div className="certainty" aria-busy={isStale}>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      <div className="certainty-head">
        <p className="lead">{certainty.lead}</p>
        <DocumentMenu
          operation="readCertaintyDocument"
          asked={(form) => ({ params, query: { ...query, form } })}
          label={text.export}
        />
      </div>
      {isStale ? (
        <p className="note" role="status">
          {text.working}
        </p>
      ) : null}
      <section aria-labelledby="certainty-reach">
        <div className="sec-head">
          <h2 id="certainty-reach">{text.reach}</h2>
          <span className="cap">{text.reachCap}</span>
        </div>
        <ReachTable certainty={certainty} sheetOf={(centerId) => `${base}/sheets/${encodeURIComponent(centerId)}`} />
        <p className="cap">{rough === 0 ? text.exact : text.rough(rough)}</p>
        <details>
          <summary>{text.inWords}</summary>
          <ol className="certainty-words">
            {certainty.centers.map(({ centerId, sentence }) => (
              <li key={centerId}>{sentence}</li>
            ))}
          </ol>
        </details>
      </section>
      <section aria-labelledby="certainty-heat">
        <div className="sec-head">
          <h2 id="certainty-heat">{text.heat}</h2>
          <span className="cap">{text.heatCap(timesText(draws), seed)}</span>
        </div>
        <OddsHeat certainty={certainty} />
      </section>
      <section aria-labelledby="certainty-influence">
        <div className="sec-head">
          <h2 id="certainty-influence">{text.influence}</h2>
          <span className="cap">{text.influenceCap(certainty.openMatters, certainty.idleMatters)}</span>
        </div>
        <InfluenceList certainty={certainty} base={base} />
      </section>
      <section aria-labelledby="certainty-assumptions">
        <div className="sec-head">
          <h2 id="certainty-assumptions">{text.assumptions}</h2>
          <span className="cap">{text.assumptionsCap}</span>
        </div>
        <AssumptionForm
          key={search.toString()}
          certainty={certainty}
          onSend={(next) => setSearch(next)}
          onReset={() => setSearch({})}
        />
      </section>
    </div>
  )
}

const SHARES = ['substantiated', 'reversed', 'approved', 'kept'] as const

/** Of an address that anybody may have typed only what the server takes. */
function queryIn(search: URLSearchParams): CertaintyQuery {
  const whole = (name: string, least: number, most: number) => {
    const value = Number(search.get(name) ?? Number.NaN)
    return Number.isInteger(value) && value >= least && value <= most ? { [name]: value } : {}
  }
  const amounts = search.get('amounts')
  return {
    ...whole('seed', 0, 4_294_967_295),
    ...whole('draws', 100, 20_000),
    ...SHARES.reduce((all, name) => ({ ...all, ...whole(name, 0, 100) }), {}),
    ...(amounts === 'even' || amounts === 'least' || amounts === 'most' ? { amounts } : {}),
  }
}

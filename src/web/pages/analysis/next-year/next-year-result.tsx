import type { AssessmentId } from '../../../../core/kernel/identifiers.ts'
import type { Asked } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { DocumentMenu } from '../../../ui/document-menu.tsx'
import { FaultList } from './fault-list.tsx'
import { CentersTable, ChangesTable, LeftTable, type NextYear } from './next-year-tables.tsx'
import { nextYearText } from './next-year-text.ts'
import { SlopeChart } from './slope-chart.tsx'

/** The answer first, then every number that it rests on. */
export function NextYearResult({
  nextYear,
  assessmentId,
  asked,
}: {
  readonly nextYear: NextYear
  readonly assessmentId: AssessmentId
  readonly asked: Asked<'readNextYear'>['body']
}) {
  const text = useText(nextYearText)
  const { counts, undecided, unseen, notCarried } = nextYear
  const again = counts['amount-open'] + counts['amount-outside']
  return (
    <>
      <p className="lead" role="status">
        {nextYear.lead}
      </p>
      <DocumentMenu
        operation="readNextYearDocument"
        label={text.export}
        asked={(form) => ({ params: { assessmentId }, query: { form }, body: asked })}
      />
      <section aria-labelledby="next-year-slope">
        <div className="sec-head">
          <h2 id="next-year-slope">{text.slope}</h2>
          <span className="cap">{text.slopeCap}</span>
        </div>
        <SlopeChart centers={nextYear.centers} />
      </section>
      <section aria-labelledby="next-year-changes">
        <div className="sec-head">
          <h2 id="next-year-changes">{text.changes}</h2>
          <span className="cap">{nextYear.apartSays}</span>
        </div>
        <ChangesTable changes={nextYear.changes} />
      </section>
      <section aria-labelledby="next-year-centers">
        <div className="sec-head">
          <h2 id="next-year-centers">{text.centers}</h2>
          <span className="cap">
            {text.mean} {text.points(nextYear.meanBefore)} → {text.points(nextYear.meanAfter)}
          </span>
        </div>
        <CentersTable centers={nextYear.centers} />
      </section>
      <section aria-labelledby="next-year-carried">
        <div className="sec-head">
          <h2 id="next-year-carried">{text.carried}</h2>
          <span className="cap">{text.answersSay(counts.answers, counts.answersLeft)}</span>
        </div>
        <p>
          {text.carriedSays(counts.same, counts.repriced, again, counts.notCarried)}
          {counts.recounted === 0 ? null : text.recounted(counts.recounted)}
        </p>
        {notCarried.length === 0 ? null : <h3>{text.left}</h3>}
        {notCarried.length === 0 ? null : <LeftTable groups={notCarried} />}
        {undecided.length === 0 ? null : <h3>{text.again}</h3>}
        <ul className="next-year-list">
          {undecided.map(({ id, number, centerName, place, says }) => (
            <li key={id}>
              <span className="ref">{place}</span> {text.numbers([number], 0)} {centerName}：{says}
            </li>
          ))}
        </ul>
        {unseen.length === 0 ? null : <h3>{text.unseen}</h3>}
        <ul className="next-year-list">
          {unseen.map(({ clauseId, place, quote, says }) => (
            <li key={clauseId}>
              <span className="ref">{place}</span> <q lang="zh-Hans">{quote}</q> {says}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="next-year-faults">
        <div className="sec-head">
          <h2 id="next-year-faults">{text.faults}</h2>
          <span className="cap">{text.faultsCap}</span>
        </div>
        <FaultList faults={nextYear.faults} />
      </section>
    </>
  )
}

import { walkingOrder } from '../../../core/analysis/sampling/walking-order.ts'
import { serverNow } from '../../client/server-clock.ts'
import { useMay } from '../../client/session.tsx'
import { useAnswer } from '../../client/use-answer.ts'
import { withDrawn, type DrawnStop } from '../../offline/round.ts'
import { shanghaiDay } from '../../offline/shanghai-time.ts'
import { useText } from '../../text/language.tsx'
import { inspectionText } from './inspection-text.ts'
import { usePhone } from './use-phone.tsx'
import type { TodaysRound } from './use-round.ts'

/**
 * What was drawn for this inspector today and is not on the round yet. Read while there is a network and not kept: a phone that is
 * lost must not hold the days to come.
 */
export function DrawnStops({ round }: { readonly round: TodaysRound }) {
  const text = useText(inspectionText)
  const may = useMay()
  const { assessmentId, personId, assessment } = usePhone()
  const { answer } = useAnswer('listSamplingPlans', may('sampling.read') ? { params: { assessmentId } } : null)
  const today = shanghaiDay(serverNow())
  const chosen = new Set(round.stops.map(({ centerId }) => centerId))
  const drawn = (answer?.plans ?? []).flatMap(({ design, reveal, visits }): DrawnStop[] =>
    reveal === null
      ? (visits ?? [])
          .filter(({ visit, standing }) => visit.personId === personId && visit.day === today && standing === 'coming')
          .filter(({ visit }) => !chosen.has(visit.centerId))
          .map(({ visit }) => ({ centerId: visit.centerId, isCovert: design.mode === 'unannounced' }))
      : [],
  )
  if (drawn.length === 0) return null
  const placeOf = (stop: DrawnStop) =>
    assessment.centerList.find(({ centerId }) => centerId === stop.centerId)?.place ?? null
  const walking = walkingOrder(drawn, placeOf)
  const way = walking ?? drawn
  const names = way.map(
    ({ centerId }) => assessment.centerList.find((center) => center.centerId === centerId)?.name ?? centerId,
  )
  return (
    <section className="insp-empty" aria-label={text.drawnTitle}>
      <p>
        {text.drawn(drawn.length, names.join('、'))}
        <small className="cap"> {walking === null ? text.drawnOrder : text.walkingOrder}</small>
      </p>
      <button type="button" className="insp-big" onClick={() => void round.change((stops) => withDrawn(stops, way))}>
        {text.drawnTake}
      </button>
    </section>
  )
}

import { Link, useNavigate } from 'react-router'
import { serverNow } from '../../client/server-clock.ts'
import { arriveAt, leaveFrom, type Stop } from '../../offline/round.ts'
import { shanghaiTime } from '../../offline/shanghai-time.ts'
import { useText } from '../../text/language.tsx'
import { checklistOf, countSeen, seenAt } from './checklist.ts'
import { inspectionText } from './inspection-text.ts'
import { linkTo } from './place-in-page.ts'
import { SectionProgress } from './section-progress.tsx'
import { clockOf } from './times.ts'
import { usePhone } from './use-phone.tsx'
import type { TodaysRound } from './use-round.ts'

export function StopRow({
  stop,
  place,
  isCurrent,
  round,
}: {
  readonly stop: Stop
  readonly place: number
  readonly isCurrent: boolean
  readonly round: TodaysRound
}) {
  const text = useText(inspectionText)
  const go = useNavigate()
  const { assessment, rubric, lines, outbox } = usePhone()
  const { centerId, isCovert, arrivedAt, leftAt } = stop
  const name = assessment.centerList.find((center) => center.centerId === centerId)?.name ?? centerId
  const sections = checklistOf(rubric, lines)
  const seen = seenAt(centerId, round.sightings, round.records)
  const recorded = round.records.filter((record) => record.centerId === centerId).length
  const all = sections.reduce((sum, { entries }) => sum + entries.length, 0)
  const done = sections.reduce((sum, section) => sum + countSeen(section, seen), 0)
  const here = linkTo({ centerId })
  const arrive = async () => {
    await round.change((stops) => arriveAt(stops, centerId, shanghaiTime(serverNow())))
    // Arriving here ends the stop before: what was looked at there can be told.
    outbox.wake()
    await go(here)
  }
  const leave = async () => {
    await round.change((stops) => leaveFrom(stops, centerId, shanghaiTime(serverNow())))
    outbox.wake()
  }
  const found = recorded > 0 ? text.recorded(recorded) : arrivedAt !== null && done === all ? text.nothingFound : ''
  const list = arrivedAt === null || all === 0 ? '' : done === all ? text.allSeen(all) : text.progress(done, all)
  return (
    <li
      className={isCurrent ? 'now' : leftAt === null ? '' : 'done'}
      {...(isCurrent ? { 'aria-current': 'step' } : {})}
    >
      <i aria-hidden="true">{place}</i>
      <div>
        <p className="h">
          <Link to={here}>{name}</Link>
          <span>
            {arrivedAt === null
              ? null
              : leftAt === null
                ? text.arrived(clockOf(arrivedAt))
                : `${clockOf(arrivedAt)}–${clockOf(leftAt)}`}
          </span>
        </p>
        <p>{[isCovert ? text.covert : text.overt, found, list].filter((words) => words !== '').join('　')}</p>
        {isCurrent && arrivedAt !== null ? (
          <>
            <SectionProgress sections={sections} seen={seen} />
            <Link className="insp-big" to={here}>
              {text.goOn}
            </Link>
            <button type="button" className="insp-ghost" onClick={() => void leave()}>
              {text.leave}
            </button>
          </>
        ) : null}
        {isCurrent && arrivedAt === null ? (
          <button type="button" className="insp-big" onClick={() => void arrive()}>
            {text.arrive}
          </button>
        ) : null}
      </div>
    </li>
  )
}

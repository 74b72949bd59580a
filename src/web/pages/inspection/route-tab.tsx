import { useState } from 'react'
import { Link } from 'react-router'
import { serverNow } from '../../client/server-clock.ts'
import { currentStop } from '../../offline/round.ts'
import { shanghaiTime } from '../../offline/shanghai-time.ts'
import { useText } from '../../text/language.tsx'
import { ChecklistView } from './checklist-view.tsx'
import { ChooseStops } from './choose-stops.tsx'
import { DrawnStops } from './drawn-stops.tsx'
import { HeldVisits } from './held-visits.tsx'
import { inspectionText } from './inspection-text.ts'
import { InstalledNote } from './installed-note.tsx'
import type { Place } from './place-in-page.ts'
import { StopRow } from './stop-row.tsx'
import { clockOf, isToday, partsOf } from './times.ts'
import { usePhone } from './use-phone.tsx'
import { useRound } from './use-round.ts'
import './checklist.css'

export function RouteTab({ place }: { readonly place: Place }) {
  const text = useText(inspectionText)
  const round = useRound()
  const { assessment, readAt } = usePhone()
  const [isChoosing, setChoosing] = useState(false)
  if (round === null) return <main className="insp-page" aria-busy="true" />
  const center = assessment.centerList.find(({ centerId }) => centerId === place.centerId)
  if (center !== undefined) return <ChecklistView center={center} round={round} />
  const now = partsOf(shanghaiTime(serverNow()))
  const kept = shanghaiTime(readAt + serverNow() - Date.now())
  const keptDay = partsOf(kept)
  const current = currentStop(round.stops)
  return (
    <main className="insp-page">
      <p className="insp-day">
        {text.date(now.month, now.day, now.weekday)}
        <Link to="/">{text.allPages}</Link>
      </p>
      <h1>{text.today(round.stops.length)}</h1>
      {isChoosing ? (
        <ChooseStops round={round} onDone={() => setChoosing(false)} />
      ) : (
        <>
          <DrawnStops round={round} />
          {round.stops.length === 0 ? <p className="insp-empty">{text.noStops}</p> : null}
          <ol className="insp-route">
            {round.stops.map((stop, at) => (
              <StopRow key={stop.centerId} stop={stop} place={at + 1} isCurrent={stop === current} round={round} />
            ))}
          </ol>
          <button
            type="button"
            className={round.stops.length === 0 ? 'insp-big' : 'insp-ghost'}
            onClick={() => setChoosing(true)}
          >
            {round.stops.length === 0 ? text.choose : text.change}
          </button>
        </>
      )}
      <HeldVisits />
      <p className="cap insp-kept">
        {text.keptAt(isToday(kept) ? clockOf(kept) : `${text.day(keptDay.month, keptDay.day)} ${clockOf(kept)}`)}
      </p>
      <InstalledNote />
    </main>
  )
}

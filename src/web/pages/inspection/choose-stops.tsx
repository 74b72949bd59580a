import { Checkbox } from 'antd'
import { useText } from '../../text/language.tsx'
import { chooseStops, moveStop, type Stop } from '../../offline/round.ts'
import type { CenterId } from '../../../core/kernel/identifiers.ts'
import { inspectionText } from './inspection-text.ts'
import { usePhone } from './use-phone.tsx'
import type { TodaysRound } from './use-round.ts'

/** Which centers today, and in which order. One does not inspect the own center. */
export function ChooseStops({ round, onDone }: { readonly round: TodaysRound; readonly onDone: () => void }) {
  const text = useText(inspectionText)
  const { assessment, ownCenter } = usePhone()
  const chosen = new Set(round.stops.map(({ centerId }) => centerId))
  const nameOf = (centerId: CenterId) =>
    assessment.centerList.find((center) => center.centerId === centerId)?.name ?? centerId
  const choose = (centerId: CenterId, isWanted: boolean) => {
    void round.change((stops) => {
      const others = stops.map((stop) => stop.centerId).filter((one) => one !== centerId)
      return chooseStops(stops, isWanted ? [...others, centerId] : others, ownCenter)
    })
  }
  const alter = (centerId: CenterId, part: Partial<Stop>) => {
    void round.change((stops) => stops.map((stop) => (stop.centerId === centerId ? { ...stop, ...part } : stop)))
  }
  return (
    <div className="insp-choose">
      <ol>
        {round.stops.map(({ centerId, isCovert }, place) => (
          <li key={centerId}>
            <b>
              {place + 1}
              {'　'}
              {nameOf(centerId)}
            </b>
            <Checkbox checked={isCovert} onChange={({ target }) => alter(centerId, { isCovert: target.checked })}>
              {text.covert}
            </Checkbox>
            <span>
              <button
                type="button"
                className="insp-small"
                disabled={place === 0}
                aria-label={text.earlierFor(nameOf(centerId))}
                onClick={() => void round.change((stops) => moveStop(stops, centerId, -1))}
              >
                {text.earlier}
              </button>
              <button
                type="button"
                className="insp-small"
                disabled={place === round.stops.length - 1}
                aria-label={text.laterFor(nameOf(centerId))}
                onClick={() => void round.change((stops) => moveStop(stops, centerId, 1))}
              >
                {text.later}
              </button>
            </span>
          </li>
        ))}
      </ol>
      <fieldset>
        <legend>{text.choose}</legend>
        {assessment.centerList.map(({ centerId, name }) => (
          <Checkbox
            key={centerId}
            disabled={centerId === ownCenter}
            checked={chosen.has(centerId)}
            onChange={({ target }) => choose(centerId, target.checked)}
          >
            {name}
            {centerId === ownCenter ? <small className="cap">{text.ownCenter}</small> : null}
          </Checkbox>
        ))}
      </fieldset>
      <button type="button" className="insp-big" onClick={onDone}>
        {text.done}
      </button>
    </div>
  )
}

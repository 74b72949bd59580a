import { formatPoints } from '../../../../core/kernel/points.ts'
import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { OutcomeNumbers, type Told } from './outcome.tsx'
import { whatIfText } from './what-if-text.ts'

type ToldScenario = Answered<'whatIf'>['scenario']

/** Two scenarios: each beside the record in one table, and what differs between them. */
export function BesideEachOther({
  one,
  other,
  between,
  base,
  onStop,
}: {
  readonly one: ToldScenario
  readonly other: ToldScenario
  readonly between: Told
  readonly base: string
  readonly onStop: () => void
}) {
  const text = useText(whatIfText)
  const isNamedAlike = one.name === other.name
  const named = (scenario: ToldScenario) =>
    isNamedAlike ? text[scenario === one ? 'former' : 'latter'] : scenario.name === '' ? text.unnamed : scenario.name
  const second = new Map(other.places.map((place) => [place.centerId, place.after]))
  return (
    <>
      <div className="what-if-two">
        {[one, other].map((scenario, place) => (
          <div key={place}>
            <h3>{named(scenario)}</h3>
            <ul>
              {scenario.suppositions.map(({ text: said, sentence }) => (
                <li key={said}>{sentence}</li>
              ))}
            </ul>
            <p>{scenario.lead}</p>
          </div>
        ))}
      </div>
      <button type="button" className="btn sm no-print" onClick={onStop}>
        {text.stopComparing}
      </button>
      <div className="what-if-scroll">
        <table role="table" className="tbl" aria-label={text.compared}>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {text.center}
              </th>
              {[text.recorded, named(one), named(other)].map((head, place) => (
                <th key={place} role="columnheader" scope="col" className="r">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {one.places.map(({ centerId, centerName, before, after }) => (
              <tr key={centerId} role="row">
                <th role="rowheader" scope="row">
                  {centerName}
                </th>
                <Standing place={before} than={before} />
                <Standing place={after} than={before} />
                <Standing place={second.get(centerId) ?? before} than={before} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <OutcomeNumbers told={between} title={text.between} base={base} />
    </>
  )
}

type Place = ToldScenario['places'][number]['before']

/** Bold where it is other than now. */
function Standing({ place, than }: { readonly place: Place; readonly than: Place }) {
  const text = useText(whatIfText)
  const said = `${text.rank(place.rank, place.isTied)} · ${formatPoints(place.score)}`
  const isOther = place.rank !== than.rank || place.isTied !== than.isTied || place.score !== than.score
  return (
    <td role="cell" className="num nw">
      {isOther ? <b>{said}</b> : said}
    </td>
  )
}

import { Link } from 'react-router'
import { clauseName } from '../../../core/rubric/clause-name.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { BonusMark } from '../../ui/bonus-mark.tsx'
import { findingTitle } from '../../../core/ledger/finding-title.ts'
import { IntervalFigure, PointsChange } from '../../ui/score-figures.tsx'
import { bonusesText } from './bonuses-text.ts'
import './bonuses.css'

export function BonusesTable({
  bonuses,
  rubric,
  base,
}: {
  readonly bonuses: Answered<'listBonuses'>['bonuses']
  readonly rubric: Rubric
  readonly base: string
}) {
  const text = useText(bonusesText)
  return (
    <div className="bonuses-scroll">
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{text.center}</th>
            <th scope="col">{text.clause}</th>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.occurredOn}</th>
            <th scope="col">{text.standing}</th>
            <th scope="col" className="r">
              {text.points}
            </th>
          </tr>
        </thead>
        <tbody>
          {bonuses.map(({ bonus, centerName, effect }) => (
            <tr key={bonus.bonusId}>
              <td className="nw">{centerName}</td>
              <td className="ref">{clauseName(rubric, bonus.clauseId)}</td>
              <td className="bonuses-what">
                <Link to={`${base}/bonuses/${encodeURIComponent(bonus.bonusId)}`}>
                  {findingTitle(bonus.description)}
                </Link>
              </td>
              <td className="nw fig">{bonus.occurredOn}</td>
              <td className="nw">
                <BonusMark standing={bonus.standing} />
              </td>
              <td className="num">
                {effect === null ? null : effect.between[0] === effect.between[1] ? (
                  <PointsChange points={effect.now} />
                ) : (
                  <IntervalFigure interval={effect.between} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

import { Link } from 'react-router'
import { clauseName } from '../../../core/rubric/clause-name.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { BonusMark } from '../../ui/bonus-mark.tsx'
import { findingTitle } from '../../../core/ledger/finding-title.ts'
import { IntervalFigure, PointsChange } from '../../ui/score-figures.tsx'
import { StackTable } from '../../ui/stack-table.tsx'
import { bonusesText } from './bonuses-text.ts'

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
    <StackTable
      rows={bonuses}
      keyOf={({ bonus }) => bonus.bonusId}
      columns={[
        { head: text.center, cell: ({ centerName }) => centerName, className: 'nw' },
        { head: text.clause, cell: ({ bonus }) => clauseName(rubric, bonus.clauseId), className: 'ref' },
        {
          head: text.what,
          isName: true,
          cell: ({ bonus }) => (
            <Link to={`${base}/bonuses/${encodeURIComponent(bonus.bonusId)}`}>{findingTitle(bonus.description)}</Link>
          ),
        },
        { head: text.occurredOn, cell: ({ bonus }) => bonus.occurredOn, className: 'nw fig' },
        { head: text.standing, cell: ({ bonus }) => <BonusMark standing={bonus.standing} />, className: 'nw' },
        { head: text.points, cell: ({ effect }) => effectFigure(effect), className: 'num r' },
      ]}
    />
  )
}

function effectFigure(effect: Answered<'listBonuses'>['bonuses'][number]['effect']) {
  if (effect === null) return null
  const [least, most] = effect.between
  return least === most ? <PointsChange points={effect.now} /> : <IntervalFigure interval={effect.between} />
}

import { Select } from 'antd'
import { useState } from 'react'
import type { AssessmentId } from '../../../../core/kernel/identifiers.ts'
import { formatPoints } from '../../../../core/kernel/points.ts'
import { caseNumber } from '../../../../core/ledger/case-number.ts'
import { findingTitle } from '../../../../core/ledger/finding-title.ts'
import { clauseName } from '../../../../core/rubric/clause-name.ts'
import { openPriceOf } from '../../../../core/rubric/clause-needs.ts'
import { findClause } from '../../../../core/rubric/find-clause.ts'
import type { Rubric } from '../../../../core/rubric/rubric.ts'
import { useAnswer } from '../../../client/use-answer.ts'
import { useText } from '../../../text/language.tsx'
import { useCaseName } from '../../../ui/use-case-name.ts'
import { Choices, NumberField } from './choices.tsx'
import { SaidForm, type Add } from './said-form.tsx'
import { whatIfText } from './what-if-text.ts'

type Becomes = 'bonus-approved' | 'bonus-rejected'

export function AddBonus({
  assessmentId,
  rubric,
  add,
}: {
  readonly assessmentId: AssessmentId
  readonly rubric: Rubric
  readonly add: Add
}) {
  const text = useText(whatIfText)
  const nameOf = useCaseName()
  const [chosen, setChosen] = useState<string | null>(null)
  const [becomes, setBecomes] = useState<Becomes>('bonus-approved')
  const [points, setPoints] = useState('')
  const { answer } = useAnswer('listBonuses', { params: { assessmentId }, query: { limit: 200 } })
  const bonuses = answer?.bonuses ?? []
  const bonus = bonuses.find((one) => one.bonus.bonusId === chosen)?.bonus ?? null
  const clause = bonus && findClause(rubric, bonus.clauseId)
  const price = clause && openPriceOf(rubric, clause)
  const hasPoints = price !== null && becomes === 'bonus-approved'
  const said = [
    bonus === null ? '' : String(caseNumber(bonus)),
    becomes === 'bonus-approved' ? 'approved' : 'rejected',
    hasPoints ? points.trim() : '',
  ]
  return (
    <SaidForm
      said={said.filter((word) => word !== '').join(' ')}
      isWhole={bonus !== null}
      add={add}
      onAdded={() => setChosen(null)}
    >
      <Select
        aria-label={text.findBonus}
        placeholder={text.findBonus}
        showSearch={{ optionFilterProp: 'label' }}
        notFoundContent={text.none}
        value={chosen}
        options={bonuses.map((one) => ({
          value: one.bonus.bonusId as string,
          label: `${nameOf(one.bonus)} ${one.centerName} ${clauseName(rubric, one.bonus.clauseId)} ${findingTitle(one.bonus.description)}`,
        }))}
        onChange={(value) => setChosen(value ?? null)}
      />
      <Choices
        legend={text.becomes}
        options={(['bonus-approved', 'bonus-rejected'] as const).map((value) => ({ value, label: text[value] }))}
        value={becomes}
        onChoose={setBecomes}
      />
      {hasPoints ? (
        <div className="what-if-fields">
          <NumberField
            label={text.points}
            hint={text.range(formatPoints(price.min), price.max === null ? null : formatPoints(price.max))}
            value={points}
            onType={setPoints}
          />
        </div>
      ) : null}
    </SaidForm>
  )
}

import { Select } from 'antd'
import { useMemo, useState } from 'react'
import type { Clause } from '../../../../core/rubric/clause.ts'
import { clauseName } from '../../../../core/rubric/clause-name.ts'
import { allClauses } from '../../../../core/rubric/find-clause.ts'
import { priceInWords } from '../../../../core/rubric/price-in-words.ts'
import type { Rubric } from '../../../../core/rubric/rubric.ts'
import { useText } from '../../../text/language.tsx'
import { NumberField } from './choices.tsx'
import { SaidForm, type Add } from './said-form.tsx'
import { whatIfText } from './what-if-text.ts'

export function AddPrice({
  rubric,
  add,
  first,
}: {
  readonly rubric: Rubric
  readonly add: Add
  readonly first: string | null
}) {
  const text = useText(whatIfText)
  const clauses = useMemo(() => allClauses(rubric).filter(hasPrice), [rubric])
  const [chosen, setChosen] = useState(first)
  const [price, setPrice] = useState('')
  const clause = clauses.find(({ id }) => id === chosen) ?? null
  return (
    <SaidForm
      said={`price ${chosen ?? ''} ${price.trim()}`}
      isWhole={clause !== null && price.trim() !== ''}
      add={add}
      onAdded={() => setPrice('')}
    >
      <Select
        aria-label={text.findClause}
        placeholder={text.findClause}
        showSearch={{ optionFilterProp: 'label' }}
        notFoundContent={text.none}
        value={chosen}
        options={clauses.map((one) => ({
          value: one.id as string,
          label: `${clauseName(rubric, one.id)} ${one.quote}`,
        }))}
        onChange={(value) => setChosen(value ?? null)}
      />
      {clause === null ? null : (
        <>
          <p className="note">{text.now(priceInWords(clause))}</p>
          <div className="what-if-fields">
            <NumberField label={text.price2} value={price} onType={setPrice} />
          </div>
        </>
      )}
    </SaidForm>
  )
}

/** Only what can be priced otherwise by one number or a range. */
function hasPrice({ direction, amount, standing }: Clause): boolean {
  if (direction === 'zero' || direction === 'veto' || standing.kind === 'recorded') return false
  return amount.kind === 'fixed' || amount.kind === 'range' || amount.kind === 'linear' || amount.kind === 'unspecified'
}

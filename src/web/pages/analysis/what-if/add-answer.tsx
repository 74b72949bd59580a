import { Select } from 'antd'
import { useState } from 'react'
import { numberOfQuestion } from '../../../../core/rubric/interpretation-number.ts'
import type { Rubric } from '../../../../core/rubric/rubric.ts'
import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { Choices, NumberField } from './choices.tsx'
import { SaidForm, type Add } from './said-form.tsx'
import { whatIfText } from './what-if-text.ts'

export function AddAnswer({
  rubric,
  questions,
  add,
  first,
}: {
  readonly rubric: Rubric
  readonly questions: Answered<'readAssessment'>['questions']
  readonly add: Add
  readonly first: string | null
}) {
  const text = useText(whatIfText)
  const [chosen, setChosen] = useState(first)
  const [reading, setReading] = useState<string | null>(null)
  const [points, setPoints] = useState('')
  const asked = questions.find(({ question }) => question.id === chosen) ?? null
  const effect = asked?.question.readings.find(({ key }) => key === reading)?.effect
  const asksNumber = effect?.kind === 'amount' && effect.points === null
  const now = asked?.question.readings.find(({ key }) => key === asked.answer?.reading)?.label
  const words = ['answer', chosen ?? '', reading ?? '', asksNumber ? points.trim() : '']
  return (
    <SaidForm
      said={words.filter((word) => word !== '').join(' ')}
      isWhole={asked !== null && reading !== null}
      add={add}
      onAdded={() => setChosen(null)}
    >
      <Select
        aria-label={text.findQuestion}
        placeholder={text.findQuestion}
        showSearch={{ optionFilterProp: 'label' }}
        notFoundContent={text.none}
        value={chosen}
        options={questions.map(({ question }) => ({
          value: question.id as string,
          label: `${numberOfQuestion(rubric, question.id)} ${question.why}`,
        }))}
        onChange={(value) => {
          setChosen(value ?? null)
          setReading(null)
        }}
      />
      {asked === null ? null : (
        <>
          <Choices
            legend={text.becomes}
            options={asked.question.readings.map(({ key, label }) => ({ value: key, label }))}
            value={reading}
            onChoose={setReading}
          />
          {asksNumber ? (
            <div className="what-if-fields">
              <NumberField label={text.number} value={points} onType={setPoints} />
            </div>
          ) : null}
          {now === undefined ? null : <p className="cap">{text.now(now)}</p>}
        </>
      )}
    </SaidForm>
  )
}

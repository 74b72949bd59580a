import { Select } from 'antd'
import { useState } from 'react'
import type { Digest } from '../../../../core/ledger/chain.ts'
import { useAnswer } from '../../../client/use-answer.ts'
import { useText } from '../../../text/language.tsx'
import { SaidForm, type Add } from './said-form.tsx'
import { whatIfText } from './what-if-text.ts'

/** Another adopted notice over the same year; `current` is the one that it is scored by. */
export function AddNotice({ current, add }: { readonly current: Digest; readonly add: Add }) {
  const text = useText(whatIfText)
  const [chosen, setChosen] = useState<Digest | null>(null)
  const list = useAnswer('listRubrics', {}).answer
  const others = list?.rubrics.filter(({ rubricDigest }) => rubricDigest !== current) ?? []
  return (
    <SaidForm said={`notice ${chosen ?? ''}`} isWhole={chosen !== null} add={add} onAdded={() => setChosen(null)}>
      {list !== null && others.length === 0 ? (
        <p className="note">{text.noOtherNotice}</p>
      ) : (
        <Select
          aria-label={text.findNotice}
          placeholder={text.findNotice}
          value={chosen}
          options={others.map(({ rubricDigest, title, year, noticeNumber }) => ({
            value: rubricDigest,
            label: [year, title, noticeNumber].filter((part) => part !== null).join(' '),
          }))}
          onChange={setChosen}
        />
      )}
    </SaidForm>
  )
}

import { Input, Select } from 'antd'
import { useId } from 'react'
import { LONGEST_NOTICE } from '../../../core/notice/source/longest-notice.ts'
import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { noticesText } from './notices-text.ts'

/** One side of a comparison: an adopted rubric by its digest, or the text of a notice. */
export interface Version {
  readonly digest: string | null
  readonly text: string
}

export function VersionChoice({
  name,
  version,
  rubrics,
  onChange,
}: {
  readonly name: string
  readonly version: Version
  readonly rubrics: Answered<'listRubrics'>['rubrics']
  readonly onChange: (version: Version) => void
}) {
  const text = useText(noticesText)
  const field = useId()
  const area = useId()
  return (
    <fieldset className="notices-version">
      <legend>{name}</legend>
      <label htmlFor={field}>{text.chooseAdopted}</label>
      <Select
        id={field}
        allowClear
        style={{ width: '100%' }}
        value={version.digest}
        onChange={(digest: string | undefined) => onChange({ digest: digest ?? null, text: version.text })}
        options={rubrics.map(({ rubricDigest, rubricId, title, year }) => ({
          value: rubricDigest,
          label: `${rubricId} ${title} ${year ?? ''}`,
        }))}
      />
      {version.digest === null ? (
        <>
          <label htmlFor={area}>{text.orPaste}</label>
          <Input.TextArea
            id={area}
            rows={6}
            maxLength={LONGEST_NOTICE}
            value={version.text}
            onChange={(event) => onChange({ digest: null, text: event.target.value })}
          />
        </>
      ) : null}
    </fieldset>
  )
}

import { Button, Input } from 'antd'
import { useId, useRef } from 'react'
import { useText } from '../text/language.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { centerActsText } from './center-acts-text.ts'
import type { EvidenceFile, EvidenceFiles } from './use-evidence.ts'

/** Choosing files and saying what each shows; how far each has come stands beside it in words. */
export function EvidenceInput({
  kept,
  isRequired = false,
}: {
  readonly kept: EvidenceFiles
  readonly isRequired?: boolean
}) {
  const text = useText(centerActsText)
  const field = useRef<HTMLInputElement>(null)
  const label = useId()
  return (
    <div className="acts-evidence">
      <p id={label}>{isRequired ? text.evidence : text.evidenceIfAny}</p>
      <input
        ref={field}
        className="vh"
        type="file"
        multiple
        tabIndex={-1}
        aria-labelledby={label}
        onChange={({ target }) => {
          kept.add([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <ul>
        {kept.files.map((file) => (
          <FileLine key={file.id} file={file} kept={kept} />
        ))}
      </ul>
      <Button size="small" onClick={() => field.current?.click()}>
        {text.chooseFiles}
      </Button>{' '}
      <span className="cap">{text.filesHint}</span>
    </div>
  )
}

function FileLine({ file, kept }: { readonly file: EvidenceFile; readonly kept: EvidenceFiles }) {
  const text = useText(centerActsText)
  const { id, name, bytes, offset, isHeld, problem, caption } = file
  const share = bytes === 0 ? 100 : Math.floor((offset / bytes) * 100)
  return (
    <li>
      <p>
        <b>{name}</b>{' '}
        <span className="cap">{isHeld ? text.held : problem === null ? text.sending(share) : text.notSent}</span>{' '}
        <Button type="text" size="small" onClick={() => kept.remove(id)}>
          {text.removeFile(name)}
        </Button>
      </p>
      <Input
        size="small"
        aria-label={text.whatItShows(name)}
        placeholder={text.whatItShowsHint}
        maxLength={200}
        value={caption}
        onChange={({ target }) => kept.describe(id, target.value)}
      />
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={() => kept.again(id)} />}
    </li>
  )
}

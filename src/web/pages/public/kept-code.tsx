import { Input } from 'antd'
import { useState } from 'react'
import { useText } from '../../text/language.tsx'
import { verifyText } from './verify-text.ts'

export type CodeFound =
  | { readonly kind: 'found'; readonly name: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'malformed' }

/** A code from a sheet on paper against those of the sealed sheets. */
export function KeptCode({
  onCompare,
  onForget,
}: {
  readonly onCompare: (typed: string) => Promise<CodeFound>
  readonly onForget: () => void
}) {
  const text = useText(verifyText)
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<CodeFound | null>(null)
  return (
    <form
      className="public-kept"
      onSubmit={(event) => {
        event.preventDefault()
        void onCompare(typed).then(setFound)
      }}
    >
      <label htmlFor="kept-code">
        {text.code} <small className="cap">{text.codeHint}</small>
      </label>
      <div>
        <Input
          id="kept-code"
          value={typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="kept-code-found"
          onChange={({ target }) => {
            setTyped(target.value)
            setFound(null)
            onForget()
          }}
        />
        <button type="submit" className="btn" disabled={typed.trim() === ''}>
          {text.compare}
        </button>
      </div>
      <p id="kept-code-found" role="status">
        {found === null ? null : <Words found={found} />}
      </p>
    </form>
  )
}

function Words({ found }: { readonly found: CodeFound }) {
  const text = useText(verifyText)
  if (found.kind === 'found')
    return (
      <>
        <b className="public-same">{text.same}</b> {text.codeSame(found.name)}
      </>
    )
  return (
    <>
      <b className="public-differs">{text.differs}</b> {found.kind === 'unknown' ? text.codeOther : text.codeMalformed}
    </>
  )
}

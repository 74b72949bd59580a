import { useRouteError } from 'react-router'
import { useText } from '../text/language.tsx'
import { frameText } from './frame-text.ts'

export function UnknownPage() {
  const text = useText(frameText)
  return (
    <main className="wrap">
      <div className="head">
        <div>
          <h1>{text.unknownTitle}</h1>
          <p className="lead">{text.unknown}</p>
          <a href="/">{text.home}</a>
        </div>
      </div>
    </main>
  )
}

/** A bug in a page: said on the page, with what helps to find it. */
export function BrokenPage() {
  const text = useText(frameText)
  const error = useRouteError()
  return (
    <main className="wrap">
      <div className="head">
        <div>
          <h1>{text.brokenTitle}</h1>
          <p className="lead">{text.broken}</p>
          <p>
            <code>{error instanceof Error ? error.message : String(error)}</code>
          </p>
          <button type="button" className="btn" onClick={() => location.reload()}>
            {text.again}
          </button>
        </div>
      </div>
    </main>
  )
}

import type { ReactNode } from 'react'
import { isUnreachable, type Problem } from '../client/problem.ts'
import { useText } from '../text/language.tsx'
import { uiText } from './ui-text.ts'

/** A refusal, in words and in place: never only a toast. Fields at fault are listed. */
export function ProblemNotice({
  problem,
  onAgain,
  children,
}: {
  readonly problem: Problem
  readonly onAgain?: () => void
  readonly children?: ReactNode
}) {
  const text = useText(uiText)
  return (
    <div className="problem" role="alert">
      <p>{isUnreachable(problem) ? text.unreachable : problem.detail}</p>
      {problem.errors === undefined ? null : (
        <ul>
          {problem.errors.map(({ place, expected, found }) => (
            <li key={place}>
              <code>{place}</code> {expected} <span className="cap">{found}</span>
            </li>
          ))}
        </ul>
      )}
      {children}
      {problem.instance === '' ? null : (
        <small className="cap">
          {text.request} <code>{problem.instance.replace('urn:mingheng:request:', '')}</code>
        </small>
      )}
      {onAgain === undefined ? null : (
        <button type="button" className="btn sm" onClick={onAgain}>
          {text.again}
        </button>
      )}
    </div>
  )
}

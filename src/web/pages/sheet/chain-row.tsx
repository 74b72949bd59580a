import { useEffect, useRef, type ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { termText } from '../../score-sheet/moved-lines.tsx'
import { scoreSheetText } from '../../score-sheet/score-sheet-text.ts'
import type { Clause } from '../../score-sheet/sheet-answer.ts'
import { useText } from '../../text/language.tsx'

/** The row below a section that holds the opened chain of one clause. Comes into view, and takes the focus, when it is opened. */
export function ChainRow({
  clause,
  name,
  children,
}: {
  readonly clause: Clause
  readonly name: string
  readonly children: ReactNode
}) {
  const text = useText(scoreSheetText)
  const { search } = useLocation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <tr role="row" className="openrow no-print">
      <td role="cell" colSpan={3}>
        <div className="chain">
          <div className="chain-h">
            <h3 ref={heading} tabIndex={-1}>
              <span className="ref">{name}</span>
              {'\u3000'}
              {clause.terms.map(({ amount, times }) => (
                <span key={amount} className={amount < 0 ? 'lost' : 'gained'}>
                  {termText(amount, times)}{' '}
                </span>
              ))}
            </h3>
            <p className="cap">{text.levels}</p>
            <Link className="btn sm" to={{ search, hash: '' }} replace preventScrollReset>
              {text.close}
            </Link>
          </div>
          {children}
        </div>
      </td>
    </tr>
  )
}

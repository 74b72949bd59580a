import { useText } from '../../text/language.tsx'
import { uiText } from '../../ui/ui-text.ts'
import { findingsText } from './findings-text.ts'
import type { FoundFindings } from './use-found-findings.ts'

/** How many of how many, how old, and what was put aside. */
export function ListFoot({
  list,
  laterCount,
  showsLater,
  onShowLater,
}: {
  readonly list: FoundFindings
  readonly laterCount: number
  readonly showsLater: boolean
  readonly onShowLater: (isShown: boolean) => void
}) {
  const text = useText(findingsText)
  const words = useText(uiText)
  return (
    <p className="cap findings-foot">
      <span>{text.shown(list.rows.length, list.total ?? 0)}</span>
      {list.problem === null ? null : <span>{words.asOf(new Date(list.readAt).toLocaleTimeString())}</span>}
      {list.hasMore ? (
        <button type="button" className="btn sm" disabled={list.isReadingMore} onClick={list.readMore}>
          {text.more}
        </button>
      ) : null}
      {laterCount === 0 ? null : (
        <span>
          {text.laterCount(laterCount)}{' '}
          <button type="button" className="btn sm" onClick={() => onShowLater(!showsLater)}>
            {showsLater ? text.hideLater : text.showLater}
          </button>
        </span>
      )}
    </p>
  )
}

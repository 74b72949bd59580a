import { Button } from 'antd'
import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { findingWords } from '../../ui/finding-words-text.ts'
import { uiText } from '../../ui/ui-text.ts'
import { filterNames } from './filter-names.ts'
import type { FindingsFilter } from './findings-filter.ts'
import { findingsText } from './findings-text.ts'

/** Nothing at all says how to begin; nothing found names the filters and offers to clear them. */
export function EmptyList({
  filter,
  centers,
  isNarrowed,
  onClear,
}: {
  readonly filter: FindingsFilter
  readonly centers: Answered<'readAssessment'>['centerList']
  readonly isNarrowed: boolean
  readonly onClear: () => void
}) {
  const text = useText(findingsText)
  const words = { ...useText(findingWords), ...useText(uiText) }
  if (!isNarrowed) return <p className="note findings-empty">{text.none}</p>
  return (
    <div className="findings-empty">
      <p>{text.noneFound(filterNames(filter, { words, labels: text, centers }).join('、'))}</p>
      <Button onClick={onClear}>{text.clear}</Button>
    </div>
  )
}

import { useText } from '../../text/language.tsx'
import { sheetText } from './sheet-text.ts'

/** Whether this very sheet was sealed. */
export function SheetStatus({ isSealed }: { readonly isSealed: boolean | null }) {
  const text = useText(sheetText)
  const words = isSealed === null ? text.unsealed : isSealed ? text.sealed : text.changedAfterSeal
  return (
    <span>
      <b>{text.status}</b>
      <span className={`mk ${isSealed === true ? 'is-sub' : 'is-open'}`}>{words}</span>
    </span>
  )
}

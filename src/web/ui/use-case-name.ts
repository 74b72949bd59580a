import { caseNumber } from '../../core/ledger/case-number.ts'
import { useText } from '../text/language.tsx'
import { caseNumberText } from './case-number-text.ts'

/** Names a finding, a bonus or a line of a sheet about one: 第123号. */
export function useCaseName(): (about: { readonly because: readonly number[] }) => string {
  const { number } = useText(caseNumberText)
  return (about) => number(caseNumber(about))
}

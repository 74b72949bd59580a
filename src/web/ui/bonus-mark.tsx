import type { Answered } from '../client/call.ts'
import { useText } from '../text/language.tsx'
import { uiText } from './ui-text.ts'

type Standing = Answered<'readBonus'>['bonus']['standing']

const MARKS: Readonly<Record<Standing, string>> = { proposed: 'is-open', approved: 'is-sub', rejected: 'is-dis' }

/** How far an application for a bonus has come. */
export function BonusMark({ standing }: { readonly standing: Standing }) {
  const text = useText(uiText)
  return <span className={`mk ${MARKS[standing]}`}>{text[standing]}</span>
}

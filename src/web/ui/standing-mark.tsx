import type { Answered } from '../client/call.ts'
import { useText } from '../text/language.tsx'
import { uiText } from './ui-text.ts'

type Standing = Answered<'readFinding'>['finding']['standing']

const MARKS: Readonly<Record<Standing, string>> = {
  suspected: 'is-open',
  reported: 'is-open',
  notified: 'is-open',
  substantiated: 'is-sub',
  dismissed: 'is-dis',
  reversed: 'is-dis',
  withdrawn: 'is-dis',
}

export function StandingMark({ standing }: { readonly standing: Standing }) {
  const text = useText(uiText)
  return <span className={`mk ${MARKS[standing]}`}>{text[standing]}</span>
}

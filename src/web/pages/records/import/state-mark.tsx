import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { importText } from './import-text.ts'

type State = Answered<'readImport'>['standing']['state']

const MARKS: Readonly<Record<State, string>> = {
  waiting: 'is-open',
  running: 'is-open',
  imported: 'is-sub',
  faulty: 'is-dis',
  refused: 'is-dis',
  cancelled: 'is-dis',
  interrupted: 'is-dis',
}

export function StateMark({ state }: { readonly state: State }) {
  const text = useText(importText)
  return <span className={`mk ${MARKS[state]}`}>{text[`${state}State`]}</span>
}

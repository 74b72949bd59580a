import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { runsText } from './runs-text.ts'

type State = Answered<'readDetectionRun'>['standing']['state']

const MARKS: Readonly<Record<State, string>> = {
  waiting: 'is-open',
  running: 'is-open',
  ran: 'is-sub',
  refused: 'is-dis',
  cancelled: 'is-dis',
  interrupted: 'is-dis',
}

export function RunMark({ state }: { readonly state: State }) {
  const text = useText(runsText)
  return <span className={`mk ${MARKS[state]}`}>{text[`${state}State`]}</span>
}

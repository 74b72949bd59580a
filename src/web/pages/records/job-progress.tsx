import { Popconfirm } from 'antd'
import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { grouped, sizeOf } from './figures.ts'
import { ProgressBar } from './progress-bar.tsx'
import { recordsText } from './records-text.ts'
import { remainingIn } from './remaining.ts'

type Standing = Answered<'readImport'>['standing'] | Answered<'readDetectionRun'>['standing']
export type Going = Extract<Standing, { state: 'waiting' | 'running' }>

export function isGoing(standing: Standing): standing is Going {
  return standing.state === 'waiting' || standing.state === 'running'
}

/** How far a job is, how fast it goes and how long it will take; and a way to stop it for those who may. */
export function JobProgress({
  standing,
  nameOf,
  onStop,
  sure,
}: {
  readonly standing: Going
  /** A step in words, where it is not one of the usual. */
  readonly nameOf?: (step: string) => string
  readonly onStop: (() => void) | null
  readonly sure: string
}) {
  const text = useText(recordsText)
  const { words, share } = useWords(standing, nameOf)
  return (
    <div className="rec-going">
      <ProgressBar label={text.progress} share={share} words={words} />
      {onStop === null ? null : (
        <Popconfirm title={sure} okText={text.yes} cancelText={text.no} onConfirm={onStop}>
          <button type="button" className="btn">
            {text.stop}
          </button>
        </Popconfirm>
      )}
    </div>
  )
}

function useWords(standing: Going, nameOf?: (step: string) => string): { words: string; share: number | null } {
  const text = useText(recordsText)
  if (standing.state === 'waiting') return { words: text.waitingInLine(standing.ahead), share: null }
  const { step, done, total, unit, perSecond, remainingSeconds } = standing
  const amount = (count: number) => {
    if (unit === 'bytes') return text.bytes(sizeOf(count))
    return unit === 'detections' ? text.detectionsDone(grouped(count)) : text.rows(grouped(count))
  }
  const steps: Readonly<Record<string, string>> = {
    beginning: text.beginning,
    decoding: text.decoding,
    reading: text.reading,
    checking: text.checking,
    comparing: text.comparing,
    writing: text.writing,
  }
  const words = [
    steps[step] ?? nameOf?.(step) ?? step,
    total === null ? '' : text.ofTotal(amount(done), amount(total)),
    perSecond === null || unit === 'detections' ? '' : text.perSecond(amount(perSecond)),
    remainingIn(text, remainingSeconds),
  ]
  return {
    words: words.filter((part) => part !== '').join(' · '),
    share: total === null || total === 0 ? null : done / total,
  }
}

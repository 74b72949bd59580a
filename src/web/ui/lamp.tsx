import { useText } from '../text/language.tsx'
import { uiText } from './ui-text.ts'

/**
 * The working-day clock: form, not hue, and always words. `daysLeft` counts working days; 0 is today, negative is late; null no
 * deadline, and then how long it has waited says more.
 */
export function Lamp({
  daysLeft,
  daysWaited = null,
}: {
  readonly daysLeft: number | null
  readonly daysWaited?: number | null
}) {
  const text = useText(uiText)
  if (daysLeft === null && daysWaited !== null && daysWaited > 0)
    return <span className="lamp">{text.waited(daysWaited)}</span>
  if (daysLeft === null) return <span className="lamp">{text.noDeadline}</span>
  const state = daysLeft < 0 ? 'over' : daysLeft <= 2 ? 'near' : ''
  const words = daysLeft < 0 ? text.overdue(-daysLeft) : daysLeft === 0 ? text.dueToday : text.left(daysLeft)
  return (
    <span className={`lamp ${state}`}>
      <i aria-hidden="true" />
      {words}
    </span>
  )
}

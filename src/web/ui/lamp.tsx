import { useText } from '../text/language.tsx'
import { uiText } from './ui-text.ts'

/** The working-day clock: form, not hue, and always words. `daysLeft` counts working days; 0 is today, negative is late; null no deadline. */
export function Lamp({ daysLeft }: { readonly daysLeft: number | null }) {
  const text = useText(uiText)
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

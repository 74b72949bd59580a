import { useMemo } from 'react'
import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { workingCalendars, workingDaysTo } from '../../ui/working-calendars.ts'
import type { ListedFinding } from './finding-row.tsx'

/** Working days to the next step's last day; null where it has none. */
export function useDaysLeft(today: PlainDate | null): (view: ListedFinding) => number | null {
  const { answer } = useAnswer('listCalendars', {})
  return useMemo(() => {
    const calendars = answer === null ? [] : workingCalendars(answer)
    const known = new Map<string, number | null>()
    return ({ step }) => {
      if (today === null || step === null || step.dueBy === null) return null
      const { dueBy } = step
      const found = known.get(dueBy)
      if (found !== undefined) return found
      const days = workingDaysTo(calendars, today, dueBy)
      known.set(dueBy, days)
      return days
    }
  }, [answer, today])
}

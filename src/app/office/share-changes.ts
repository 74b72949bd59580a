import type { Announcements } from '../ports/announcements.ts'
import type { LiveAssessments } from './live-assessments.ts'

/**
 * Among nodes on the same stores: what is appended here is announced, and what others announce is taken over where it is at hand,
 * so that who follows here sees what was done there. `tellBug` hears of what went wrong with nobody waiting; the answer ends it.
 */
export function shareChanges(
  live: Pick<LiveAssessments, 'onChange' | 'catchUp'>,
  announcements: Announcements,
  tellBug: (error: unknown) => void,
): () => void {
  const unlisten = live.onChange(({ tenantId, assessmentId, isOwn }) => {
    if (isOwn) announcements.announce({ tenantId, assessmentId })
  })
  const unheard = announcements.listen((moved) => void live.catchUp(moved).catch(tellBug))
  return () => {
    unlisten()
    unheard()
  }
}

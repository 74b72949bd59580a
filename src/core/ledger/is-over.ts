import type { FindingStanding } from './assessment-state.ts'

/** Whether it came to nothing: it counts nowhere, and nothing waits for anybody. */
export function isOver(standing: FindingStanding): boolean {
  return standing === 'dismissed' || standing === 'reversed' || standing === 'withdrawn'
}

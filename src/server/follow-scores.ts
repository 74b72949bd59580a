import type { LiveAssessment } from '../app/office/live-assessment.ts'
import type { Office } from '../app/office/office.ts'
import type { CenterId } from '../core/kernel/identifiers.ts'
import type { Live } from './route.ts'

export interface Follower {
  /** Null: all centers. */
  readonly centers: readonly CenterId[] | null
  /** The `Last-Event-ID` of a reconnect: only what changed after it is sent again. */
  readonly after: number
  /** Whether the follower may still see what is sent. */
  readonly mayGoOn: () => Promise<boolean>
}

/** Changes within this time are told together: a long batch of acts is one score, not hundreds. */
const GATHER_MS = 100

/**
 * Scores as they stand, then again whenever they change. Each event carries the whole state of one center, so a client that
 * missed some is right after the next.
 */
export function followScores(office: Office, live: LiveAssessment, { centers, after, mayGoOn }: Follower): Live {
  const { tenantId, assessmentId } = live.header
  return {
    ok: true,
    kind: 'live',
    begin: (send, end) => {
      const letGo = office.live.hold(live)
      // Let go since it was looked at: whoever follows asks again, and it is read again.
      if (letGo === null) {
        end()
        return () => undefined
      }
      const dirty = new Set<CenterId>()
      const follows = (centerId: CenterId) => centers === null || centers.includes(centerId)
      const note = (changed: readonly CenterId[] | null) => {
        for (const centerId of changed ?? live.state.centers.keys()) if (follows(centerId)) dirty.add(centerId)
      }
      const flush = () => {
        for (const centerId of dirty) {
          const event = scoreEvent(live, centerId)
          if (event !== null && !send(event)) return
        }
        dirty.clear()
      }
      for (const centerId of live.state.centers.keys())
        if (follows(centerId) && live.scores.changedAt(centerId) > after) dirty.add(centerId)
      flush()
      let timer: NodeJS.Timeout | null = null
      const later = async () => {
        // Asked again before each telling: rights end, sessions end, and so does the stream.
        if (!(await mayGoOn())) return end()
        timer = null
        flush()
        if (dirty.size > 0) wake()
      }
      const wake = () => {
        timer ??= setTimeout(() => void later().catch(end), GATHER_MS)
      }
      const unlisten = office.live.onChange((change) => {
        if (change.tenantId !== tenantId || change.assessmentId !== assessmentId) return
        note(change.centerIds)
        if (dirty.size > 0) wake()
      })
      return () => {
        unlisten()
        letGo()
        if (timer !== null) clearTimeout(timer)
      }
    },
  }
}

function scoreEvent(live: LiveAssessment, centerId: CenterId) {
  const sheet = live.scores.sheet(centerId)
  if (sheet === null) return null
  const { score, interval, isSettled, centerName } = sheet
  const seq = live.head.seq
  const body = { seq, centerId, centerName, score, interval: [...interval], isSettled }
  return { id: String(seq), name: 'score', body }
}

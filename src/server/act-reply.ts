import type { Acted, Asking } from '../app/acting/act-plan.ts'
import type { AtDesk } from '../app/records/desk-refusals.ts'
import type { AssessmentId } from '../core/kernel/identifiers.ts'
import type { Timestamp } from '../core/kernel/timestamp.ts'
import { answer, type Reply } from './route.ts'
import type { Asker } from './server-parts.ts'

/** Who asks for an act, from what every request for one brings. */
export function askingOf(
  { asker, key, seen }: { readonly asker: Asker; readonly key: string; readonly seen: number | null },
  assessmentId: AssessmentId,
  actedAt: Timestamp | undefined,
): Asking {
  return { actor: asker.actor, assessmentId, key, actedAt: actedAt ?? null, seen }
}

/** What was recorded; the ETag is the version of what it was about from now on. */
export function actReply(outcome: AtDesk<Acted>): Reply<Acted> {
  if (!outcome.ok) return outcome
  const { events, head, isRepeated } = outcome.value
  return answer({ events, head, isRepeated }, { etag: String(events.at(-1)?.seq ?? head.seq) })
}

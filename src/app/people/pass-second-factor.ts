import { accepted } from '../../core/kernel/outcome.ts'
import { changePerson } from './change-person.ts'
import { afterFailure, afterSuccess, isLocked } from './lockout.ts'
import { rotateSession, type OpenedSession } from './open-session.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { recordAccess } from './record-access.ts'
import { resolveSession } from './resolve-session.ts'
import { useCode } from './use-code.ts'

/**
 * Completes a session that owes its second factor, under a new token. A wrong code counts like a wrong password; once that
 * locks the account, its unfinished sessions are refused too.
 */
export async function passSecondFactor(
  ports: PeoplePorts,
  token: string,
  code: string,
  trace: Trace,
): Promise<PeopleAnswer<OpenedSession>> {
  const resolved = await resolveSession(ports, token)
  if (!resolved.ok) return resolved
  const { person, session, standing } = resolved.value
  const { tenantId, personId } = person
  if (standing !== 'second-factor-owed') return refuse('session-ended')
  const judged = await changePerson(ports, tenantId, personId, (current) => {
    const now = ports.clock.now()
    if (isLocked(current, now)) return accepted({ person: null, value: 'account-locked' as const })
    const used = useCode(ports, current, code)
    if (used !== null) return accepted({ person: afterSuccess(used), value: 'done' as const })
    const failed = afterFailure(current, now)
    return accepted({ person: failed, value: isLocked(failed, now) ? ('locked-now' as const) : ('wrong' as const) })
  })
  if (!judged.ok) return judged
  const isDone = judged.value === 'done'
  const recorded = await recordAccess(
    ports,
    {
      tenantId,
      personId,
      action: 'second-factor',
      result: isDone ? 'done' : 'failed',
      reason: isDone ? null : judged.value === 'account-locked' ? 'account-locked' : 'second-factor-wrong',
    },
    trace,
  )
  if (!recorded.ok) return recorded
  if (isDone) return rotateSession(ports, person, session, { isComplete: true })
  if (judged.value === 'wrong') return refuse('second-factor-wrong')
  const ended = await ports.people.endSession(tenantId, session.tokenDigest)
  if (!ended.ok) return ended
  if (judged.value === 'locked-now') {
    const locked = await recordAccess(ports, { tenantId, personId, action: 'account-lock', result: 'done' }, trace)
    if (!locked.ok) return locked
  }
  return refuse('sign-in-failed')
}

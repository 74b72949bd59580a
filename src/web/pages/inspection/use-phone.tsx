import { createContext, use, type ReactNode } from 'react'
import type { AssessmentId, CenterId, PersonId } from '../../../core/kernel/identifiers.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import type { Answered } from '../../client/call.ts'
import type { Outbox } from '../../offline/outbox.ts'
import type { PhoneStore } from '../../offline/phone-store.ts'
import type { Installed } from '../../offline/register-worker.ts'

/** What every part of the inspector's page rests on. */
export interface Phone {
  readonly store: PhoneStore
  readonly outbox: Outbox
  readonly assessmentId: AssessmentId
  readonly personId: PersonId
  readonly ownCenter: CenterId | null
  readonly assessment: Answered<'readAssessment'>
  readonly rubric: Rubric
  readonly lines: Answered<'readCoverage'>['lines']
  /** When the oldest of the three was read, in milliseconds of the epoch. */
  readonly readAt: number
  /** Null until the browser has answered. */
  readonly installed: Installed | null
}

const PhoneContext = createContext<Phone | null>(null)

export function PhoneProvider({ phone, children }: { readonly phone: Phone; readonly children: ReactNode }) {
  return <PhoneContext value={phone}>{children}</PhoneContext>
}

export function usePhone(): Phone {
  const phone = use(PhoneContext)
  if (phone === null) throw new Error('outside of PhoneProvider')
  return phone
}

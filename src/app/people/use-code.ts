import type { Person } from '../ports/person-store.ts'
import type { PeoplePorts } from './people-ports.ts'

/** The person with the code's time step as used, or null where the code is wrong or was used before. */
export function useCode(ports: Pick<PeoplePorts, 'codes' | 'clock'>, person: Person, code: string): Person | null {
  const { secondFactor } = person
  if (secondFactor === null) return null
  const step = ports.codes.stepOf(secondFactor.secret, code, ports.clock.epochMs())
  if (step === null || (secondFactor.lastStep !== null && step <= secondFactor.lastStep)) return null
  return { ...person, secondFactor: { ...secondFactor, lastStep: step } }
}

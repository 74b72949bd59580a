import { expect } from 'vitest'
import type { LedgerEvent } from '../../src/core/ledger/ledger-event.ts'
import type { PatientClient } from './patient-client.ts'
import type { PreparedFolder } from './prepared-folder.ts'

/** A ledger as people find it: in pages. */
export async function ledgerOf(
  assessmentId: string,
  { tokens }: Pick<PreparedFolder, 'tokens'>,
  ask: PatientClient,
): Promise<readonly LedgerEvent[]> {
  const events: LedgerEvent[] = []
  for (let from: string | null = ''; from !== null;) {
    const path: string = `/api/v1/assessments/${assessmentId}/ledger?limit=200${from}`
    const page = await ask({ method: 'GET', path, token: tokens.auditor })
    expect(page.status).toBe(200)
    const { entries, next } = page.json<{ entries: { event: LedgerEvent }[]; next: string | null }>()
    events.push(...entries.map(({ event }) => event))
    from = next === null ? null : `&cursor=${next}`
  }
  return events
}

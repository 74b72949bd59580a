import type { Terms } from '../../core/ledger/ledger-event.ts'

/** What the office of the example gives for each step. */
export const EXAMPLE_TERMS: Terms = { replyWorkingDays: 5, appealWorkingDays: 10, rectificationWorkingDays: 15 }

import type { CheckName } from '../../../core/proof/check-book.ts'
import type { verifyText } from './verify-text.ts'

/** Under which saying a check's name stands. */
export const CHECK_NAMES = {
  form: 'form',
  seal: 'fileSeal',
  rubric: 'rubric',
  chain: 'chain',
  events: 'events',
  deadlines: 'deadlines',
  evidence: 'evidence',
  sampling: 'sampling',
  'sealed-sheets': 'sealedSheets',
  sheets: 'sheets',
  codes: 'codes',
  counts: 'counts',
  anchor: 'anchor',
} as const satisfies Readonly<Record<CheckName, keyof (typeof verifyText)['zh']>>

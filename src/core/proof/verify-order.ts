import { RECORD_ORDER, SINGLE_RECORDS, type RecordKind } from './bundle-record.ts'
import type { CheckBook } from './check-book.ts'

export interface OrderCheck {
  readonly take: (kind: RecordKind, line: number) => void
  readonly end: (line: number) => void
}

/** That records come in their order, and those of which there is one exactly once. */
export function orderCheck(book: CheckBook): OrderCheck {
  const seen = new Set<RecordKind>()
  let last: RecordKind = 'bundle'
  return {
    take: (kind, line) => {
      const place = { line, seq: null }
      if (seen.has(kind) && SINGLE_RECORDS.includes(kind)) book.fail('form', place, 'record-twice', kind)
      if (RECORD_ORDER.indexOf(kind) < RECORD_ORDER.indexOf(last))
        book.fail('form', place, 'record-out-of-order', kind, last)
      else last = kind
      seen.add(kind)
    },
    end: (line) => {
      for (const kind of SINGLE_RECORDS)
        if (!seen.has(kind) && kind !== 'seal') book.fail('form', { line: null, seq: null }, 'record-missing', kind)
      if (!seen.has('seal')) book.fail('form', { line, seq: null }, 'broken-off')
    },
  }
}

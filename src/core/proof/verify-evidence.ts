import type { LedgerEvent } from '../ledger/ledger-event.ts'
import type { EvidenceRecord } from './bundle-record.ts'
import type { CheckBook } from './check-book.ts'
import type { Place } from './place.ts'

export interface EvidenceCheck {
  readonly list: (record: EvidenceRecord, line: number) => void
  readonly take: (event: LedgerEvent, place: Place) => void
  readonly end: () => readonly EvidenceRecord[]
}

/** That the list holds every file that an event names, each once, and nothing else. */
export function evidenceCheck(book: CheckBook): EvidenceCheck {
  const listed = new Map<string, { readonly record: EvidenceRecord; readonly line: number; isUsed: boolean }>()
  return {
    list: (record, line) => {
      book.count('evidence')
      if (listed.has(record.digest)) book.fail('evidence', { line, seq: null }, 'evidence-twice', record.digest)
      listed.set(record.digest, { record, line, isUsed: false })
    },
    take: (event, place) => {
      for (const digest of evidenceIn(event)) {
        const known = listed.get(digest)
        if (known) known.isUsed = true
        else book.fail('evidence', place, 'evidence-unlisted', digest)
      }
    },
    end: () => {
      for (const { record, line, isUsed } of listed.values())
        if (!isUsed) book.fail('evidence', { line, seq: null }, 'evidence-unused', record.digest)
      return [...listed.values()].map(({ record }) => record)
    },
  }
}

/** The digests of the files that an event names. */
export function evidenceIn(event: LedgerEvent): readonly string[] {
  return 'evidence' in event ? event.evidence.map(({ digest }) => digest) : []
}

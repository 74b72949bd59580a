import { useMemo } from 'react'
import type { FindingId } from '../../../core/kernel/identifiers.ts'
import { serverNow } from '../../client/server-clock.ts'
import { newId } from '../../client/call.ts'
import type { InspectionRecord } from '../../offline/inspection-record.ts'
import { currentStop } from '../../offline/round.ts'
import { shanghaiDay, shanghaiTime } from '../../offline/shanghai-time.ts'
import { useStored } from '../../offline/use-stored.ts'
import { chargeable, entryOf } from './checklist.ts'
import { ChooseClause } from './choose-clause.tsx'
import type { Place } from './place-in-page.ts'
import { RecordForm } from './record-form.tsx'
import { usePhone } from './use-phone.tsx'
import { useRound } from './use-round.ts'

/** A record as the address says: one that is on the phone, one that begins under a clause, or the way to a clause. */
export function RecordTab({ place }: { readonly place: Place }) {
  const { recordId, centerId, clauseId } = place
  const { store, assessmentId, personId, assessment, rubric, lines, ownCenter } = usePhone()
  const round = useRound()
  const kept = useStored(
    async () => (recordId === null ? null : ((await store.records.get(recordId as FindingId)) ?? null)),
    [recordId],
  )
  const centers = assessment.centerList.filter((center) => center.centerId !== ownCenter)
  const begun = useMemo((): InspectionRecord | null => {
    const center = centers.find((one) => one.centerId === centerId)
    const entry = entryOf(
      chargeable(rubric, lines).flatMap(({ entries }) => entries),
      clauseId,
    )
    if (recordId === null || center === undefined || entry === null) return null
    const now = serverNow()
    return {
      id: recordId as FindingId,
      key: newId(),
      personId,
      assessmentId,
      centerId: center.centerId,
      centerName: center.name,
      clause: { clauseId: entry.clause.id, label: entry.label, quote: entry.clause.quote },
      occurrences: 1,
      place: '',
      remark: '',
      measured: '',
      level: null,
      unmet: [],
      occurredOn: shanghaiDay(now),
      createdAt: shanghaiTime(now),
      pile: 'draft',
      readyAt: null,
      sentAt: null,
      isClockWrong: false,
      held: null,
      trouble: null,
      attempts: 0,
    }
    // A record begins once: what is read anew meanwhile does not begin it again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [recordId, centerId, clauseId])
  if (round === null || kept === undefined) return <main className="insp-page" aria-busy="true" />
  const record = kept ?? begun
  if (record !== null && record.pile === 'draft') return <RecordForm key={record.id} begun={record} />
  const here = centerId ?? currentStop(round.stops)?.centerId ?? null
  const stops = round.stops.flatMap((stop) => centers.find((center) => center.centerId === stop.centerId) ?? [])
  return <ChooseClause centers={stops.length > 0 ? stops : centers} centerId={here} />
}

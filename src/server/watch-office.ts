import type { Meter } from './meter.ts'
import type { ServerParts } from './server-parts.ts'

/** Joins the meter with what happens: appended events, messages waiting, assessments in memory. */
export function watchOffice(meter: Meter, { office, records }: Pick<ServerParts, 'office' | 'records'>): () => void {
  meter.watch('mingheng_outbox_deliveries', 'Deliveries by state, of all districts', async () => {
    const totals = await office.outbox.totals()
    return totals.ok ? { ...totals.value } : {}
  })
  meter.watch(
    'mingheng_live_assessments',
    'Assessments held in memory, about how many megabytes they take, and how many were let go for want of room; appends that found the clock behind',
    async () => ({ ...office.live.counts() }),
  )
  meter.watch('mingheng_record_jobs', 'Imports and runs of detections in line', async () => records.line.counts())
  const last = new Map<string, number>()
  return office.live.onChange(({ tenantId, assessmentId, seq, isOwn }) => {
    const place = JSON.stringify([tenantId, assessmentId])
    // Of the first change nobody knows how many events it had: at least one. What another node appended it counts itself.
    if (isOwn) meter.noteEvents(Math.max(seq - (last.get(place) ?? seq - 1), 0))
    last.set(place, seq)
  })
}

import type { Asking } from '../acting/act-plan.ts'
import type { RunReport } from '../ports/job-store.ts'
import { refusedRecords } from '../ports/record-refusals.ts'
import { refuseAtDesk, type AtDesk } from '../records/desk-refusals.ts'
import { detect, type Ask, type Watch } from './detect.ts'
import { prepareRun, type RunDetectionsInput, type Running } from './prepare-run.ts'
import { recordRun } from './record-run.ts'

/**
 * 运行检测: the adopted detections over the district's records as they stand, and all that the ledger learns of it in one act.
 * Refused whole where it cannot be run at all; a detection that fails by itself is told of in the report and touches
 * nothing. Stopped by `watch.signal` it is refused as `query-stopped`, and nothing is recorded.
 */
export async function runDetections(
  desk: Running,
  asking: Asking,
  input: RunDetectionsInput,
  watch: Watch,
): Promise<AtDesk<RunReport>> {
  const { tenantId } = asking.actor
  const prepared = await prepareRun(desk, asking.actor, asking.assessmentId, input)
  if (!prepared.ok) return prepared
  const { rubric, digestOf, scope, adopted, line, setting } = prepared.value
  const { periodFrom: from, periodTo: to } = setting
  const asked = {
    centers: [...scope.centers],
    line,
    from,
    to,
    maxRows: MOST_ROWS,
    signal: watch.signal,
    mayBeKept: true,
  }
  const ask: Ask = (sql, { dataSets }) => desk.records.query(tenantId, { ...asked, sql, dataSets })
  const counting = { onProgress: () => undefined, signal: watch.signal }
  const counted = await desk.records.recount(tenantId, line, desk.office.clock.now(), counting)
  if (watch.signal?.aborted) return refusedRecords('query-stopped')
  if (!counted.ok) return counted
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await desk.records.holdings(tenantId)
    if (!before.ok) return before
    const { digest: dataDigest, sets } = before.value
    const basis = { dataDigest, calendarVersion: line.version }
    const heldSets = new Set(sets.flatMap(({ dataSet, records }) => (records > 0 ? [dataSet] : [])))
    const given = { rubric, centers: scope.centers, setting, basis, heldSets, digestOf }
    const runs = await detect(given, adopted, ask, watch)
    if (watch.signal?.aborted) return refusedRecords('query-stopped')
    const after = await desk.records.holdings(tenantId)
    if (!after.ok) return after
    if (after.value.digest === dataDigest) return recordRun(desk.office, asking, input, { scope, basis, runs })
  }
  return refuseAtDesk('records-moving')
}

/** What imports changed while it was looked at is looked at again. */
const ATTEMPTS = 3

/** More rows than this no person could look through. */
const MOST_ROWS = 200_000

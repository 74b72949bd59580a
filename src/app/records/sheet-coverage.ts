import { coverageOf, type Feed } from '../../core/detection/coverage.ts'
import type { AssessmentId, CenterId, ClauseId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import { refusedActing } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Actor } from '../people/actor.ts'
import type { KeptJob } from '../ports/job-store.ts'
import type { AtDesk } from './desk-refusals.ts'
import { detectionsInForce, readable } from './detections-in-force.ts'
import type { RecordsDesk } from './records-desk.ts'

/** Whether anybody looked into a clause: that nothing was found says nothing where nobody did. */
export interface ClauseLook {
  readonly clauseId: ClauseId
  /** `follows`: from what is found under other clauses. */
  readonly state: 'found' | 'searched' | 'unsearched' | 'follows'
  readonly sentence: string
}

/** For every clause of the notice, as far as was known by a day; null: now. */
export async function sheetCoverage(
  desk: Pick<RecordsDesk, 'detections' | 'office' | 'jobs'>,
  actor: Actor,
  assessmentId: AssessmentId,
  centerId: CenterId,
  knownBy: PlainDate | null,
): Promise<AtDesk<readonly ClauseLook[]>> {
  const looked = await lookIn(desk.office, actor, 'sheet.read', assessmentId, centerId)
  if (!looked.ok) return looked
  const { adopted, state, scores } = looked.value
  const { rubric } = adopted
  if (!state.centers.has(centerId)) return refusedActing('center-unlisted', centerId)
  const found = new Set(
    scores.findingIds(centerId).flatMap((findingId) => {
      const finding = state.findings.get(findingId)
      return finding ? [finding.decision?.clauseId ?? finding.clauseId] : []
    }),
  )
  const inForce = await detectionsInForce(desk, actor.tenantId, looked.value, knownBy)
  if (!inForce.ok) return inForce
  const declared = await desk.detections.declared(actor.tenantId, rubric.id)
  if (!declared.ok) return declared
  const jobs = await desk.jobs.jobs(actor.tenantId, { kind: 'detection-run', assessmentId }, null, RUNS)
  if (!jobs.ok) return jobs
  const searched = searchedBy(jobs.value, knownBy)
  const { lines } = coverageOf(rubric, readable(inForce.value), declared.value?.feeds ?? [])
  const visits = visitsTo(state, centerId, knownBy)
  return accepted(
    lines.map(({ clauseId, feeds }) => lookOf(clauseId, feeds, { isFound: found.has(clauseId), searched, visits })),
  )
}

/** More than the newest are not asked for: a detection that has not run in so many runs is not being run. */
const RUNS = 50

/** By the name of the detection, the latest day that it was run for. */
function searchedBy(jobs: readonly KeptJob[], knownBy: PlainDate | null): ReadonlyMap<string, PlainDate> {
  const days = new Map<string, PlainDate>()
  for (const { about, end } of jobs) {
    if (about.kind !== 'detection-run' || end?.state !== 'ran') continue
    if (knownBy !== null && dayOf(end.at) > knownBy) continue
    for (const { name, hasRun } of end.report.detections)
      if (hasRun && (days.get(name) ?? '') < about.asOf) days.set(name, about.asOf)
  }
  return days
}

/** On which days who looked at a clause without anything to record: two visits of one day by one person are one. */
type Visits = ReadonlyMap<ClauseId, ReadonlyMap<string, PlainDate>>

function visitsTo({ inspections }: AssessmentState, centerId: CenterId, knownBy: PlainDate | null): Visits {
  const visits = new Map<ClauseId, Map<string, PlainDate>>()
  for (const { centerId: own, inspectedOn, clauseIds, by, recordedAt } of inspections.values()) {
    if (own !== centerId || (knownBy !== null && dayOf(recordedAt) > knownBy)) continue
    for (const clauseId of clauseIds) {
      const known = visits.get(clauseId) ?? new Map<string, PlainDate>()
      visits.set(clauseId, known.set(`${inspectedOn} ${by}`, inspectedOn))
    }
  }
  return visits
}

interface Looked {
  readonly isFound: boolean
  readonly searched: ReadonlyMap<string, PlainDate>
  readonly visits: Visits
}

function lookOf(clauseId: ClauseId, feeds: readonly Feed[], { isFound, searched, visits }: Looked): ClauseLook {
  const detections = feeds.filter((feed) => feed.kind === 'detection')
  const days = detections.flatMap(({ name }) => searched.get(name) ?? [])
  const follows = feeds.find((feed) => feed.kind === 'follows')
  if (isFound) return { clauseId, state: 'found', sentence: '台账里有登记' }
  const isSearched = days.length > 0 && days.length === detections.length
  const visited = [...(visits.get(clauseId)?.values() ?? [])].sort()
  const last = visited.at(-1)
  const seen = [
    ...(isSearched ? [`数据查到${[...days].sort()[0]}，未见`] : []),
    ...(last === undefined ? [] : [`检查${visited.length}次，未见，最近一次${last}`]),
    ...(last !== undefined && !isSearched && detections.length > 0 ? ['检测未跑'] : []),
  ]
  if (isSearched || last !== undefined) return { clauseId, state: 'searched', sentence: seen.join('；') }
  if (follows !== undefined && feeds.length === 1)
    return { clauseId, state: 'follows', sentence: `随${follows.clauseIds.join('、')}而定` }
  return { clauseId, state: 'unsearched', sentence: unsearched(feeds) }
}

function unsearched(feeds: readonly Feed[]): string {
  const kinds = new Set(feeds.map(({ kind }) => kind))
  const how = [
    ...(kinds.has('detection') ? ['检测未跑'] : []),
    ...(kinds.has('inspection') ? ['待看现场'] : []),
    ...(kinds.has('documents') ? ['待看资料'] : []),
  ]
  return how.length === 0 ? '尚未检查' : `尚未检查：${how.join('，')}`
}

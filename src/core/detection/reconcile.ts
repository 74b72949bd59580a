import { canonicalJson } from '../kernel/canonical-json.ts'
import type { ClauseId, FindingId } from '../kernel/identifiers.ts'
import type { AssessmentState, Finding } from '../ledger/assessment-state.ts'
import type { DigestOf } from '../ledger/chain.ts'
import type { SuspicionBasis, SuspicionFact } from '../ledger/suspicion-fact.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { allegedBy } from './alleged-by.ts'
import { amendmentReason, flagReason, withdrawalReason, type Told } from './change-reasons.ts'
import type { Detection, Suspicion } from './detection.ts'
import { findingIdOf } from './finding-id.ts'
import { chargedAs, mergeEvents } from './merge-events.ts'

/** A detection that ran to its end, what it rested on and what it found. One that failed is not among them. */
export interface Ran {
  readonly detection: Detection
  readonly basis: SuspicionBasis
  readonly found: readonly Suspicion[]
}

export interface Reconciled {
  readonly facts: readonly SuspicionFact[]
  /** New, but the period has closed: nothing new is registered any more. */
  readonly late: readonly Suspicion[]
  /** Found under another clause of one event, and told there. */
  readonly merged: readonly Suspicion[]
}

/**
 * What the ledger should learn of a run: what is new is raised, what changed is amended, what the records no longer show is
 * withdrawn, and what was decided is only flagged. Nothing where nothing changed. Of a detection that did not run, no
 * finding is touched. The order in which things were found does not matter.
 */
export function reconcile(
  given: { readonly rubric: Rubric; readonly state: AssessmentState; readonly digestOf: DigestOf },
  ran: readonly Ran[],
): Reconciled {
  const { rubric, state, digestOf } = given
  const byName = new Map(ran.map((one) => [one.detection.name, one]))
  const held = new Set(heldElsewhere(given, byName))
  const { suspicions, into } = mergeEvents(rubric, [...ran.flatMap(({ found }) => found), ...held])
  const here = new Map<FindingId, Suspicion>()
  for (const suspicion of suspicions) if (!held.has(suspicion)) here.set(findingIdOf(suspicion, digestOf), suspicion)
  const away = new Map(
    [...into].map(([suspicion, holder]) => [findingIdOf(suspicion, digestOf), { suspicion, holder }]),
  )
  const facts: SuspicionFact[] = []
  const late: Suspicion[] = []
  for (const [findingId, found] of [...here].sort(byDay)) {
    const one = byName.get(found.detection)
    if (!one) continue
    const finding = state.findings.get(findingId)
    const isNew = finding === undefined || finding.standing === 'withdrawn'
    if (isNew && state.isClosed) {
      late.push(found)
      continue
    }
    facts.push(...factsOf(findingId, finding, withHeldRecords(found, finding, rubric, one, ran), one))
  }
  for (const finding of [...state.findings.values()].sort(byId)) {
    const one = finding.detection === null || finding.basis === null ? undefined : byName.get(finding.detection)
    if (!one || here.has(finding.findingId)) continue
    const gone = away.get(finding.findingId)
    if (isDecided(finding)) facts.push(...flagsOf(finding, gone ? allegedBy(gone.suspicion) : NOTHING, one))
    else if (finding.standing !== 'withdrawn') {
      const reason = withdrawalReason(one.detection.title, gone?.holder ?? null)
      facts.push({ type: 'SuspicionWithdrawn', findingId: finding.findingId, reason, basis: one.basis })
    }
  }
  return { facts, late, merged: [...into.keys()] }
}

const NOTHING: Told = { occurrences: 0, records: [] }

function factsOf(
  findingId: FindingId,
  finding: Finding | undefined,
  found: Suspicion,
  { detection, basis }: Ran,
): SuspicionFact[] {
  const now = allegedBy(found)
  if (finding === undefined) {
    const { centerId, clauseId } = found
    const allegation = { findingId, centerId, clauseId, level: null, ...now }
    return [{ type: 'SuspicionRaised', ...allegation, detection: detection.name, basis }]
  }
  if (isDecided(finding)) return flagsOf(finding, now, { detection, basis })
  const { occurrences, occurredOn, eventKey, measured, unmet, description, records } = finding
  const before = { occurrences, occurredOn, eventKey, measured, unmet, description, records }
  if (finding.standing !== 'withdrawn' && canonicalJson(before) === canonicalJson(now)) return []
  const reason = amendmentReason(detection.title, finding, now)
  return [{ type: 'SuspicionAmended', findingId, ...now, reason, basis }]
}

/** Told once: a flag says what is other than the one before, or than what was decided. */
function flagsOf(finding: Finding, now: Told, { detection, basis }: Pick<Ran, 'detection' | 'basis'>): SuspicionFact[] {
  const before: Told = finding.flags.at(-1) ?? finding
  const { occurrences, records } = now
  if (before.occurrences === occurrences && before.records.join('\n') === records.join('\n')) return []
  const reason = flagReason(detection.title, before, now)
  return [{ type: 'FindingFlagged', findingId: finding.findingId, occurrences, records, reason, basis }]
}

function isDecided({ standing }: Finding): boolean {
  return standing === 'substantiated' || standing === 'dismissed' || standing === 'reversed'
}

/**
 * Suspicions of detections that did not run: an event that is charged there is not raised a second time because the
 * detection that holds it failed.
 */
function heldElsewhere(
  { rubric, state }: { readonly rubric: Rubric; readonly state: AssessmentState },
  ran: ReadonlyMap<string, Ran>,
): readonly Suspicion[] {
  return [...state.findings.values()].flatMap((finding): Suspicion[] => {
    const { detection, basis, eventKey, standing, clauseId } = finding
    const isHeld = detection !== null && basis !== null && !ran.has(detection) && eventKey !== null
    if (!isHeld || standing === 'withdrawn' || chargedAs(rubric, clauseId).length > 0) return []
    return [{ ...finding, detection, subject: finding.findingId }]
  })
}

/**
 * Records that another detection had brought into the suspicion stay while that one does not run: their absence now says
 * nothing.
 */
function withHeldRecords(
  found: Suspicion,
  finding: Finding | undefined,
  rubric: Rubric,
  { detection }: Ran,
  ran: readonly Ran[],
): Suspicion {
  if (finding === undefined || !isPartnerMissing(found.clauseId, rubric, ran)) return found
  const own = new Set<string>(detection.dataSets)
  const told = finding.flags.at(-1)?.records ?? finding.records
  const others = told.filter((ref) => !ref.startsWith('measure:') && !own.has(dataSetOf(ref)))
  if (others.length === 0) return found
  return { ...found, records: [...new Set([...found.records, ...others])].toSorted() }
}

function isPartnerMissing(clauseId: ClauseId, { relations }: Rubric, ran: readonly Ran[]): boolean {
  return relations.some(
    (relation) =>
      relation.kind === 'charged-as' &&
      relation.chargedAs === clauseId &&
      [relation.from, relation.to].some(
        (other) => other !== clauseId && !ran.some(({ detection }) => detection.clauseId === other),
      ),
  )
}

/** `data_set/source/id@version`, and `absent:data_set/…`. */
function dataSetOf(ref: string): string {
  return ref.replace(/^absent:/, '').split('/')[0] ?? ''
}

function byDay([one, a]: readonly [FindingId, Suspicion], [other, b]: readonly [FindingId, Suspicion]): number {
  if (a.occurredOn !== b.occurredOn) return a.occurredOn < b.occurredOn ? -1 : 1
  return one < other ? -1 : one > other ? 1 : 0
}

function byId({ findingId: one }: Finding, { findingId: other }: Finding): number {
  return one < other ? -1 : one > other ? 1 : 0
}

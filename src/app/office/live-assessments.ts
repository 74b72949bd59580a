import type { AssessmentId, CenterId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { ChainHead, Digest, DigestOf } from '../../core/ledger/chain.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { LedgerPlace } from '../ports/announcements.ts'
import type { Digester } from '../ports/digester.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import type { RubricArchive } from '../ports/rubric-archive.ts'
import { storeRefusal } from '../ports/store-refusals.ts'
import { refusedActing, type Acting, type ActingRefusal } from './acting-refusals.ts'
import { heldAssessments, type HeldAssessments } from './held-assessments.ts'
import { loadProgress, type Load } from './load-progress.ts'
import { newLive, type LiveAssessment, type LiveDraft } from './live-assessment.ts'
import { centerOf } from './live-scores.ts'
import { readChecked, storedLedger, type LedgerSource } from './read-checked.ts'

/**
 * The folded assessments, one for each tenant and assessment, loaded when first asked for with the chain checked. What a
 * damaged ledger refuses touches no other. Acts on one assessment come one after another; another process on the same
 * store is noticed by the head of its ledger. No more are held than there is memory for: the longest unused are let go,
 * and read again when they are asked for.
 */
export interface LiveAssessments {
  /** As the store stands now. */
  readonly look: (tenantId: TenantId, assessmentId: AssessmentId) => Promise<Acting<LiveAssessment>>
  /** The same for whoever asks once: what was not at hand is not held either, and lets go of nothing. One is read after another. */
  readonly glance: (tenantId: TenantId, assessmentId: AssessmentId) => Promise<Acting<LiveAssessment>>
  /** Runs `work` when all work on the assessment asked for before is done. */
  readonly inTurn: <Value>(
    tenantId: TenantId,
    assessmentId: AssessmentId,
    work: (turn: Turn) => Promise<Acting<Value>>,
  ) => Promise<Acting<Value>>
  /**
   * Takes over what others appended to those of the places that are at hand; null: to all that somebody follows. Answers the last
   * that was refused, when the others are done.
   */
  readonly catchUp: (places: readonly LedgerPlace[] | null) => Promise<Acting<null>>
  /** Keeps it at hand while somebody follows it, until the answer is called; null where it has been let go by now. */
  readonly hold: (live: LiveAssessment) => (() => void) | null
  /** Whether an assessment is at hand, or would be with so many events without another being let go. */
  readonly hasRoom: (tenantId: TenantId, assessmentId: AssessmentId, events: number) => boolean
  /** Of ledgers with so many events each, how many are held at once, from the first on. */
  readonly fitting: HeldAssessments['fitting']
  /** How many are held in about how much memory, how many were let go, and how often the wall clock stood before the last event of a ledger. */
  readonly counts: () => ReturnType<HeldAssessments['counts']> & { readonly clockBackwards: number }
  /** How far the ledgers that are being loaded have been read, of all their events; null while none is. */
  readonly loading: () => { readonly read: number; readonly of: number } | null
  /** From now on no ledger is read any further: who waits for one is refused. */
  readonly stop: () => void
  /** Told after each fold; the answer ends it. */
  readonly onChange: (listener: (change: LiveChange) => void) => () => void
}

/** While one act has its turn: nobody else folds. */
export interface Turn {
  readonly live: LiveAssessment
  /** Takes over what was appended by this act. */
  readonly fold: (events: readonly LedgerEvent[], heads: readonly ChainHead[]) => void
  /** Takes over what another process appended. */
  readonly catchUp: () => Promise<Acting<null>>
  /** Counts that the clock was found running backwards. */
  readonly noteClockBackwards: () => void
}

export interface LiveChange extends LedgerPlace {
  readonly seq: number
  /** Appended by this process. */
  readonly isOwn: boolean
  /** Whose sheets can have changed; null: all. */
  readonly centerIds: readonly CenterId[] | null
}

export function liveAssessments(ports: {
  readonly ledgers: LedgerStore
  readonly rubrics: RubricArchive
  readonly digester: Digester
  /** About how much memory may be used for those that are held; null: any. */
  readonly heldMegabytes?: number | null
}): LiveAssessments {
  // A damaged ledger is not read again and again from its beginning for everybody who asks.
  const damaged = new Map<string, { readonly head: Digest; readonly refusal: ActingRefusal }>()
  const loads = loadProgress()
  let glances: Promise<unknown> = Promise.resolve()
  const turns = new Map<string, Promise<unknown>>()
  const held = heldAssessments(ports.heldMegabytes ?? Number.POSITIVE_INFINITY, (key) => turns.has(key))
  const listeners = new Set<(change: LiveChange) => void>()
  let clockBackwards = 0
  let isStopping = false
  const ledgerOf: LedgerOf = (tenantId, assessmentId, digestOf) => {
    const ledger = storedLedger(ports.ledgers, tenantId, assessmentId, digestOf)
    return {
      ...ledger,
      page: async (afterSeq) => (isStopping ? refusedActing('office-stopping') : ledger.page(afterSeq)),
    }
  }

  const tell = ({ header, state, head }: LiveDraft, events: readonly LedgerEvent[], isOwn: boolean) => {
    if (events.length === 0) return
    const centerIds = new Set<CenterId>()
    let isCommon = false
    for (const event of events) {
      const centerId = centerOf(state, event)
      if (centerId === null) isCommon = true
      else centerIds.add(centerId)
    }
    const { tenantId, assessmentId } = header
    const change = { tenantId, assessmentId, seq: head.seq, isOwn, centerIds: isCommon ? null : [...centerIds] }
    for (const listener of listeners) listener(change)
  }

  const catchUp = async (key: string, live: LiveDraft): Promise<Acting<null>> => {
    const events: LedgerEvent[] = []
    const { tenantId, assessmentId } = live.header
    const ledger = ledgerOf(tenantId, assessmentId, live.digestOf)
    const read = await readChecked(ledger, live.head, null, (event, entry) => {
      live.fold(event, entry)
      events.push(event)
    })
    // What was read before a store failed is folded, and holds; who follows goes on with it.
    tell(live, events, false)
    if (read.ok) return accepted(null)
    if (read.refusal.code === 'store-corrupted') held.drop(key)
    return read
  }

  const current = async (
    tenantId: TenantId,
    assessmentId: AssessmentId,
    { keep, reading: begun }: Loading = { keep: held.put },
  ): Promise<Acting<LiveDraft>> => {
    const key = keyOf(tenantId, assessmentId)
    const known = held.get(key)
    const head = await ports.ledgers.head(tenantId, assessmentId)
    if (!head.ok) {
      // Its district was removed.
      if (head.refusal.code === 'assessment-unknown') held.drop(key)
      return head
    }
    if (!known) {
      const refused = damaged.get(key)
      if (refused?.head === head.value.digest) return { ok: false, refusal: refused.refusal }
      const reading = begun ?? loads.begin(head.value.seq)
      const loaded = await load(ports, ledgerOf, tenantId, assessmentId, reading).finally(() => loads.end(reading))
      if (loaded.ok) keep(key, loaded.value)
      else if (loaded.refusal.code === 'store-corrupted' || loaded.refusal.code === 'ledger-newer')
        damaged.set(key, { head: head.value.digest, refusal: loaded.refusal })
      return loaded
    }
    if (head.value.digest === known.head.digest) return accepted(known)
    const caught = await catchUp(key, known)
    return caught.ok ? accepted(known) : caught
  }

  const inTurn = <Value>(tenantId: TenantId, assessmentId: AssessmentId, work: () => Promise<Value>) => {
    const key = keyOf(tenantId, assessmentId)
    const before = turns.get(key) ?? Promise.resolve()
    const mine = before.then(work, work)
    // A refusal or failure is answered to who asked; the next in the line does not care.
    const ended = mine.then(ignore, ignore).finally(() => {
      if (turns.get(key) === ended) turns.delete(key)
    })
    turns.set(key, ended)
    return mine
  }

  const look: LiveAssessments['look'] = async (tenantId, assessmentId) => {
    const known = held.get(keyOf(tenantId, assessmentId))
    const head = known && (await ports.ledgers.head(tenantId, assessmentId))
    if (known && head?.ok && head.value.digest === known.head.digest) return accepted(known)
    return inTurn(tenantId, assessmentId, () => current(tenantId, assessmentId))
  }

  const glance: LiveAssessments['glance'] = async (tenantId, assessmentId) => {
    if (held.has(keyOf(tenantId, assessmentId))) return look(tenantId, assessmentId)
    const head = await ports.ledgers.head(tenantId, assessmentId)
    if (!head.ok) return head
    // It counts from now on, while it waits for its turn.
    const reading = loads.begin(head.value.seq)
    const work = () => current(tenantId, assessmentId, { keep: ignore, reading })
    const mine = glances.then(() => inTurn(tenantId, assessmentId, work))
    glances = mine.then(ignore, ignore)
    return mine.finally(() => loads.end(reading))
  }

  return {
    look,
    glance,
    catchUp: async (places) => {
      let done: Acting<null> = accepted(null)
      for (const { tenantId, assessmentId } of places ?? held.followed().map(({ header }) => header)) {
        if (!held.has(keyOf(tenantId, assessmentId))) continue
        const looked = await look(tenantId, assessmentId)
        if (!looked.ok) done = looked
      }
      return done
    },
    inTurn: (tenantId, assessmentId, work) =>
      inTurn(tenantId, assessmentId, async () => {
        const live = await current(tenantId, assessmentId)
        if (!live.ok) return live
        const draft = live.value
        return work({
          live: draft,
          fold: (events, heads) => {
            events.forEach((event, at) => draft.fold(event, heads[at] ?? draft.head))
            tell(draft, events, true)
          },
          catchUp: () => catchUp(keyOf(tenantId, assessmentId), draft),
          noteClockBackwards: () => {
            clockBackwards += 1
          },
        })
      }),
    loading: loads.soFar,
    stop: () => {
      isStopping = true
    },
    hold: (live) => held.hold(keyOf(live.header.tenantId, live.header.assessmentId), live),
    hasRoom: (tenantId, assessmentId, events) => held.hasRoom(keyOf(tenantId, assessmentId), events),
    fitting: held.fitting,
    counts: () => ({ ...held.counts(), clockBackwards }),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

type Ports = Parameters<typeof liveAssessments>[0]

/** What becomes of what was loaded, and how far it is where that is counted already. */
interface Loading {
  readonly keep: (key: string, live: LiveDraft) => void
  readonly reading?: Load
}

type LedgerOf = (
  tenantId: TenantId,
  assessmentId: AssessmentId,
  digestOf: DigestOf,
) => LedgerSource<ActingRefusal['code']>

async function load(
  ports: Ports,
  ledgerOf: LedgerOf,
  tenantId: TenantId,
  assessmentId: AssessmentId,
  reading: Load,
): Promise<Acting<LiveDraft>> {
  const headers = await ports.ledgers.headers(tenantId)
  if (!headers.ok) return headers
  const header = headers.value.find((one) => one.assessmentId === assessmentId)
  if (!header) return storeRefusal('assessment-unknown', assessmentId)
  const adopted = await ports.rubrics.find(tenantId, header.rubricDigest)
  if (!adopted.ok) return adopted
  const digestOf = ports.digester(header.algorithm)
  const fresh = newLive(header, adopted.value, digestOf)
  if (!fresh.ok) return fresh
  const live = fresh.value
  const ledger = ledgerOf(tenantId, assessmentId, digestOf)
  const read = await readChecked(ledger, live.head, null, (event, entry) => {
    live.fold(event, entry)
    reading.read = entry.seq
  })
  return read.ok ? accepted(live) : read
}

function keyOf(tenantId: TenantId, assessmentId: AssessmentId): string {
  return `${tenantId} ${assessmentId}`
}

function ignore(): void {}

import type { PersonId } from '../../core/kernel/identifiers.ts'
import { isUnreachable, unreachable, type Problem } from '../client/problem.ts'
import type { InspectionRecord } from './inspection-record.ts'
import { gatherVisits, waitingVisits } from './gather-visits.ts'
import type { PhoneStore } from './phone-store.ts'
import { sendRecord, type Line } from './send-record.ts'
import { sendVisit } from './send-visit.ts'
import { shanghaiDay } from './shanghai-time.ts'
import { verdictOn } from './verdict-on.ts'

/** How a round of sending ended. `hasMoved`: something came across, so the line is worth trying again soon. */
export interface Sending {
  readonly end: 'done' | 'unreachable' | 'pause' | 'sign-in'
  readonly sent: number
  readonly hasMoved: boolean
}

/**
 * Sends whatever is ready of the person who is signed in, the oldest first. One that the server refuses for good is held
 * and the next goes on; where nothing gets across the round ends.
 */
export async function sendAll(store: PhoneStore, line: Line): Promise<Sending> {
  const me = await line.ask('readMe', {})
  if (!me.ok) return { end: endOf(me.problem), sent: 0, hasMoved: false }
  if (me.value.standing !== 'full') return { end: 'sign-in', sent: 0, hasMoved: false }
  await gatherVisits(store, me.value.personId, shanghaiDay(line.now()))
  let hasMoved = false
  const ask: Line['ask'] = async (id, asked) => {
    const told = await line.ask(id, asked)
    hasMoved ||= told.ok
    return told
  }
  let sent = 0
  for (const id of await readyOf(store, me.value.personId)) {
    const record = await takeUp(store, id)
    if (record === null) continue
    const end = await sendRecord(store, record, { ...line, ask })
    if (end === 'sent') sent += 1
    if (end === 'sign-in') return { end, sent, hasMoved }
    if (end === 'pause') {
      const trouble = (await store.records.get(id))?.trouble
      return { end: trouble?.code === UNREACHABLE ? 'unreachable' : 'pause', sent, hasMoved }
    }
  }
  return { end: await sendVisits(store, me.value.personId, { ...line, ask }), sent, hasMoved }
}

async function sendVisits(store: PhoneStore, personId: PersonId, line: Line): Promise<Sending['end']> {
  for (const visit of await waitingVisits(store, personId)) {
    await store.visits.update(visit.id, { attempts: visit.attempts + 1 })
    const end = await sendVisit(store, visit, line)
    if (end === 'sign-in') return end
    if (end === 'pause')
      return (await store.visits.get(visit.id))?.trouble?.code === UNREACHABLE ? 'unreachable' : 'pause'
  }
  return 'done'
}

const UNREACHABLE = unreachable().code

function endOf(problem: Problem): Sending['end'] {
  if (isUnreachable(problem)) return 'unreachable'
  return verdictOn(problem) === 'pause' ? 'pause' : 'sign-in'
}

async function readyOf(store: PhoneStore, personId: PersonId): Promise<readonly InspectionRecord['id'][]> {
  const ready = await store.records.where({ pile: 'ready' }).sortBy('readyAt')
  return ready.filter((record) => record.personId === personId && record.held === null).map(({ id }) => id)
}

/** Counted before anything is sent: from then on the person can no longer take it back. */
async function takeUp(store: PhoneStore, id: InspectionRecord['id']): Promise<InspectionRecord | null> {
  return store.transaction('rw', store.records, async () => {
    const record = await store.records.get(id)
    if (record === undefined || record.pile !== 'ready' || record.held !== null) return null
    const taken = { ...record, attempts: record.attempts + 1 }
    await store.records.put(taken)
    return taken
  })
}

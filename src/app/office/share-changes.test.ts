import { expect, test } from 'vitest'
import {
  asks,
  assessmentId,
  district,
  kept,
  officeOver,
  openedOffice,
  people,
  type TestOffice,
} from '../../../test/fixtures/acting-office.ts'
import { alleged, f1 } from '../../../test/fixtures/acting-story.ts'
import { reportFinding } from '../acting/report-finding.ts'
import type { Announcements, LedgerPlace } from '../ports/announcements.ts'
import { databaseFault } from '../ports/store-fault.ts'
import type { LiveChange } from './live-assessments.ts'
import { shareChanges } from './share-changes.ts'

/** Nodes in one process: what one announces all others hear at once. */
function hub() {
  const nodes = new Set<(moved: readonly LedgerPlace[] | null) => void>()
  const announced: LedgerPlace[] = []
  const node = (): Announcements => {
    let own: ((moved: readonly LedgerPlace[] | null) => void) | null = null
    return {
      announce: (place) => {
        announced.push(place)
        for (const hear of nodes) if (hear !== own) hear([place])
      },
      listen: (listener) => {
        own = listener
        nodes.add(listener)
        return () => nodes.delete(listener)
      },
    }
  }
  return { node, announced }
}

const throwBug = (error: unknown) => {
  throw error
}

async function nextChange({ live }: TestOffice): Promise<LiveChange> {
  return new Promise((resolve) => {
    const unlisten = live.onChange((change) => {
      unlisten()
      resolve(change)
    })
  })
}

test('what one node appends another that has it at hand takes over, and announces it no further', async () => {
  const one = await openedOffice()
  const [other, stranger] = [officeOver(one.file, one.people), officeOver(one.file, one.people)]
  const { node, announced } = hub()
  for (const office of [one, other, stranger]) shareChanges(office.live, node(), throwBug)
  const live = kept(await other.live.look(district, assessmentId))
  const told = nextChange(other)
  kept(await reportFinding(one, asks(people.inspector), alleged()))
  const { head } = kept(await one.live.look(district, assessmentId))
  expect(await told).toMatchObject({ assessmentId, seq: head.seq, isOwn: false })
  expect(live.state.findings.has(f1)).toBe(true)
  expect(announced).toEqual([{ tenantId: district, assessmentId }])
  expect(stranger.live.counts().held).toBe(0)
})

test('where a notice is lost, what somebody follows is taken over by the round, and nothing else', async () => {
  const one = await openedOffice()
  const other = officeOver(one.file, one.people)
  const live = kept(await other.live.look(district, assessmentId))
  kept(await reportFinding(one, asks(people.inspector), alleged()))
  kept(await other.live.catchUp(null))
  expect(live.state.findings.has(f1)).toBe(false)
  other.live.hold(live)
  kept(await other.live.catchUp(null))
  expect(live.state.findings.has(f1)).toBe(true)
})

test('a store that fails for a while leaves what is followed at hand, and it goes on afterwards', async () => {
  const one = await openedOffice()
  let isDown = false
  const read: TestOffice['ledgers']['read'] = async (...asked) =>
    isDown ? databaseFault('store-unreachable', 'db', '') : one.ledgers.read(...asked)
  const other = officeOver({ ...one.file, ledgers: { ...one.ledgers, read } }, one.people)
  const live = kept(await other.live.look(district, assessmentId))
  other.live.hold(live)
  kept(await reportFinding(one, asks(people.inspector), alleged()))
  isDown = true
  expect(await other.live.catchUp(null)).toMatchObject({ refusal: { code: 'store-unreachable' } })
  isDown = false
  kept(await other.live.catchUp(null))
  expect(live.state.findings.has(f1)).toBe(true)
  expect(kept(await other.live.look(district, assessmentId))).toBe(live)
})

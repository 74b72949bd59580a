import { beforeEach, describe, expect, test } from 'vitest'
import type { NodeStore, ServerNode } from '../../src/app/ports/node-store.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { valueOf } from '../fixtures/people-house.ts'

const NOON = timestamp('2021-03-01T12:00:00+08:00')
const LATER = timestamp('2021-03-01T12:00:05+08:00')

export const serverNode = (nodeId: string, keeps: ServerNode['keeps'] = []): ServerNode => ({
  nodeId,
  name: `${nodeId}.gov`,
  version: '1.0.0',
  address: '10.0.0.1:8640',
  startedAt: NOON,
  keeps,
  knows: ['moved-records'],
})

/** What every store of nodes does; `make` gives an empty one. */
export function nodeStoreConformance(name: string, make: () => NodeStore | Promise<NodeStore>): void {
  describe(`nodes in ${name}`, () => {
    let store: NodeStore
    beforeEach(async () => {
      store = await make()
    })
    const ids = async () => valueOf(await store.nodes()).map(({ nodeId }) => nodeId)
    const join = async (nodeId: string, keeps: ServerNode['keeps'] = []) =>
      valueOf(await store.join(serverNode(nodeId, keeps)))

    test('are there as they joined, and count on', async () => {
      await join('n1')
      await join('n2')
      expect(valueOf(await store.beat('n2', LATER))).toBe(true)
      expect(valueOf(await store.nodes())).toEqual([
        { ...serverNode('n1'), beats: 0, beatAt: NOON },
        { ...serverNode('n2'), beats: 1, beatAt: LATER },
      ])
    })

    test('one that is forgotten hears so, and joins again', async () => {
      await join('n1')
      expect(valueOf(await store.forget('n1', null))).toBe(true)
      expect(valueOf(await store.beat('n1', LATER))).toBe(false)
      expect(await ids()).toEqual([])
      expect(await join('n1')).toEqual({ kind: 'joined' })
    })

    test('one that counted on is not dead, and of many that forget a dead one, one did', async () => {
      await join('n1')
      valueOf(await store.beat('n1', LATER))
      expect(valueOf(await store.forget('n1', 0))).toBe(false)
      const forgot = await Promise.all([1, 2, 3].map(() => store.forget('n1', 1)))
      expect(forgot.map(valueOf).filter(Boolean)).toEqual([true])
      expect(await ids()).toEqual([])
    })

    test.each<[title: string, first: ServerNode['keeps'], second: ServerNode['keeps']]>([
      ['keeps files of its own beside one that does not', [], ['evidence', 'records']],
      ['keeps nothing beside one that does', ['record-files'], []],
      ['keeps its own as the other does', ['records'], ['records']],
    ])('one that %s does not join', async (_title, first, second) => {
      await join('n1', first)
      expect(await join('n2', second)).toEqual({
        kind: 'apart',
        from: { ...serverNode('n1', first), beats: 0, beatAt: NOON },
      })
      expect(await ids()).toEqual(['n1'])
    })

    test('of two at once that each keep files of their own, one joins', async () => {
      const joined = await Promise.all(['n1', 'n2'].map((nodeId) => join(nodeId, ['evidence'])))
      expect(joined.map(({ kind }) => kind).toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
        'apart',
        'joined',
      ])
    })
  })
}

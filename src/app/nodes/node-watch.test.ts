import { expect, test } from 'vitest'
import { serverNode } from '../../../test/conformance/node-store.ts'
import { valueOf } from '../../../test/fixtures/people-house.ts'
import { memoryNodes } from '../../adapters/nodes/memory-nodes.ts'
import { setClock } from '../../adapters/clock/set-clock.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import type { NodeStore } from '../ports/node-store.ts'
import { storeFault } from '../ports/store-fault.ts'
import { joinNodes } from './join-nodes.ts'
import { nodeWatch, type NodeWatch } from './node-watch.ts'
import { LOOKS_OF_SILENCE } from './silence.ts'
import { unknowingNode } from './unknowing-node.ts'

const clock = setClock(timestamp('2021-03-01T12:00:00+08:00'))

interface Watched extends NodeWatch {
  readonly settled: string[]
  readonly told: string[]
}

async function watched(
  nodes: NodeStore,
  nodeId: string,
  settle: () => Promise<Outcome<unknown>> = async () => accepted(null),
): Promise<Watched> {
  const self = serverNode(nodeId)
  valueOf(await nodes.join(self))
  const [settled, told]: [string[], string[]] = [[], []]
  const watch = nodeWatch({
    nodes,
    self,
    clock,
    settle: async (dead) => {
      settled.push(dead)
      return settle()
    },
    tell: (what, node) => told.push(`${what} ${node.nodeId}`),
  })
  return { ...watch, settled, told }
}

const ids = (watch: NodeWatch) => watch.living().map(({ nodeId }) => nodeId)

async function look(times: number, ...watches: readonly NodeWatch[]): Promise<void> {
  for (let time = 0; time < times; time += 1) for (const watch of watches) valueOf(await watch.look())
}

test('nodes that count on live, however long', async () => {
  const nodes = memoryNodes()
  const [one, other] = [await watched(nodes, 'n1'), await watched(nodes, 'n2')]
  await look(3 * LOOKS_OF_SILENCE, one, other)
  expect([ids(one), one.settled, other.settled]).toEqual([['n1', 'n2'], [], []])
})

test('one that counts no more is buried after some looks, and what it had begun is settled before', async () => {
  const nodes = memoryNodes()
  const [one] = [await watched(nodes, 'n1'), await watched(nodes, 'n2')]
  await look(LOOKS_OF_SILENCE, one)
  expect(one.settled).toEqual([])
  await look(2, one)
  expect([one.settled, one.told, ids(one)]).toEqual([['n2'], ['buried n2'], ['n1']])
})

test('of several that notice, one tells', async () => {
  const nodes = memoryNodes()
  await watched(nodes, 'n3')
  const [one, other] = [await watched(nodes, 'n1'), await watched(nodes, 'n2')]
  await look(LOOKS_OF_SILENCE, one, other)
  await Promise.all([one.look(), other.look()])
  expect([...one.told, ...other.told]).toEqual(['buried n3'])
})

test('one whose affairs could not be settled is buried later', async () => {
  const nodes = memoryNodes()
  let isFull = true
  const one = await watched(nodes, 'n1', async () => (isFull ? storeFault('store-full', 'jobs') : accepted(null)))
  await watched(nodes, 'n2')
  await look(LOOKS_OF_SILENCE, one)
  expect(await one.look()).toMatchObject({ ok: false, refusal: { code: 'store-full' } })
  isFull = false
  await look(2, one)
  expect([one.settled, ids(one)]).toEqual([['n2', 'n2'], ['n1']])
})

test('one that was taken for dead and lives is told so, and joins again', async () => {
  const nodes = memoryNodes()
  const one = await watched(nodes, 'n1')
  valueOf(await nodes.forget('n1', null))
  await look(1, one)
  expect([one.told, ids(one), one.isCounted()]).toEqual([['was-buried n1'], ['n1'], true])
})

test('one that was taken for dead does not join beside one that keeps files of its own', async () => {
  const nodes = memoryNodes()
  const one = await watched(nodes, 'n1')
  valueOf(await nodes.forget('n1', null))
  valueOf(await nodes.join(serverNode('n2', ['evidence'])))
  await look(2, one)
  expect([one.isCounted(), ids(one)]).toEqual([false, ['n2']])
})

test.each<[node: string, beats: boolean, knows: boolean, answer: string | null, pauses: number]>([
  ['that does not know it, and lives', true, false, 'old', 1],
  ['that does not know it, and is silent', false, false, null, LOOKS_OF_SILENCE],
  ['that knows it', true, true, null, 0],
])('among those who must know something, one %s', async (_node, isBeating, isKnowing, answer, pauses) => {
  const nodes = memoryNodes()
  valueOf(await nodes.join(serverNode('n1')))
  valueOf(await nodes.join({ ...serverNode('old'), ...(isKnowing ? {} : { knows: [] }) }))
  let paused = 0
  const pause = async () => {
    paused += 1
    if (isBeating) valueOf(await nodes.beat('old', clock.now()))
  }
  expect(valueOf(await unknowingNode(nodes, 'moved-records', pause))?.nodeId ?? null).toBe(answer)
  expect(paused).toBe(pauses)
})

test('one that leaves is not mourned', async () => {
  const nodes = memoryNodes()
  const [one, other] = [await watched(nodes, 'n1'), await watched(nodes, 'n2')]
  expect(valueOf(await other.leave())).toBe(true)
  await look(2 * LOOKS_OF_SILENCE, one)
  expect(one.told).toEqual([])
})

test('a node with files of its own waits whether the other one lives', async () => {
  const nodes = memoryNodes()
  const other = await watched(nodes, 'n1')
  let pauses = 0
  const beating = async () => {
    pauses += 1
    await look(1, other)
  }
  expect(valueOf(await joinNodes(nodes, serverNode('n2', ['records']), beating))).toMatchObject({ nodeId: 'n1' })
  expect(pauses).toBe(1)
  const still = async () => {
    pauses += 1
  }
  expect(valueOf(await joinNodes(nodes, serverNode('n2', ['records']), still))).toBeNull()
  expect([pauses, valueOf(await nodes.nodes()).map(({ nodeId }) => nodeId)]).toEqual([1 + LOOKS_OF_SILENCE, ['n2']])
})

import { expect, test } from 'vitest'
import { unreachable, type Problem } from '../../client/problem.ts'
import { notifyEach, type NotifyProgress } from './notify-each.ts'

const refusal: Problem = { ...unreachable(), code: 'finding-already-told' }
const nothing: NotifyProgress = { done: [], refused: [] }

test.each<[string, Readonly<Record<string, Problem>>, string[], string[]]>([
  ['all are told', {}, ['a', 'b', 'c'], []],
  ['a refusal of one holds up no other', { b: refusal }, ['a', 'c'], ['b']],
  ['it stops where the server cannot be reached', { b: unreachable() }, ['a'], ['b']],
])('%s', async (_what, refusals, done, refused) => {
  const told: number[] = []
  const send = async (findingId: string) => {
    const problem = refusals[findingId]
    return problem === undefined ? ({ ok: true } as const) : ({ ok: false, problem } as const)
  }
  const end = await notifyEach(
    ['a', 'b', 'c'],
    nothing,
    send,
    (progress) => told.push(progress.done.length),
    () => false,
  )
  expect(end.done).toEqual(done)
  expect(end.refused.map(({ findingId }) => findingId)).toEqual(refused)
  expect(told.length).toBe(done.length + refused.length)
})

test('going on sends what is not done yet, and stopping sends nothing more', async () => {
  const sent: string[] = []
  const send = async (findingId: string) => {
    sent.push(findingId)
    return { ok: true } as const
  }
  const isFull = () => sent.length === 1
  const end = await notifyEach(['a', 'b', 'c'], { done: ['a'], refused: [] }, send, () => undefined, isFull)
  expect([sent, end.done]).toEqual([['b'], ['a', 'b']])
})

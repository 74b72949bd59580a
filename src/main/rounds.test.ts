import { expect, test } from 'vitest'
import { id } from '../core/kernel/identifiers.ts'
import { accepted, refused, type Outcome } from '../core/kernel/outcome.ts'
import { startRounds, type Round } from './rounds.ts'

test('a round goes on after a refusal and a throw, and ends when it is told to', async () => {
  const told: unknown[] = []
  const outcomes: (() => Outcome<null>)[] = [
    () => refused('store-busy', ''),
    () => {
      throw new Error('bug')
    },
    () => accepted(null),
  ]
  let runs = 0
  let end = async () => {}
  await new Promise<void>((resolve) => {
    const run: Round['run'] = async ({ tellFailed }) => {
      if (runs === 0) tellFailed(id('d1'), 'store-corrupted')
      const next = outcomes[runs++]
      if (runs === 3) resolve()
      return next?.() ?? accepted(null)
    }
    end = startRounds([{ name: 'r', everySeconds: 0.001, run }], (...trouble) => void told.push(trouble))
  })
  await end()
  const runsAtEnd = runs
  expect(told).toEqual([
    ['r', 'store-corrupted', 'd1'],
    ['r', 'store-busy'],
    ['r', expect.any(Error)],
  ])
  await new Promise((resolve) => setImmediate(resolve))
  expect(runs).toBe(runsAtEnd)
})

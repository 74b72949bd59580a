import { expect, test } from 'vitest'
import { accepted, refused, type Outcome } from '../core/kernel/outcome.ts'
import { startRounds } from './rounds.ts'

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
    const run = async () => {
      const next = outcomes[runs++]
      if (runs === 3) resolve()
      return next?.() ?? accepted(null)
    }
    end = startRounds([{ name: 'r', everySeconds: 0.001, run }], (name, trouble) => void told.push([name, trouble]))
  })
  await end()
  const runsAtEnd = runs
  expect(told).toEqual([
    ['r', 'store-busy'],
    ['r', expect.any(Error)],
  ])
  await new Promise((resolve) => setImmediate(resolve))
  expect(runs).toBe(runsAtEnd)
})

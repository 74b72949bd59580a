import { expect, test } from 'vitest'
import { oneAfterAnother } from './one-after-another.ts'

/** Work that ends when it is told to. */
function held() {
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => (end = resolve))
  return { end, work: async () => ended.then(() => 'done') }
}

test('so many at a time, so many in line, and what comes then is answered null', async () => {
  const inTurn = oneAfterAnother(1, 1)
  const [first, second] = [held(), held()]
  const order: string[] = []
  const one = inTurn(first.work).then((said) => order.push(`first ${said}`))
  const other = inTurn(second.work).then((said) => order.push(`second ${said}`))
  expect(await inTurn(async () => 'third')).toBeNull()
  second.end()
  first.end()
  await Promise.all([one, other])
  expect(order).toEqual(['first done', 'second done'])
  expect(await inTurn(async () => 'later')).toBe('later')
})

test('work that fails makes room as well', async () => {
  const inTurn = oneAfterAnother(1, 0)
  await expect(inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await inTurn(async () => 'next')).toBe('next')
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { layeredMap } from './layered-map.ts'

test('a layer behaves as a copy would, and leaves what is under it as it was', () => {
  const pairs = fc.array(fc.tuple(fc.nat(5), fc.nat()))
  fc.assert(
    fc.property(pairs, pairs, (under, over) => {
      const base = new Map(under)
      const [layered, copy] = [layeredMap(base), new Map(base)]
      for (const [key, value] of over) {
        layered.set(key, value)
        copy.set(key, value)
      }
      expect([...layered]).toEqual([...copy])
      expect([layered.size, [...layered.keys()], [...layered.values()]]).toEqual([
        copy.size,
        [...copy.keys()],
        [...copy.values()],
      ])
      for (let key = 0; key <= 5; key += 1)
        expect([layered.has(key), layered.get(key)]).toEqual([copy.has(key), copy.get(key)])
      expect(base).toEqual(new Map(under))
    }),
  )
})

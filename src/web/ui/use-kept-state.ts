import { useEffect, useState } from 'react'
import { keepHere, keptValue } from './kept-here.ts'

/** State that outlives a reload: kept on the device whenever it is not `fresh`, and forgotten when it is so again. */
export function useKeptState<Value>(
  place: string,
  isValue: (value: unknown) => value is Value,
  fresh: Value,
): readonly [Value, (become: Value | ((before: Value) => Value)) => void] {
  const [value, setValue] = useState<Value>(() => keptValue(place, isValue) ?? fresh)
  const said = JSON.stringify(value)
  const isFresh = said === JSON.stringify(fresh)
  useEffect(() => {
    keepHere(place, isFresh ? null : said)
  }, [place, said, isFresh])
  return [value, setValue]
}

import { useCallback, useRef } from 'react'

/** One function for good, which does what the last one given does: what it is handed to need not be drawn again. */
export function useStable<Given extends readonly unknown[], Done>(act: (...given: Given) => Done) {
  const latest = useRef(act)
  latest.current = act
  return useCallback((...given: Given) => latest.current(...given), [])
}

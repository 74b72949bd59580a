import { useEffect, useRef } from 'react'

/** Calls `onIdle` once nobody has touched the page for so long; whoever touches begins the time anew. */
export function useIdle(milliseconds: number, onIdle: () => void): void {
  const latest = useRef(onIdle)
  useEffect(() => {
    latest.current = onIdle
  }, [onIdle])
  useEffect(() => {
    let timer = 0
    const begin = () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => {
        latest.current()
        begin()
      }, milliseconds)
    }
    begin()
    for (const sign of SIGNS) addEventListener(sign, begin, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of SIGNS) removeEventListener(sign, begin)
    }
  }, [milliseconds])
}

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'wheel'] as const

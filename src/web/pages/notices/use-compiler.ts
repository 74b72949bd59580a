import { useCallback, useEffect, useRef, useState } from 'react'
import type { RubricId } from '../../../core/kernel/identifiers.ts'
import type { Correction } from '../../../core/rubric/correction.ts'
import type { Compiled } from './compiled.ts'

export interface Compiler {
  readonly compile: (source: string, rubricId: RubricId, corrections?: readonly Correction[]) => Promise<Compiled>
  readonly isCompiling: boolean
  /** The worker could not be started or broke. */
  readonly isBroken: boolean
}

/** The compiler in a worker of its own, begun when it is first asked and ended with the page. */
export function useCompiler(): Compiler {
  const worker = useRef<Worker | null>(null)
  const tickets = useRef(0)
  const waiting = useRef(new Map<number, (compiled: Compiled) => void>())
  const [open, setOpen] = useState(0)
  const [isBroken, setBroken] = useState(false)
  useEffect(() => () => worker.current?.terminate(), [])
  const compile = useCallback((source: string, rubricId: RubricId, corrections: readonly Correction[] = []) => {
    worker.current ??= begin()
    const ticket = (tickets.current += 1)
    setOpen((count) => count + 1)
    const asked = new Promise<Compiled>((resolve) => waiting.current.set(ticket, resolve))
    worker.current.postMessage({ ticket, source, rubricId, corrections }, [])
    return asked

    function begin(): Worker {
      const begun = new Worker(new URL('./compile-worker.ts', import.meta.url), { type: 'module' })
      begun.addEventListener('message', ({ data }: MessageEvent<Compiled>) => {
        waiting.current.get(data.ticket)?.(data)
        waiting.current.delete(data.ticket)
        setOpen((count) => count - 1)
      })
      begun.addEventListener('error', () => setBroken(true))
      return begun
    }
  }, [])
  return { compile, isCompiling: open > 0 && !isBroken, isBroken }
}

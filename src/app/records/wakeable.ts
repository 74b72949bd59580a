/** A pause that is ended when there is something to do. */
export interface Wakeable {
  /** Until the bell rings, at the longest so long; not at all where it rang since the last pause. */
  readonly pause: (ms: number) => Promise<void>
  readonly ring: () => void
}

export function wakeable(): Wakeable {
  let hasRung = false
  let wake: () => void = () => undefined
  return {
    pause: async (ms) => {
      if (!hasRung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      hasRung = false
    },
    ring: () => {
      hasRung = true
      wake()
    },
  }
}

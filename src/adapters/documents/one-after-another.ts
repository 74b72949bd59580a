/** Runs so many pieces of work at a time and lets so many wait; what finds the line full is answered null. */
export function oneAfterAnother(
  atOnce: number,
  waiting: number,
): <Value>(work: () => Promise<Value>) => Promise<Value | null> {
  let running = 0
  const line: (() => void)[] = []
  return async (work) => {
    if (running >= atOnce) {
      if (line.length >= waiting) return null
      await new Promise<void>((resolve) => line.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}

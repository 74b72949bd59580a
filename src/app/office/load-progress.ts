/** How far the ledgers that are being loaded have been read, of all their events. */
export interface Load {
  read: number
  readonly of: number
}

/** Those that are done count until all are, so that it only grows while several are read. */
export function loadProgress() {
  const loads = new Set<Load>()
  let done = 0
  return {
    begin: (of: number): Load => {
      const load = { read: 0, of }
      loads.add(load)
      return load
    },
    end: (load: Load): void => {
      if (!loads.delete(load)) return
      done = loads.size === 0 ? 0 : done + load.of
    },
    /** Null while none is loaded. */
    soFar: (): Load | null => {
      if (loads.size === 0) return null
      let [read, of] = [done, done]
      for (const one of loads) {
        read += one.read
        of += one.of
      }
      return { read, of }
    },
  }
}

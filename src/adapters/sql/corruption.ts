/** SQLite's own code for it, which its driver throws too. */
export const CORRUPT = 11

/** To be thrown by whoever reads what the database took for whole and finds that it is not: answered as `store-corrupted`. */
export function corruption(detail: string): Error {
  return Object.assign(new TypeError(detail), { errcode: CORRUPT })
}

/** What `read` answers, or the corruption that it met: for lists of which one damaged row must not hide the others. */
export function orCorruption<Value>(read: () => Value): Value | Error {
  try {
    return read()
  } catch (error) {
    if (isCorruption(error)) return error
    throw error
  }
}

/** Those that could be read; where there are only others, the corruption is thrown. */
export function readable<Value>(found: readonly (Value | Error)[]): readonly Value[] {
  const sound = found.filter((one): one is Value => !(one instanceof Error))
  const damaged = found.find((one): one is Error => one instanceof Error)
  if (sound.length === 0 && damaged) throw damaged
  return sound
}

export function isCorruption(error: unknown): error is Error {
  return error instanceof Error && 'errcode' in error && error.errcode === CORRUPT
}

/**
 * Work on requests that has begun and is not done. Whoever asked may have left meanwhile: it goes on all the same, on stores
 * that must not be closed under it.
 */
export interface UnderWay {
  readonly during: <Done>(work: () => Promise<Done>) => Promise<Done>
  /** What is sent piece by piece is under way from its first piece until its last, or until nobody takes any more. */
  readonly sending: <Piece>(pieces: AsyncIterable<Piece>) => AsyncIterable<Piece>
  /** When all that has begun is done. */
  readonly none: () => Promise<void>
}

export function underWay(): UnderWay {
  let count = 0
  let told: (() => void)[] = []
  const end = () => {
    count -= 1
    if (count > 0) return
    for (const tell of told) tell()
    told = []
  }
  return {
    during: async (work) => {
      count += 1
      try {
        return await work()
      } finally {
        end()
      }
    },
    sending: (pieces) => ({
      [Symbol.asyncIterator]: () => {
        count += 1
        return endingOnce(pieces[Symbol.asyncIterator](), end)
      },
    }),
    none: async () => {
      if (count > 0) await new Promise<void>((resolve) => told.push(resolve))
    },
  }
}

/** Whoever hands out the pieces hears that nobody takes any more even where nobody took the first: a generator would not tell. */
function endingOnce<Piece>(pieces: AsyncIterator<Piece>, end: () => void): AsyncIterator<Piece> {
  let isOver = false
  const over = () => {
    if (isOver) return
    isOver = true
    end()
  }
  return {
    next: async () => {
      try {
        const next = await pieces.next()
        if (next.done === true) over()
        return next
      } catch (error) {
        over()
        throw error
      }
    },
    return: async () => {
      try {
        await pieces.return?.()
      } finally {
        over()
      }
      return { done: true, value: undefined }
    },
  }
}

/** Ctrl-C during the work is told by the signal; pressed again, or at any other time, it ends the program as ever. */
export async function interruptible<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const stopping = new AbortController()
  const stop = () => {
    process.off('SIGINT', stop)
    stopping.abort()
  }
  process.on('SIGINT', stop)
  try {
    return await work(stopping.signal)
  } finally {
    process.off('SIGINT', stop)
  }
}

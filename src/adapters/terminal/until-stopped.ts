/** Until Ctrl-C or an order to end; the second one is not waited for. */
export async function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (isStopping) process.exit(130)
        isStopping = true
        resolve()
      })
  })
}

/** Why the page cannot be opened again without a network, or that it can. */
export type Installed = 'yes' | 'not-yet' | 'insecure' | 'unsupported'

/**
 * Puts the page on the phone. A new version that waits takes over when the page is opened, before anything is typed: what
 * is being written is never torn away.
 */
export async function registerWorker(): Promise<Installed> {
  if (!isSecureContext) return 'insecure'
  if (!('serviceWorker' in navigator)) return 'unsupported'
  const { serviceWorker } = navigator
  try {
    const registration = await serviceWorker.register('/service-worker.js', { updateViaCache: 'none' })
    if (registration.waiting !== null && serviceWorker.controller !== null) {
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
      registration.waiting.postMessage('take-over', [])
      return 'yes'
    }
    await serviceWorker.ready
    return 'yes'
  } catch {
    // Without a network the worker that is there goes on; without a worker the page says that it is not installed.
    return serviceWorker.controller === null ? 'not-yet' : 'yes'
  }
}

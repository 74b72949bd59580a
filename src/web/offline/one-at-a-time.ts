import type { PhoneStore } from './phone-store.ts'

/** A tab that was killed holds its lease no longer than this. */
const LEASE_MS = 15_000
const NAME = 'mingheng-outbox'

/** Does the work unless another tab is at it; then null. By the browser's locks, or by a lease where it has none (plain HTTP). */
export async function oneAtATime<Value>(
  store: PhoneStore,
  holder: string,
  now: () => number,
  work: () => Promise<Value>,
): Promise<Value | null> {
  if (typeof navigator === 'object' && 'locks' in navigator)
    return navigator.locks.request(NAME, { ifAvailable: true }, async (lock) => (lock === null ? null : work()))
  return withLease(store, holder, now, work)
}

/** Exported for its test: which of the two is used depends on the browser. */
export async function withLease<Value>(
  store: PhoneStore,
  holder: string,
  now: () => number,
  work: () => Promise<Value>,
): Promise<Value | null> {
  if (!(await takeLease(store, holder, now()))) return null
  const renewing = setInterval(() => void takeLease(store, holder, now()), LEASE_MS / 3)
  try {
    return await work()
  } finally {
    clearInterval(renewing)
    await giveBack(store, holder)
  }
}

async function takeLease(store: PhoneStore, holder: string, now: number): Promise<boolean> {
  return store.transaction('rw', store.leases, async () => {
    const held = await store.leases.get(NAME)
    if (held !== undefined && held.holder !== holder && held.until > now) return false
    await store.leases.put({ name: NAME, holder, until: now + LEASE_MS })
    return true
  })
}

async function giveBack(store: PhoneStore, holder: string): Promise<void> {
  await store.transaction('rw', store.leases, async () => {
    const held = await store.leases.get(NAME)
    if (held?.holder === holder) await store.leases.delete(NAME)
  })
}

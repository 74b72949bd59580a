import type { PhoneStore } from './phone-store.ts'

/** What the browser says of the room on this phone; null where it does not say (plain HTTP). */
export interface StorageFacts {
  /** Of photos and recordings that are kept here, in bytes. */
  readonly used: number
  readonly left: number | null
  /** Whether the browser has promised not to clear it away by itself. */
  readonly isPersistent: boolean | null
}

export async function readStorageFacts(store: PhoneStore): Promise<StorageFacts> {
  let used = 0
  await store.files.each(({ content }) => (used += content?.size ?? 0))
  if (!('storage' in navigator)) return { used, left: null, isPersistent: null }
  const { quota, usage } = await navigator.storage.estimate()
  const left = quota === undefined ? null : Math.max(0, quota - (usage ?? 0))
  return { used, left, isPersistent: await navigator.storage.persisted() }
}

/** Asked once there is something to keep: then a browser that asks the person has a reason to show. */
export async function askToPersist(): Promise<void> {
  if ('storage' in navigator && !(await navigator.storage.persisted())) await navigator.storage.persist()
}

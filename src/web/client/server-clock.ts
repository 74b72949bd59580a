import type { Timestamp } from '../../core/kernel/timestamp.ts'

/**
 * What day it is, by the server's clock: days and deadlines are counted by that one, and a phone's may be wrong. How far the
 * two are apart is remembered, so that it holds without a network too.
 */
export function serverNow(): number {
  return Date.now() + Number(localStorage.getItem(APART) ?? 0)
}

/** Told with every answer to who I am, as soon as it comes. */
export function noteServerTime(now: Timestamp): void {
  const apart = Date.parse(now) - Date.now()
  localStorage.setItem(APART, String(Math.abs(apart) < TOLERANCE_MS ? 0 : apart))
}

/** What a slow answer and a watch set by hand may differ. */
const TOLERANCE_MS = 120_000
const APART = 'mingheng.clocks-apart'

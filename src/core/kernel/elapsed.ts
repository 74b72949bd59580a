import type { Timestamp } from './timestamp.ts'

const OFFSET_MS = 8 * 3_600_000

/** The instant of so many milliseconds since 1970 (UTC), in Asia/Shanghai; parts of a second are cut off. */
export function timestampOfEpoch(epochMs: number): Timestamp {
  return `${new Date(epochMs + OFFSET_MS).toISOString().slice(0, 19)}+08:00` as Timestamp
}

/** `seconds` may be negative. */
export function plusSeconds(time: Timestamp, seconds: number): Timestamp {
  return timestampOfEpoch(Date.parse(time) + seconds * 1_000)
}

/** How long after `from` is `to`; negative where it is before. */
export function secondsBetween(from: Timestamp, to: Timestamp): number {
  return (Date.parse(to) - Date.parse(from)) / 1_000
}

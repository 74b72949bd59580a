/** 12 846, with thin spaces. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, '\u2009')
}

const UNITS = ['B', 'KB', 'MB', 'GB'] as const

export function sizeOf(bytes: number): string {
  const power = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10))
  const amount = bytes / 1024 ** power
  return `${power === 0 || amount >= 100 ? Math.round(amount) : Number(amount.toFixed(1))}\u00a0${UNITS[power] ?? 'B'}`
}

/** 2021-10-21 08:45 of a timestamp. */
export function minuteOf(timestamp: string): string {
  return timestamp.slice(0, 16).replace('T', ' ')
}

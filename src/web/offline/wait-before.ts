const FIRST_MS = 1_000
const MOST_MS = 30_000

/** How long to wait after so many rounds in which nothing came across: twice as long each time, and not all phones at once. */
export function waitBefore(failures: number, chance: number): number {
  const least = Math.min(MOST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
  return Math.round(least * (0.75 + chance * 0.5))
}

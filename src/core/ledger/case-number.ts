/** What people call a finding or a bonus by: the number of the event that raised it, which nothing that follows changes. */
export function caseNumber({ because }: { readonly because: readonly number[] }): number {
  return because[0] ?? 0
}

/** As an office writes it: 第123号. */
export function numbered(number: number): string {
  return `第${number}号`
}

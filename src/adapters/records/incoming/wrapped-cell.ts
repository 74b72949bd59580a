/** `="007"`: how exports keep spreadsheets from taking an id for a number. */
const WRAPPED = /^="([^"]*)"$/u

export function isWrapped(cell: string): boolean {
  return WRAPPED.test(cell)
}

/** What is meant by it. */
export function unwrapped(cell: string): string {
  return cell.startsWith('="') ? cell.replace(WRAPPED, '$1') : cell
}

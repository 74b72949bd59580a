/** The inks of an official document: one meaning each, and every one has words beside it, so none is needed to read. */
export interface Ink {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  /** A point lost, and nothing else. */
  readonly lost: (text: string) => string
  /** A point gained or given back. */
  readonly gained: (text: string) => string
  /** Undecided. */
  readonly open: (text: string) => string
  /** What can be typed or opened. */
  readonly primary: (text: string) => string
}

export function inkFor({ isColor }: { readonly isColor: boolean }): Ink {
  return isColor ? COLORED : PLAIN
}

const plain = (text: string) => text
const PLAIN: Ink = { strong: plain, faint: plain, lost: plain, gained: plain, open: plain, primary: plain }

const sgr = (on: number, off: number) => (text: string) => (text === '' ? '' : `\u001B[${on}m${text}\u001B[${off}m`)
const COLORED: Ink = {
  strong: sgr(1, 22),
  faint: sgr(2, 22),
  lost: sgr(31, 39),
  gained: sgr(32, 39),
  open: sgr(33, 39),
  primary: sgr(36, 39),
}

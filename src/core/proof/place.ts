/** Where in a bundle: the line, counted from 1, and the entry's number in the chain. */
export interface Place {
  readonly line: number | null
  readonly seq: number | null
}

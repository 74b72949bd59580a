/** What a document says of itself on its last page, so that whoever holds it can see whether it is whole and unchanged. */
export interface DocumentProof {
  /** 核验码, in its groups; null where the document is of no sealed moment of the ledger. */
  readonly code: string | null
  /** How many events the ledger had, and the digest that it then ended in. */
  readonly ledger: { readonly seq: number; readonly head: string } | null
  /** How many rows each table must have. A writer tells how many it set, and a difference is refused. */
  readonly counts: readonly StatedCount[]
  /** The totals that stand in the document, for whoever compares two forms of it. */
  readonly totals: readonly StatedTotal[]
  /** All of that in words, as it is printed: 本表列扣分事项18条、加分事项2条；合计84.5分；…… */
  readonly sentences: readonly string[]
}

export interface StatedCount {
  readonly table: string
  readonly rows: number
}

export interface StatedTotal {
  readonly name: string
  /** Signed hundredths. */
  readonly points: number
}

import type { SourcePlace } from '../../../src/core/kernel/source-place.ts'

/** A notice issued in another form by a test. */
export interface IssuedForm<Content = Uint8Array> {
  readonly content: Content
  /** Where each criterion was put, by its id. */
  readonly places: ReadonlyMap<string, SourcePlace>
}

/** Sections merged over the rows of their items, or one row a section. */
export type RowManner = 'one an item' | 'one a section'

export function criterionOf(clause: string): string {
  return clause.split('.').slice(0, 2).join('.')
}

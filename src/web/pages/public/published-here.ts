import type { Answered } from '../../client/call.ts'
import type { Judgment } from '../../verifier/judge-file.ts'

/** What is published of one assessment, as the page has it. */
export type PublicResults = Answered<'readPublicResults'>

/** One file that was handed in to be verified. */
export interface HandedIn {
  readonly number: number
  readonly name: string
  /** How much has been read, 0 to 1; then what came of it, or that the file cannot be read. */
  readonly state: number | Judgment | 'unreadable'
}

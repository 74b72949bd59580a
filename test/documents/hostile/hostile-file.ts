import type { NoticeFault } from '../../../src/app/ports/file-fault.ts'

/**
 * A file that nobody should have, and what must become of it: the code of the fault that is told, or words that are read all the
 * same.
 */
export type HostileFile = readonly [
  title: string,
  fileName: string,
  content: () => Uint8Array,
  outcome: NoticeFault['code'] | (string & {}),
]

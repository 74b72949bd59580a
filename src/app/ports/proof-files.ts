import type { Digest } from '../../core/ledger/chain.ts'
import type { BundleLine } from '../../core/proof/verify-bundle.ts'
import type { FileFault } from './file-fault.ts'

/** Bundles and evidence as files of this machine: large ones pass through without being held. */
export interface ProofFiles {
  /** Hands over every line in order, decoded strictly: equal texts are equal bytes. */
  readonly readLines: (path: string, take: (line: BundleLine) => void) => Promise<FileAnswer<null>>
  /**
   * A new file that appears under its name only when it is complete; one that is there already is never touched
   * (`file-exists`).
   */
  readonly writeNew: (path: string) => Promise<FileAnswer<NewFile>>
  /** A file of that name in the folder, which is made where it is missing; one that is there is never touched. */
  readonly copyInto: (folder: string, name: string, content: AsyncIterable<Uint8Array>) => Promise<FileAnswer<null>>
  /** SHA-256 of every file in a folder and the folders within, by path; what cannot be read is told as such. */
  readonly digestFolder: (path: string, take: (file: DigestedFile) => void) => Promise<FileAnswer<null>>
}

export type FileAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: FileFault | WriteFault }

export type WriteFault =
  | { readonly code: 'file-exists'; readonly path: string }
  | { readonly code: 'file-not-written'; readonly path: string; readonly detail: string }

export interface NewFile {
  /** Waits where the disk is slower. */
  readonly write: (text: string) => Promise<FileAnswer<null>>
  /** On the disk and under its name when this answers. */
  readonly finish: () => Promise<FileAnswer<null>>
  /** Takes away what was written so far. */
  readonly abandon: () => Promise<void>
}

/** `path` is relative to the folder. */
export interface DigestedFile {
  readonly path: string
  readonly digest: Digest | null
}

import type { CsvShape } from './csv-shape.ts'
import type { TextEncoding } from './text-encoding.ts'
import type { PackageParts } from '../../office-package/open-package.ts'

/** What a file turned out to be. `digest`: its SHA-256. */
export type Recognized = { readonly digest: string } & (
  | {
      readonly kind: 'csv'
      readonly encoding: TextEncoding
      readonly shape: CsvShape
      /** The names of the header's columns, some perhaps blank, none at the end. */
      readonly names: readonly string[]
      /** Whether DuckDB can read it where it lies. False where that was not certain at a glance. */
      readonly isTidy: boolean
    }
  | { readonly kind: 'jsonl'; readonly encoding: TextEncoding; readonly form: 'lines' | 'array' }
  | { readonly kind: 'xlsx'; readonly parts: PackageParts }
  | { readonly kind: 'parquet' }
)

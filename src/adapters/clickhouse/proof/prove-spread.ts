import { sqlTokens } from '../../../core/detection/sql-tokens.ts'
import { wordFaults } from '../../../core/detection/portable-words.ts'
import type { DataSetName } from '../../../core/records/data-set.ts'
import type { SqlNode } from '../../records/vetting.ts'
import { knownTable, type KnownSizes } from './known-tables.ts'
import type { Proof } from './proof-terms.ts'
import { proveQuery } from './prove-query.ts'

export type Proven =
  /** Each shard has a part of the answer. */
  | { readonly kind: 'spread' }
  /** Each shard has all of it. */
  | { readonly kind: 'everywhere' }
  /** `why` is the first thing that was doubted; the others may follow from it. */
  | { readonly kind: 'doubted'; readonly why: string }

export interface ToProve extends Omit<KnownSizes, 'centers'> {
  readonly dataSets: readonly DataSetName[]
  readonly centers: readonly string[]
}

/** Whether the shards can be trusted with a SELECT that was vetted: its text, and the same as the parser read it. */
export function proveSpread(sql: string, node: SqlNode, asked: ToProve): Proven {
  const sizes = { ...asked, centers: asked.centers.length }
  const proof: Proof = {
    tables: (name) => knownTable(name, asked.dataSets, sizes),
    isSlashFree: asked.centers.every((center) => !center.includes('/')),
    needed: null,
    doubts: new Set(),
  }
  for (const doubt of textDoubts(sql)) proof.doubts.add(doubt)
  const { place } = proveQuery(proof, node)
  const [why] = proof.doubts
  return why === undefined ? { kind: place } : { kind: 'doubted', why }
}

/** What the parser has read away, and another one would read otherwise. */
function textDoubts(sql: string): readonly string[] {
  const tokens = sqlTokens(sql)
  const isSimpleCase = tokens.some(
    ({ text }, at) => text.toUpperCase() === 'CASE' && tokens[at + 1]?.text.toUpperCase() !== 'WHEN',
  )
  return [
    ...wordFaults(tokens, 1).map(({ message }) => message),
    ...(isSimpleCase ? ['CASE 之后不是 WHEN'] : []),
    ...(sql.includes('/*') ? ['/* 注释'] : []),
  ]
}

import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import { refused } from '../../core/kernel/outcome.ts'
import { integerOf, textOf } from '../sql/row.ts'
import { query } from '../sql/sql-database.ts'

/** Where a center's records are looked for: by the number of shards, in the database of that name. */
export interface SettledShards {
  readonly shards: number
  readonly name: string
}

export const SHARDS = query('SELECT shards, name FROM record_shards', (row): SettledShards => ({
  shards: integerOf(row, 'shards'),
  name: textOf(row, 'name'),
}))

/** For a node that was started before records went to another number of shards: half of what it looks for lies elsewhere. */
export function shardsChanged(place: string): Extract<Stored<never>, { ok: false }> {
  return storeFault(
    'store-unreachable',
    place,
    '业务记录已改放到另外的分片上，与本节点启动时的配置不同；请照新的填写 recordShards，重启本节点',
  )
}

/** For who removes a district: what a move has put elsewhere would stay there, and nobody would know of it. */
export function movesUnfinished() {
  return refused(
    'records-moving',
    '搬业务记录（mingheng move-records）没有做完，这个区的记录可能还在另外的分片上，没有移除任何内容；请照原来的来源和目标再运行一次，做完以后再移除',
  )
}

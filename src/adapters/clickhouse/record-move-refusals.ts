import { refused, type Refusal } from '../../core/kernel/outcome.ts'

/** Why records are not moved, for the person who asked for it. */
const RECORD_MOVE_REFUSALS = {
  'records-unlike': (what: string, place: string) =>
    `${what}从“${place}”读出来，与导入时的摘要不符，没有搬：分片上的内容变了，或那以后换过 DuckDB 的版本。请先重新导入这个月的文件；确认只是换过版本的，加 --as-held 照分片上现有的搬`,
  'records-differ': (what: string, place: string) =>
    `${what}放到“${place}”以后读回来，与放进去的不同，没有采用；请检查那里的服务器和磁盘，再运行一次`,
  'records-misplaced': (held: string, given: string) =>
    `目录里记的是${held}，所给的来源却是${given}，没有搬；请用 --from 指明现在放在哪里，或核对 recordShards`,
  'records-same-shards': (shards: number) =>
    `来源和目标都是 ${shards} 个分片，一个中心的记录在第几个分片不会变，没有搬；要换机器，请停止所有节点，把那个分片的库整个抄过去，再改地址`,
} as const

export function recordMoveRefusal<Code extends keyof typeof RECORD_MOVE_REFUSALS>(
  code: Code,
  ...facts: Parameters<(typeof RECORD_MOVE_REFUSALS)[Code]>
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  const say = RECORD_MOVE_REFUSALS[code] as (...facts: readonly (string | number)[]) => string
  return refused(code, say(...facts))
}

import type { KeptApart, KnownNode } from '../app/ports/node-store.ts'
import type { Configuration } from './configuration-keys.ts'

/** What each is called, and the setting that has it where all nodes see it. */
const KEPT: Readonly<Record<KeptApart, readonly [name: string, setting: string]>> = {
  evidence: ['证据', 'objectStoreUrl'],
  'record-files': ['上传的记录文件', 'objectStoreUrl'],
  records: ['业务记录', 'recordShards'],
}

/** What this server keeps in its own data folder, where another node on the same database would not find it. */
export function keptApart({
  objectStoreUrl,
  recordShards,
}: Pick<Configuration, 'objectStoreUrl' | 'recordShards'>): readonly KeptApart[] {
  return [
    ...(objectStoreUrl === null ? (['evidence', 'record-files'] as const) : []),
    ...(recordShards.length === 0 ? (['records'] as const) : []),
  ]
}

/** For who starts a node that cannot be beside another one. */
export function apartSentence(own: readonly KeptApart[], from: KnownNode): string {
  const other = `节点“${from.name}”（${from.address}，版本 ${from.version}）`
  const [whose, keeps] = own.length > 0 ? ['本节点', own] : ['它', from.keeps]
  const names = keeps.map((kept) => KEPT[kept][0]).join('、')
  const settings = [...new Set(keeps.map((kept) => KEPT[kept][1]))].join('、')
  return `${other}正在同一个数据库上运行，而${whose}把${names}放在自己的数据文件夹里，别的节点看不到，没有启动。请先在所有节点上配置共用的存放处（${settings}）；只用一个节点的，请先停止另一个`
}

import type { Configuration } from './configuration-keys.ts'

/** What cannot be the name of a database, or was told of shards although there are none. */
export function recordShardFaults(
  configuration: Pick<Configuration, 'recordShards' | 'recordDatabase' | 'recordPassword'>,
): readonly Fault[] {
  const { recordShards, recordDatabase, recordPassword } = configuration
  const faults: Fault[] = []
  if (!NAME.test(recordDatabase))
    faults.push({
      key: 'recordDatabase',
      found: JSON.stringify(recordDatabase),
      expected: '小写字母开头，由小写字母、数字和下划线组成，至多 41 个字符',
    })
  if (recordShards.length === 0 && recordPassword !== '')
    faults.push({ key: 'recordPassword', found: '已填', expected: '不填，或同时填 recordShards（各分片的地址）' })
  const servers = recordShards.flatMap((shard) => shard.split('|').map((url) => url.trim()))
  const repeated = servers.find((server, at) => servers.indexOf(server) !== at)
  if (repeated !== undefined)
    faults.push({
      key: 'recordShards',
      found: JSON.stringify(repeated),
      expected: '各不相同的分片和副本，这一个地址写了两次',
    })
  return faults
}

interface Fault {
  readonly key: string
  readonly found: string
  readonly expected: string
}

const NAME = /^[a-z][a-z0-9_]{0,40}$/

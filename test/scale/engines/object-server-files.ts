import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'

/** The parts of OpenStack Swift that answer, each a process of its own. */
export const OBJECT_PROGRAMS = ['account-server', 'container-server', 'object-server', 'proxy-server']

export interface ObjectServerPorts {
  readonly proxy: number
  readonly account: number
  readonly container: number
  readonly object: number
}

export interface ObjectServerKeys {
  readonly keyId: string
  readonly secret: string
}

/** Everything of one node with one copy of each object, in a folder of its own; no daemon of the system is touched. */
export function writeObjectServerFiles(folder: string, ports: ObjectServerPorts, keys: ObjectServerKeys): void {
  mkdirSync(join(folder, 'devices', 'd1'), { recursive: true })
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text.trimStart())
  write('swift.conf', '[swift-hash]\nswift_hash_path_suffix = test\n')
  const { account, container, object } = ports
  execFileSync('/usr/bin/python3', ['-c', MAKE_RINGS, folder, `${account}`, `${container}`, `${object}`])
  for (const kind of ['account', 'container', 'object'] as const)
    write(`${kind}-server.conf`, storageFile(folder, kind, ports[kind]))
  write('proxy-server.conf', proxyFile(folder, ports.proxy, keys))
}

/** One process of the packages' own library for all rings: the program for it would have to be started nine times. */
const MAKE_RINGS = `
import sys
from swift.common.ring import RingBuilder
folder = sys.argv[1]
for kind, port in zip(('account', 'container', 'object'), sys.argv[2:]):
    builder = RingBuilder(4, 1, 0)
    builder.add_dev({'id': 0, 'region': 1, 'zone': 1, 'ip': '127.0.0.1', 'port': int(port), 'device': 'd1', 'weight': 1.0,
        'replication_ip': '127.0.0.1', 'replication_port': int(port), 'meta': ''})
    builder.rebalance()
    builder.get_ring().save(f'{folder}/{kind}.ring.gz')
`

function common(folder: string, port: number): string {
  return `
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
user = ${userInfo().username}
swift_dir = ${folder}
workers = 0
log_address = ${join(folder, 'no-log')}
`
}

/** Waits for a busy machine instead of leaving a listing behind. */
function storageFile(folder: string, kind: string, port: number): string {
  return `${common(folder, port)}
devices = ${join(folder, 'devices')}
mount_check = false
fallocate_reserve = 0
container_update_timeout = 30
conn_timeout = 5
node_timeout = 30

[pipeline:main]
pipeline = ${kind}-server

[app:${kind}-server]
use = egg:swift#${kind}
`
}

function proxyFile(folder: string, port: number, { keyId, secret }: ObjectServerKeys): string {
  const [account = '', user = ''] = keyId.split(':')
  return `${common(folder, port)}
[pipeline:main]
pipeline = catch_errors cache listing_formats s3api tempauth copy container-quotas slo dlo proxy-server

[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
conn_timeout = 5
node_timeout = 30
recoverable_node_timeout = 30
error_suppression_limit = 1000000

[filter:catch_errors]
use = egg:swift#catch_errors

[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
error_suppression_limit = 1000000

[filter:listing_formats]
use = egg:swift#listing_formats

[filter:s3api]
use = egg:swift#s3api
location = us-east-1

[filter:tempauth]
use = egg:swift#tempauth
user_${account}_${user} = ${secret} .admin

[filter:copy]
use = egg:swift#copy

[filter:container-quotas]
use = egg:swift#container_quotas

[filter:slo]
use = egg:swift#slo

[filter:dlo]
use = egg:swift#dlo
`
}

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { followScores } from '../../src/api/routes/follow-scores.ts'
import { readHealth } from '../../src/api/routes/read-health.ts'
import { readServiceState } from '../../src/api/routes/read-service-state.ts'
import { KEY_RULES } from '../../src/main/configuration-keys.ts'
import {
  at,
  COMPOSE,
  DEPLOY,
  DEPLOY_FILES,
  deployText,
  listAt,
  manifest,
  MANIFESTS,
  recordAt,
  yamlOf,
} from './deploy-files.ts'

const NODES = ['node-1', 'node-2']
const PORT = Number(KEY_RULES.port.usual)
/** A server stops within so many seconds after it has drained. */
const STOP_SECONDS = 10

test.each(DEPLOY_FILES.filter((path) => path.endsWith('.yaml')))('%s can be read', (path) => {
  expect(yamlOf(path).length).toBeGreaterThan(0)
})

test('every image says which version it is', () => {
  const images = DEPLOY_FILES.flatMap((path) =>
    [...deployText(path).matchAll(/^\s*(?:image:|FROM)\s+(\S+)/gm)].map(([, image = '']) => image),
  )
  expect(images.length).toBeGreaterThan(6)
  expect(images.filter((image) => !/:(\d+\.\d+|RELEASE\.\d{4})\S*$/.test(image))).toEqual([])
})

test('what compose mounts and builds from is there', () => {
  const services = Object.entries(recordAt(COMPOSE, 'services'))
  const mounted = services.flatMap(([, service]) =>
    ((service as { readonly volumes?: readonly string[] }).volumes ?? []).filter((volume) => volume.startsWith('.')),
  )
  const paths = mounted.map((volume) => volume.split(':')[0] ?? '')
  expect(paths.filter((path) => !existsSync(join(DEPLOY, path)))).toEqual([])
  const { context, dockerfile } = recordAt(COMPOSE, 'services', 'node-1', 'build')
  expect(existsSync(join(DEPLOY, String(context), String(dockerfile)))).toBe(true)
})

test('the image holds what a server needs, and only what there is', () => {
  const copied = [...deployText('Dockerfile').matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(
    ([, path = '']) => path,
  )
  const made = ['dist', 'node_modules']
  expect(copied.filter((path) => !made.includes(path) && !existsSync(join(dirname(DEPLOY), path)))).toEqual([])
  expect(copied).toEqual(expect.arrayContaining(['package.json', 'bin', 'src', 'templates', ...made]))
})

test('what compose runs is words: an unquoted one with a colon is a map to YAML', () => {
  const services = Object.values(recordAt(COMPOSE, 'services')) as readonly {
    readonly command?: unknown
    readonly entrypoint?: unknown
    readonly healthcheck?: { readonly test: unknown }
  }[]
  const run = services.flatMap(({ command, entrypoint, healthcheck }) => [command, entrypoint, healthcheck?.test])
  const words = run.filter((said) => said !== undefined).flatMap((said) => said)
  expect(words.length).toBeGreaterThan(20)
  expect(words.filter((word) => typeof word !== 'string')).toEqual([])
})

test('secrets that a service of compose reads are given to it', () => {
  const known = Object.keys(recordAt(COMPOSE, 'secrets'))
  for (const [name, service] of Object.entries(recordAt(COMPOSE, 'services'))) {
    const { secrets = [], environment = {} } = service as {
      readonly secrets?: readonly string[]
      readonly environment?: Readonly<Record<string, string>>
    }
    const read = Object.values(environment).flatMap((value) => /^\/run\/secrets\/(\w+)$/.exec(value)?.[1] ?? [])
    expect([name, read.filter((secret) => !secrets.includes(secret) || !known.includes(secret))]).toEqual([name, []])
  }
})

test('secrets that a pod reads are keys of the secret, and no file here holds one', () => {
  const keys = Object.keys(recordAt(manifest('Secret mingheng'), 'stringData'))
  const read = Object.values(recordAt(manifest('ConfigMap mingheng'), 'data')).flatMap(
    (value) => /^\/run\/secrets\/mingheng\/(\w+)$/.exec(String(value))?.[1] ?? [],
  )
  expect(read.length).toBeGreaterThan(2)
  expect(read.filter((key) => !keys.includes(key))).toEqual([])
  expect(listAt(podOf('Deployment mingheng'), 'volumes')).toContainEqual(
    expect.objectContaining({ secret: expect.objectContaining({ secretName: 'mingheng' }) as unknown }),
  )
  const open = DEPLOY_FILES.filter((path) =>
    /(PASSWORD|SECRET|DATABASE_URL)=\S|_(PASSWORD|SECRET|URL): postgres/.test(deployText(path)),
  )
  expect(open).toEqual([])
})

test('balancers, probes and services all mean the port that nodes listen on', () => {
  const upstream = [...deployText('nginx/compose.conf').matchAll(/server (node-\d):(\d+)/g)].map(([, ...node]) => node)
  expect(upstream).toEqual(NODES.map((node) => [node, String(PORT)]))
  const [, listens = ''] = /listen (\d+)/.exec(deployText('nginx/compose.conf')) ?? []
  expect(listAt(COMPOSE, 'services', 'balancer', 'ports')).toEqual([`8080:${listens}`])
  expect(deployText('Dockerfile')).toContain(`EXPOSE ${PORT}`)
  const container = containerOf('Deployment mingheng')
  expect(listAt(container, 'ports')).toEqual([{ name: 'http', containerPort: PORT }])
  expect(at(manifest('Service mingheng'), 'spec', 'ports', 0, 'targetPort')).toBe('http')
  expect(at(manifest('NetworkPolicy mingheng'), 'spec', 'ingress', 0, 'ports')).toEqual([{ port: PORT }])
  const instances = [...deployText('nginx/hosts.conf').matchAll(/server 127\.0\.0\.1:(\d+)/g)].map(([, port]) => port)
  const named = [...deployText('nginx/hosts.conf').matchAll(/mingheng@(\d+)/g)].map(([, port]) => port)
  expect(instances).toEqual(named)
})

test('whoever looks after a node asks addresses that it has', () => {
  const container = containerOf('Deployment mingheng')
  const asked = (probe: string) => at(container, probe, 'httpGet', 'path')
  expect([asked('startupProbe'), asked('livenessProbe')]).toEqual([readHealth.path, readHealth.path])
  expect(asked('readinessProbe')).toBe(readServiceState.path)
  for (const node of NODES)
    expect(JSON.stringify(at(COMPOSE, 'services', node, 'healthcheck', 'test'))).toContain(
      `127.0.0.1:${PORT}${readServiceState.path}'`,
    )
})

test('what is told as it happens passes the balancer unbuffered', () => {
  const [, pattern = '', block = ''] =
    /location ~ (\S+) \{([^}]*proxy_buffering off[^}]*)\}/.exec(deployText('nginx/locations.conf')) ?? []
  expect(followScores.path.replace('{assessmentId}', 'a-2021')).toMatch(new RegExp(pattern))
  expect(block).toMatch(/proxy_read_timeout \d+h/)
})

test('whoever stops a node waits until it has drained and stopped', () => {
  const spared = STOP_SECONDS + 5
  const drain = Number(at(manifest('ConfigMap mingheng'), 'data', 'MINGHENG_DRAIN_SECONDS'))
  expect(at(podOf('Deployment mingheng'), 'terminationGracePeriodSeconds')).toBeGreaterThanOrEqual(drain + spared)
  for (const node of NODES) {
    const seconds = Number.parseInt(String(at(COMPOSE, 'services', node, 'stop_grace_period')), 10)
    expect(seconds).toBeGreaterThanOrEqual(
      Number(at(COMPOSE, 'services', node, 'environment', 'MINGHENG_DRAIN_SECONDS')) + spared,
    )
  }
  const unit = deployText('systemd/mingheng@.service')
  const [, unitDrain = ''] = /MINGHENG_DRAIN_SECONDS=(\d+)/.exec(unit) ?? []
  expect(Number(/TimeoutStopSec=(\d+)/.exec(unit)?.[1])).toBeGreaterThanOrEqual(Number(unitDrain) + spared)
})

test('one of two nodes may always go: budgets, rollouts and selectors mean the same pods', () => {
  const { replicas, strategy, selector } = recordAt(manifest('Deployment mingheng'), 'spec')
  expect([replicas, at(strategy, 'rollingUpdate', 'maxUnavailable')]).toEqual([2, 0])
  expect(at(manifest('PodDisruptionBudget mingheng'), 'spec')).toEqual({ minAvailable: 1, selector })
  for (const name of ['Deployment mingheng', 'StatefulSet clickhouse'])
    expect(at(manifest(name), 'spec', 'template', 'metadata', 'labels')).toEqual(
      at(manifest(name), 'spec', 'selector', 'matchLabels'),
    )
  expect([...MANIFESTS.values()].map((one) => at(one, 'metadata', 'namespace'))).toEqual(
    Array.from(MANIFESTS, () => 'mingheng'),
  )
})

test('there are as many shards as nodes are told of', () => {
  const told = (shards: unknown) => String(shards).split(',')
  const names = Object.keys(recordAt(COMPOSE, 'services')).filter((name) => name.startsWith('shard-'))
  const composed = told(at(COMPOSE, 'services', 'node-1', 'environment', 'MINGHENG_RECORD_SHARDS'))
  expect(composed).toEqual(names.map((name) => `http://${name}:8123`))
  const pods = told(at(manifest('ConfigMap mingheng'), 'data', 'MINGHENG_RECORD_SHARDS'))
  expect(pods).toEqual(
    Array.from(
      { length: Number(at(manifest('StatefulSet clickhouse'), 'spec', 'replicas')) },
      (_, n) => `http://clickhouse-${n}.clickhouse:8123`,
    ),
  )
})

test('PostgreSQL is told to keep what it has confirmed, and has room for the connections of the nodes', () => {
  const settings = new Map(
    [...deployText('postgresql/mingheng.conf').matchAll(/^(\w+) = ([^#\n]+)/gm)].map(
      ([, name = '', value = '']) => [name, value.trim()] as const,
    ),
  )
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) expect(settings.get(name)).toBe('on')
  const each = Number(at(COMPOSE, 'services', 'node-1', 'environment', 'MINGHENG_DATABASE_CONNECTIONS')) + 2
  expect(Number(settings.get('max_connections'))).toBeGreaterThan(each * NODES.length)
})

function podOf(name: string): unknown {
  return at(manifest(name), 'spec', 'template', 'spec')
}

function containerOf(name: string): unknown {
  return at(podOf(name), 'containers', 0)
}

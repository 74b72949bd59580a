import { expect, test } from 'vitest'
import { environmentName, KEY_RULES } from '../../src/main/configuration-keys.ts'
import { faultSentence, readConfiguration } from '../../src/main/configuration.ts'
import { at, COMPOSE, DEPLOY_FILES, deployText, manifest, recordAt } from './deploy-files.ts'

const NAMES = new Set([
  ...Object.entries(KEY_RULES).flatMap(([key, { kind }]) => [
    environmentName(key),
    ...(kind === 'secret' ? [environmentName(`${key}File`)] : []),
  ]),
  'MINGHENG_CONFIG',
  'MINGHENG_DATA',
])

test.each(DEPLOY_FILES.filter((path) => /MINGHENG_[A-Z]/.test(deployText(path))))(
  '%s names settings that there are',
  (path) => {
    const named = [...deployText(path).matchAll(/MINGHENG_[A-Z_]*[A-Z]/g)].map(([name]) => name)
    expect(named.filter((name) => !NAMES.has(name))).toEqual([])
  },
)

test.each<[where: string, environment: () => Readonly<Record<string, string>>]>([
  ['a node of compose', () => environmentOf(recordAt(COMPOSE, 'services', 'node-1', 'environment'))],
  ['its neighbor', () => environmentOf(recordAt(COMPOSE, 'services', 'node-2', 'environment'))],
  ['a pod', () => environmentOf(recordAt(manifest('ConfigMap mingheng'), 'data'))],
  ['one server', () => unitEnvironment('systemd/mingheng.service', '8640')],
  ['a node of systemd', () => ({ ...unitEnvironment('systemd/mingheng@.service', '8641'), ...nodeFile() })],
])('%s starts with the settings that it is given', (_where, environment) => {
  const given = environment()
  expect(Object.keys(given).length).toBeGreaterThan(0)
  const read = readConfiguration(given, (path) => (path.endsWith('mingheng.json') ? null : secretIn(path)))
  expect(read.ok ? [] : read.faults.map(faultSentence)).toEqual([])
})

test('two nodes of compose differ in their names only', () => {
  const [one, other] = ['node-1', 'node-2'].map((node) =>
    environmentOf(recordAt(COMPOSE, 'services', node, 'environment')),
  )
  expect({ ...one, MINGHENG_NODE_NAME: '' }).toEqual({ ...other, MINGHENG_NODE_NAME: '' })
  expect(one?.['MINGHENG_NODE_NAME']).not.toBe(other?.['MINGHENG_NODE_NAME'])
})

test('a pod is called by its own name', () => {
  const container = at(manifest('Deployment mingheng'), 'spec', 'template', 'spec', 'containers', 0)
  expect(at(container, 'env')).toContainEqual({
    name: environmentName('nodeName'),
    valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
  })
})

function environmentOf(given: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
}

/** `%i`, `%H` and `%d` as systemd puts them in. */
function unitEnvironment(path: string, instance: string): Record<string, string> {
  const lines = [...deployText(path).matchAll(/^Environment=(.*)$/gm)].map(([, line = '']) => line)
  const said = lines.join(' ').replaceAll('%i', instance).replaceAll('%H', 'host').replaceAll('%d', '/run/credentials')
  return settingsIn(said.split(' '))
}

function nodeFile(): Record<string, string> {
  return settingsIn(deployText('systemd/node.env').split('\n'))
}

function settingsIn(words: readonly string[]): Record<string, string> {
  const pairs = words.flatMap((word) => /^(MINGHENG_\w+)=(.*)$/.exec(word)?.slice(1) ?? [])
  return Object.fromEntries(Array.from({ length: pairs.length / 2 }, (_, n) => [pairs[2 * n], pairs[2 * n + 1]]))
}

function secretIn(path: string): string {
  return path.endsWith('database_url') ? 'postgresql://mingheng:hidden@postgres:5432/mingheng' : 'a secret of its own'
}

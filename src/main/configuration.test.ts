import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readConfiguration } from './configuration.ts'
import { environmentName, KEY_RULES } from './configuration-keys.ts'

const files: Readonly<Record<string, string>> = {
  'data/mingheng.json': '{"port": 9000, "trustedProxies": ["10.0.0.1"], "publicUrl": "https://k.example/"}',
  'other.json': '{"port": "9001"}',
  'list.json': '[]',
  'broken.json': '{"port":',
  'wrong.json': '{"prot": 1, "port": 70000}',
  secret: ' s3cret\n',
  empty: '\n',
}
const readText = (path: string) => {
  if (path === 'forbidden.json') throw new Error('EACCES')
  return files[path.replace(/^\.\//, '')] ?? null
}
const read = (environment: Readonly<Record<string, string>>) =>
  readConfiguration({ MINGHENG_DATA: 'nowhere', ...environment }, readText)

test.each<[given: string, environment: Record<string, string>, key: string]>([
  ['a mail server without a sender', { MINGHENG_SMTP_HOST: 'smtp.example.cn' }, 'mailFrom'],
  ['a webhook without a secret', { MINGHENG_WEBHOOK_URLS: 'https://h.example.cn' }, 'webhookSecret'],
  [
    'a webhook in the clear',
    { MINGHENG_WEBHOOK_URLS: 'http://h.example.cn', MINGHENG_WEBHOOK_SECRET: 'x'.repeat(16) },
    'webhookUrls',
  ],
])('given %s', (_given, environment, key) => {
  expect(read(environment)).toMatchObject({ ok: false, faults: [{ key }] })
})

test.each<[given: string, environment: Record<string, string>, expected: Record<string, unknown>]>([
  ['nothing', {}, { port: 8640, host: '127.0.0.1', publicUrl: null, requestRate: 1200 }],
  ['the environment', { MINGHENG_PORT: '0', MINGHENG_REQUEST_RATE: 'none' }, { port: 0, requestRate: null }],
  [
    'a file in the data folder',
    { MINGHENG_DATA: './data' },
    { port: 9000, trustedProxies: ['10.0.0.1'], publicUrl: 'https://k.example', dataFolder: './data' },
  ],
  ['the environment over the file', { MINGHENG_DATA: './data', MINGHENG_PORT: '1' }, { port: 1 }],
  ['another file', { MINGHENG_CONFIG: 'other.json' }, { port: 9001 }],
  ['a secret in a file', { MINGHENG_SIGN_ON_CLIENT_SECRET_FILE: 'secret' }, { signOnClientSecret: 's3cret' }],
  [
    'a list',
    { MINGHENG_TRUSTED_PROXIES: '10.0.0.1, ::1', MINGHENG_PUBLIC_URL: 'http://a' },
    { trustedProxies: ['10.0.0.1', '::1'] },
  ],
])('given %s', (_given, environment, expected) => {
  expect(read(environment)).toMatchObject({ ok: true, value: expected })
})

test.each<[given: string, environment: Record<string, string>, key: string]>([
  ['a port that is none', { MINGHENG_PORT: '80a' }, 'MINGHENG_PORT'],
  ['a port too high', { MINGHENG_PORT: '65536' }, 'MINGHENG_PORT'],
  ['an empty host', { MINGHENG_HOST: ' ' }, 'MINGHENG_HOST'],
  ['a misspelt name', { MINGHENG_PROT: '1' }, 'MINGHENG_PROT'],
  ['a misspelt name in the file', { MINGHENG_CONFIG: 'wrong.json' }, 'prot'],
  ['a file that is not there', { MINGHENG_CONFIG: 'none.json' }, 'MINGHENG_CONFIG'],
  ['a file that is no object', { MINGHENG_CONFIG: 'list.json' }, 'list.json'],
  ['a file that is cut off', { MINGHENG_CONFIG: 'broken.json' }, 'broken.json'],
  ['a file that may not be read', { MINGHENG_CONFIG: 'forbidden.json' }, 'forbidden.json'],
  ['an address without a scheme', { MINGHENG_PUBLIC_URL: 'k.example' }, 'MINGHENG_PUBLIC_URL'],
  ['an access log kept too short', { MINGHENG_ACCESS_LOG_DAYS: '180' }, 'MINGHENG_ACCESS_LOG_DAYS'],
  ['a choice that is none', { MINGHENG_LOG_LEVEL: 'loud' }, 'MINGHENG_LOG_LEVEL'],
  [
    'a secret file that is empty',
    { MINGHENG_SIGN_ON_CLIENT_SECRET_FILE: 'empty' },
    'MINGHENG_SIGN_ON_CLIENT_SECRET_FILE',
  ],
  ['proxies without an address of the server', { MINGHENG_TRUSTED_PROXIES: '10.0.0.1' }, 'publicUrl'],
  [
    'an issuer without a client',
    { MINGHENG_SIGN_ON_ISSUER: 'https://i', MINGHENG_PUBLIC_URL: 'https://k' },
    'signOnClientId',
  ],
])('%s is told', (_given, environment, key) => {
  const result = read(environment)
  expect(result.ok).toBe(false)
  if (!result.ok) expect(result.faults.map((fault) => fault.key)).toContain(key)
})

test('all faults are told at once, and never a secret', () => {
  const result = read({ MINGHENG_CONFIG: 'wrong.json', MINGHENG_LOG_LEVEL: 'x', MINGHENG_SIGN_ON_CLIENT_SECRET: ' ' })
  expect(JSON.stringify(result)).not.toContain('" "')
  if (!result.ok)
    expect(result.faults.map(({ key }) => key)).toEqual([
      'prot',
      'port',
      'MINGHENG_LOG_LEVEL',
      'MINGHENG_SIGN_ON_CLIENT_SECRET',
    ])
})

test('names of the environment are told apart', () => {
  const names = Object.keys(KEY_RULES).map(environmentName)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain('MINGHENG_SIGN_IN_RATE_BY_ADDRESS')
})

test('the guide has a line for every setting', () => {
  const guide = readFileSync(fileURLToPath(new URL('../../docs/guide/server.md', import.meta.url)), 'utf8')
  const missing = Object.entries(KEY_RULES).filter(
    ([key, { says }]) =>
      !new RegExp(`\\| \`${key}\` +\\| \`${environmentName(key)}\` .*${says.slice(0, 6)}`).test(guide),
  )
  expect(missing).toEqual([])
})

test.each([
  ['databaseUrl', 'mysql://u:geheim@h/d'],
  ['databaseUrl', 'postgresql://h'],
  ['databaseUrl', 'h:5432/d'],
  ['databaseUrl', 'postgresql://u:geheim@h/d?options=-c%20search_path%3Dx'],
  ['databaseSchema', 'Ming-heng'],
])('%s %s is refused, and no password repeated', (key, told) => {
  const read = readConfiguration({ [environmentName(key)]: told }, () => null)
  expect(read).toMatchObject({ ok: false, faults: [{ key }] })
  expect(JSON.stringify(read)).not.toContain('geheim')
})

test('a database may stand in a file of its own', () => {
  const url = 'postgresql://mingheng:a%40b@db.example.cn:5432/office?sslmode=verify-full'
  const read = readConfiguration({ MINGHENG_DATABASE_URL_FILE: '/run/secrets/db' }, (path) =>
    path === '/run/secrets/db' ? url : null,
  )
  expect(read).toMatchObject({ ok: true, value: { databaseUrl: url, databaseSchema: 'mingheng' } })
})

const BUCKET = {
  MINGHENG_OBJECT_STORE_URL: 'https://s3.example.cn',
  MINGHENG_OBJECT_STORE_BUCKET: 'evidence',
  MINGHENG_OBJECT_STORE_KEY: 'office',
  MINGHENG_OBJECT_STORE_SECRET: 'geheim',
}

test.each<[string, Record<string, string | undefined>, string[]]>([
  ['whole', {}, []],
  ['without a bucket', { MINGHENG_OBJECT_STORE_BUCKET: undefined }, ['objectStoreBucket']],
  ['with a name that no bucket has', { MINGHENG_OBJECT_STORE_BUCKET: 'Evidence_1' }, ['objectStoreBucket']],
  [
    'without keys',
    { MINGHENG_OBJECT_STORE_KEY: undefined, MINGHENG_OBJECT_STORE_SECRET: undefined },
    ['objectStoreKey', 'objectStoreSecret'],
  ],
  [
    'without an address',
    { MINGHENG_OBJECT_STORE_URL: undefined },
    ['objectStoreBucket', 'objectStoreKey', 'objectStoreSecret'],
  ],
])('an object store that is told %s is refused for what is missing, and no secret repeated', (_how, change, keys) => {
  const read = readConfiguration({ ...BUCKET, ...change }, () => null)
  expect(read.ok ? [] : read.faults.map(({ key }) => key)).toEqual(keys)
  if (!read.ok) expect(JSON.stringify(read)).not.toContain('geheim')
})

import type { Configuration } from './configuration-keys.ts'

type ObjectStoreSettings = Pick<
  Configuration,
  'objectStoreUrl' | 'objectStoreBucket' | 'objectStoreKey' | 'objectStoreSecret'
>

/** What is missing of an object store, or was told although there is none. The secret is not repeated. */
export function objectStoreFaults(configuration: ObjectStoreSettings): readonly Fault[] {
  const { objectStoreUrl, objectStoreBucket: bucket } = configuration
  const faults: Fault[] = []
  if (objectStoreUrl === null) {
    for (const key of ['objectStoreBucket', 'objectStoreKey', 'objectStoreSecret'] as const)
      if (configuration[key] !== '')
        faults.push({ key, found: '已填', expected: '不填，或同时填 objectStoreUrl（对象存储的地址）' })
    return faults
  }
  for (const [key, expected] of NEEDED)
    if (configuration[key] === '') faults.push({ key, found: '空', expected: `${expected}（已填 objectStoreUrl）` })
  if (bucket !== '' && !BUCKET.test(bucket))
    faults.push({
      key: 'objectStoreBucket',
      found: JSON.stringify(bucket),
      expected: '3 至 63 个小写字母、数字、点和横线，以字母或数字开头和结尾',
    })
  return faults
}

interface Fault {
  readonly key: string
  readonly found: string
  readonly expected: string
}

const NEEDED = [
  ['objectStoreBucket', '桶的名称'],
  ['objectStoreKey', '访问密钥的编号'],
  ['objectStoreSecret', '访问密钥'],
] as const

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

import type { Configuration } from './configuration-keys.ts'

/** What cannot be the address of a database or the name of a schema. The address holds a password: it is not repeated. */
export function databaseFaults({
  databaseUrl,
  databaseSchema,
}: Pick<Configuration, 'databaseUrl' | 'databaseSchema'>): readonly Fault[] {
  const faults: Fault[] = []
  if (databaseUrl !== '' && !isDatabaseUrl(databaseUrl))
    faults.push({
      key: 'databaseUrl',
      found: '不合要求的值',
      expected:
        '形如 postgresql://用户:密码@主机:5432/库名 的地址（密码中的特殊字符要转写，如 @ 写作 %40；不带 options）',
    })
  if (!SCHEMA.test(databaseSchema))
    faults.push({
      key: 'databaseSchema',
      found: JSON.stringify(databaseSchema),
      expected: '小写字母开头，由小写字母、数字和下划线组成，至多 41 个字符',
    })
  return faults
}

interface Fault {
  readonly key: string
  readonly found: string
  readonly expected: string
}

const SCHEMA = /^[a-z][a-z0-9_]{0,40}$/

function isDatabaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, pathname, searchParams } = new URL(text)
  // Options of the address would take the place of ours, the schema among them.
  return /^postgres(?:ql)?:$/.test(protocol) && hostname !== '' && pathname.length > 1 && !searchParams.has('options')
}

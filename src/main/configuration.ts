import { environmentName, KEY_RULES, type Configuration, type ConfigurationKey } from './configuration-keys.ts'
import { courierFaults } from './courier-of.ts'
import { databaseFaults } from './database-faults.ts'
import { objectStoreFaults } from './object-store-faults.ts'
import { recordShardFaults } from './record-shard-faults.ts'
import { readSetting } from './read-setting.ts'

/** What is wrong with one setting; `key` as it was written, in the file or the environment. */
export interface ConfigurationFault {
  readonly key: string
  readonly found: string
  readonly expected: string
}

export type ReadConfiguration =
  | { readonly ok: true; readonly value: Configuration }
  | { readonly ok: false; readonly faults: readonly ConfigurationFault[] }

/** Null where there is no such file; throws where it is there and cannot be read. */
export type ReadText = (path: string) => string | null

/** Names of the environment that are not settings of the server: where the file is, and what the commands read. */
const OTHER_NAMES = new Set(['MINGHENG_CONFIG'])

/**
 * The environment over the file over what is usual. Everything is checked before anything starts, and all faults are told at
 * once. The file is `MINGHENG_CONFIG`, which must then be there, or `mingheng.json` in the data folder, which need not.
 */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
  readText: ReadText,
): ReadConfiguration {
  const faults: ConfigurationFault[] = []
  const named = environment['MINGHENG_CONFIG']
  const path =
    named ?? `${environment['MINGHENG_DATA_FOLDER'] ?? environment['MINGHENG_DATA'] ?? './data'}/mingheng.json`
  const file = readFile(path, named !== undefined, readText, faults)
  tellUnknown(Object.keys(file), environment, faults)

  const values: Record<string, unknown> = {}
  for (const key of Object.keys(KEY_RULES) as ConfigurationKey[])
    values[key] = valueOf(key, environment, file, readText, faults)
  if (faults.length > 0) return { ok: false, faults }
  const read: unknown = values
  const configuration = read as Configuration
  return together(configuration)
}

/** The sentence for one fault. */
export function faultSentence({ key, found, expected }: ConfigurationFault): string {
  return `配置项 ${key}：现为${found}，应为${expected}。`
}

type File = Readonly<Record<string, unknown>>

function readFile(path: string, isNamed: boolean, readText: ReadText, faults: ConfigurationFault[]): File {
  try {
    const text = readText(path)
    if (text === null) {
      if (isNamed) faults.push({ key: 'MINGHENG_CONFIG', found: `“${path}”，没有这个文件`, expected: '配置文件的路径' })
      return {}
    }
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as File
    faults.push({ key: path, found: '别的内容', expected: '一个 JSON 对象 { "配置项": 值 }' })
  } catch (error) {
    const detail = error instanceof SyntaxError ? '不完整的 JSON' : '读不了的文件'
    faults.push({ key: path, found: detail, expected: '可读的 JSON 文件（UTF-8）；请检查逗号、引号、括号和读取权限' })
  }
  return {}
}

/** A misspelt setting would leave the usual one in force without a word. */
function tellUnknown(
  fileKeys: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  faults: ConfigurationFault[],
): void {
  const keys = new Set<string>(Object.keys(KEY_RULES))
  for (const [key, { kind }] of Object.entries(KEY_RULES)) if (kind === 'secret') keys.add(`${key}File`)
  const names = new Set([...keys].map(environmentName))
  const expected = '已知的配置项（见 docs/guide/server.md），请核对拼写'
  for (const key of fileKeys) if (!keys.has(key)) faults.push({ key, found: '不认识的名称', expected })
  for (const name of Object.keys(environment)) {
    if (!name.startsWith('MINGHENG_') || names.has(name) || OTHER_NAMES.has(name) || name === 'MINGHENG_DATA') continue
    faults.push({ key: name, found: '不认识的名称', expected })
  }
}

function valueOf(
  key: ConfigurationKey,
  environment: Readonly<Record<string, string | undefined>>,
  file: File,
  readText: ReadText,
  faults: ConfigurationFault[],
): unknown {
  const rule = KEY_RULES[key]
  // The commands know the data folder by the shorter name.
  const name =
    key === 'dataFolder' && environment['MINGHENG_DATA'] !== undefined ? 'MINGHENG_DATA' : environmentName(key)
  const told = environment[name] ?? file[key]
  const toldBy = environment[name] === undefined ? key : name
  if (rule.kind === 'secret') {
    const pathName = environmentName(`${key}File`)
    const path = environment[pathName] ?? file[`${key}File`]
    if (path !== undefined)
      return secretIn(path, environment[pathName] === undefined ? `${key}File` : pathName, readText, faults)
  }
  if (told === undefined) return rule.usual
  const read = readSetting(rule, told)
  if (read.ok) return read.value
  faults.push({
    key: toldBy,
    found: rule.kind === 'secret' ? '不合要求的值' : JSON.stringify(told),
    expected: read.expected,
  })
  return rule.usual
}

function secretIn(path: unknown, key: string, readText: ReadText, faults: ConfigurationFault[]): string {
  try {
    const text = typeof path === 'string' ? readText(path) : null
    if (text !== null && text.trim() !== '') return text.trim()
  } catch {
    // Told below like a file that is not there.
  }
  faults.push({ key, found: JSON.stringify(path), expected: '一个可读、不空的文件的路径' })
  return ''
}

/** What only several settings together can get wrong. */
function together(configuration: Configuration): ReadConfiguration {
  const faults: ConfigurationFault[] = []
  const { signOnIssuer, signOnClientId, publicUrl, trustedProxies } = configuration
  if (signOnIssuer !== null && signOnClientId === '')
    faults.push({ key: 'signOnClientId', found: '空', expected: '客户端编号（已填 signOnIssuer）' })
  if (signOnIssuer !== null && publicUrl === null)
    faults.push({ key: 'publicUrl', found: '空', expected: '人们访问的地址（统一身份登录要回到这里）' })
  if (trustedProxies.length > 0 && publicUrl === null)
    faults.push({ key: 'publicUrl', found: '空', expected: '人们访问的地址（已填 trustedProxies）' })
  for (const faultsOf of [databaseFaults, objectStoreFaults, recordShardFaults, courierFaults])
    faults.push(...faultsOf(configuration))
  return faults.length === 0 ? { ok: true, value: configuration } : { ok: false, faults }
}

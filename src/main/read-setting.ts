import type { KEY_RULES } from './configuration-keys.ts'

type Rule = (typeof KEY_RULES)['port']
type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly expected: string }

/** One setting from the file (any JSON) or the environment (text). */
export function readSetting(rule: Rule, told: unknown): Read {
  switch (rule.kind) {
    case 'text':
    case 'secret':
      return typeof told === 'string' && told.trim() !== '' ? is(told.trim()) : wrong('不空的文字')
    case 'integer':
      return integer(told, rule.min ?? 0, rule.max ?? Number.MAX_SAFE_INTEGER)
    case 'rate':
      if (told === 'none') return is(null)
      return integer(told, 1, 1_000_000, '，或 none')
    case 'url':
      return url(told)
    case 'list':
      return list(told)
    case 'urls':
      return urls(told)
    case 'shards':
      return shards(told)
    case 'choice':
      return typeof told === 'string' && rule.choices?.includes(told)
        ? is(told)
        : wrong((rule.choices ?? []).join(' 或 '))
  }
}

function integer(told: unknown, min: number, max: number, also = ''): Read {
  const value = typeof told === 'string' && /^\d{1,15}$/.test(told.trim()) ? Number(told) : told
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
    ? is(value)
    : wrong(`${min} 至 ${max} 的整数${also}`)
}

/** An address with nothing behind the host: paths are the server's own. */
function url(told: unknown): Read {
  if (typeof told === 'string' && URL.canParse(told)) {
    const { protocol, username, search, hash } = new URL(told)
    if (/^https?:$/.test(protocol) && username === '' && search === '' && hash === '')
      return is(told.replace(/\/+$/, ''))
  }
  return wrong('http:// 或 https:// 开头的地址')
}

function list(told: unknown): Read {
  const parts = typeof told === 'string' ? told.split(',').map((part) => part.trim()) : told
  return Array.isArray(parts) && parts.every((part) => typeof part === 'string' && /^[0-9A-Fa-f.:/]+$/.test(part))
    ? is(parts)
    : wrong('网络地址的列表，如 127.0.0.1,10.0.0.0/8')
}

function urls(told: unknown): Read {
  const parts = typeof told === 'string' ? told.split(',').map((part) => part.trim()) : told
  return Array.isArray(parts) && parts.every((part) => typeof part === 'string' && URL.canParse(part))
    ? is(parts)
    : wrong('网址的列表，如 https://a.example.cn/x,https://b.example.cn/y')
}

/** Each the addresses of its replicas, with `|` between. */
function shards(told: unknown): Read {
  const parts = typeof told === 'string' ? told.split(',').map((part) => part.trim()) : told
  const isShard = (part: unknown): boolean =>
    typeof part === 'string' && part.split('|').every((address) => url(address.trim()).ok)
  return Array.isArray(parts) && parts.length > 0 && parts.every(isShard)
    ? is(parts)
    : wrong('各分片地址的列表，如 http://10.0.0.1:8123,http://10.0.0.2:8123（用户名和密码另填）')
}

function is(value: unknown): Read {
  return { ok: true, value }
}

function wrong(expected: string): Read {
  return { ok: false, expected }
}

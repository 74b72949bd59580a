/**
 * Every setting of a server: its name in the configuration file, what it may be, and what it is where nobody says. In the
 * environment it is `MINGHENG_` and the name in capitals (`publicUrl` is `MINGHENG_PUBLIC_URL`); a secret may stand in a file
 * of its own, named by the same with `File` or `_FILE`.
 */
const CONFIGURATION_KEYS = {
  dataFolder: { kind: 'text', usual: './data', says: '数据文件夹' },
  databaseUrl: {
    kind: 'secret',
    usual: '',
    says: 'PostgreSQL 的地址，如 postgresql://用户:密码@主机:5432/库名；不填为用数据文件夹里的 SQLite',
  },
  databaseSchema: { kind: 'text', usual: 'mingheng', says: '所用的模式（schema），没有时自动建立' },
  databaseConnections: { kind: 'integer', usual: 10, min: 2, max: 1_000, says: '至多同时用多少个数据库连接' },
  objectStoreUrl: {
    kind: 'url',
    usual: null,
    says: '对象存储（S3 接口）的地址，如 https://s3.example.gov.cn；不填为证据和上传的记录文件放在数据文件夹里',
  },
  objectStoreBucket: { kind: 'text', usual: '', says: '桶的名称；要事先建好' },
  objectStoreRegion: { kind: 'text', usual: 'us-east-1', says: '桶所在的区域；自建的多为 us-east-1' },
  objectStoreKey: { kind: 'text', usual: '', says: '访问密钥的编号（access key）' },
  objectStoreSecret: { kind: 'secret', usual: '', says: '访问密钥（secret key）' },
  objectStoreStyle: {
    kind: 'choice',
    usual: 'path',
    choices: ['path', 'host'],
    says: '桶名写在地址的哪里：path 在主机名之后（自建的多是），host 在主机名之前（公有云多是）',
  },
  recordShards: {
    kind: 'shards',
    usual: [],
    says: '存放业务记录的 ClickHouse 各分片的地址，用逗号分开，同一分片的各副本用 | 隔开；不填为记录放在数据文件夹里',
  },
  recordDatabase: { kind: 'text', usual: 'mingheng', says: '各分片上所用的库，没有时自动建立' },
  recordUser: { kind: 'text', usual: 'default', says: '连接各分片的用户名' },
  recordPassword: { kind: 'secret', usual: '', says: '连接各分片的密码' },
  host: { kind: 'text', usual: '127.0.0.1', says: '监听的地址' },
  port: { kind: 'integer', usual: 8640, min: 0, max: 65_535, says: '监听的端口；0 为任意空闲端口' },
  publicUrl: { kind: 'url', usual: null, says: '人们访问的地址，如 https://kaohe.example.gov.cn；在反向代理之后必填' },
  trustedProxies: { kind: 'list', usual: [], says: '反向代理的地址，用逗号分开；只信它们转告的来源' },
  nodeName: { kind: 'text', usual: '', says: '本节点的名称，供人辨认；不填为主机名' },
  nodeSilentSeconds: {
    kind: 'integer',
    usual: 30,
    min: 3,
    max: 600,
    says: '一个节点多久没有动静就当作已停，由其他节点了结它没有办完的事；各节点须一致',
  },
  drainSeconds: {
    kind: 'integer',
    usual: 0,
    min: 0,
    max: 120,
    says: '收到停止信号后，先让 /readyz 报告不能办理、照常服务这么久，再停止；在负载均衡之后填 5',
  },
  templatesFolder: {
    kind: 'text',
    usual: '',
    says: '本单位的 PDF 模板和字体所在的文件夹；不填为数据文件夹中的 templates，没有这个文件夹就用随程序带的',
  },
  district: { kind: 'text', usual: 'main', says: '首次启动时设立的区的编号' },
  districtName: { kind: 'text', usual: '本区', says: '首次启动时设立的区的名称' },
  administrator: { kind: 'text', usual: 'admin', says: '首次启动时设立的管理员的用户名' },
  digest: {
    kind: 'choice',
    usual: 'sha256',
    choices: ['sha256', 'sm3'],
    says: '首次启动时设立的区用哪种摘要：SHA-256，或商用密码 SM3；设立后不变',
  },
  requestRate: { kind: 'rate', usual: 1200, says: '每人每分钟的请求数；none 为不限' },
  signInRateByAddress: { kind: 'rate', usual: 30, says: '每个地址每分钟的登录次数；none 为不限' },
  signInRateByAccount: { kind: 'rate', usual: 10, says: '每个账号每分钟的登录次数；none 为不限' },
  metricsFor: {
    kind: 'choice',
    usual: 'loopback',
    choices: ['loopback', 'all'],
    says: '谁能读 /metrics：本机或所有人',
  },
  logLevel: {
    kind: 'choice',
    usual: 'info',
    choices: ['error', 'warn', 'info', 'debug', 'silent'],
    says: '日志的详细程度',
  },
  accessLogDays: { kind: 'integer', usual: 365, min: 190, max: 36_500, says: '访问日志保存的天数' },
  fileMegabytes: { kind: 'integer', usual: 50, min: 1, max: 1_000, says: '一份证据的上限' },
  recordingMegabytes: { kind: 'integer', usual: 200, min: 1, max: 4_000, says: '一份录音的上限' },
  heldMegabytes: {
    kind: 'integer',
    usual: 1_024,
    min: 16,
    max: 1_000_000,
    says: '考核留在内存里的上限（估算）；超出时放下最久没有用到的，再用到时重新读台账',
  },
  recordFileMegabytes: { kind: 'integer', usual: 1_000, min: 1, max: 9_500, says: '一份业务记录文件的上限' },
  recordFileDays: {
    kind: 'integer',
    usual: 7,
    min: 1,
    max: 90,
    says: '上传而没有导入的记录文件和错误文件保存的天数；导入成功的立即删除',
  },
  recordMemoryMegabytes: {
    kind: 'integer',
    usual: 1_024,
    min: 256,
    max: 1_000_000,
    says: '导入记录、运行检测各自所用内存的上限，不含服务本身',
  },
  recordThreads: { kind: 'integer', usual: 2, min: 1, max: 256, says: '导入记录和运行检测所用的线程数' },
  reserveMegabytes: {
    kind: 'integer',
    usual: 512,
    min: 1,
    max: 1_000_000,
    says: '磁盘余量低于此数时 /readyz 报告不能办理',
  },
  requestSeconds: { kind: 'integer', usual: 120, min: 1, max: 3_600, says: '一个请求传完的时限' },
  signOnIssuer: { kind: 'url', usual: null, says: '统一身份认证平台（OpenID Connect）的地址；不填为不用' },
  signOnClientId: { kind: 'text', usual: '', says: '在统一身份认证平台登记的客户端编号' },
  signOnClientSecret: { kind: 'secret', usual: '', says: '客户端密钥' },
  signOnClaim: { kind: 'text', usual: 'preferred_username', says: '平台以哪一项说明是谁' },
  signOnNames: { kind: 'choice', usual: 'username', choices: ['username', 'email'], says: '那一项是用户名还是邮箱' },
  smtpHost: { kind: 'text', usual: '', says: '发信服务器；不填为不发邮件' },
  smtpPort: { kind: 'integer', usual: 587, min: 1, max: 65_535, says: '发信服务器的端口' },
  smtpSecurity: {
    kind: 'choice',
    usual: 'starttls',
    choices: ['tls', 'starttls', 'none'],
    says: '与发信服务器怎样加密：465 端口用 tls；none 只用于可信的内网',
  },
  smtpUser: { kind: 'text', usual: '', says: '发信账号；不填为不登录' },
  smtpPassword: { kind: 'secret', usual: '', says: '发信账号的密码' },
  mailFrom: { kind: 'text', usual: '', says: '发件地址' },
  webhookUrls: { kind: 'urls', usual: [], says: '事件通知的地址（https），用逗号分开' },
  webhookSecret: { kind: 'secret', usual: '', says: '事件通知的签名密钥，至少 16 个字符' },
} as const satisfies Readonly<Record<string, KeyRule>>

type Kind = 'text' | 'secret' | 'integer' | 'rate' | 'url' | 'urls' | 'shards' | 'list' | 'choice'

interface KeyRule {
  readonly kind: Kind
  readonly usual: string | number | null | readonly string[]
  readonly says: string
  readonly min?: number
  readonly max?: number
  readonly choices?: readonly string[]
}

export type ConfigurationKey = keyof typeof CONFIGURATION_KEYS

type ValueOf<Rule extends KeyRule> = Rule extends { readonly choices: readonly (infer Choice)[] }
  ? Choice
  : Rule extends { readonly kind: 'integer' }
    ? number
    : Rule extends { readonly kind: 'rate' }
      ? number | null
      : Rule extends { readonly kind: 'url' }
        ? string | null
        : Rule extends { readonly kind: 'list' | 'urls' | 'shards' }
          ? readonly string[]
          : string

export type Configuration = { readonly [Key in ConfigurationKey]: ValueOf<(typeof CONFIGURATION_KEYS)[Key]> }

export const KEY_RULES: Readonly<Record<ConfigurationKey, KeyRule>> = CONFIGURATION_KEYS

/** `publicUrl` is `MINGHENG_PUBLIC_URL`. */
export function environmentName(key: string): string {
  return `MINGHENG_${key.replaceAll(/([A-Z])/g, '_$1').toUpperCase()}`
}

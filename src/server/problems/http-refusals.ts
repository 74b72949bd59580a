import { refused, type Refusal } from '../../core/kernel/outcome.ts'

/** What is refused before any use case is asked, each as a sentence for who must act. */
export const HTTP_REFUSALS = {
  'body-invalid': (count: number) => `请求有 ${count} 处不合要求，没有办理；请按 errors 逐处改正后再提交`,
  'body-not-json': () => '请求正文不是完整的 JSON，没有办理；请检查逗号、引号和括号，同一项不要写两次，并用 UTF-8 编码',
  'body-too-large': (limit: number) => `请求正文超过 ${limit} 字节的上限，没有办理；请删减，文件请用证据上传`,
  'body-unsupported': (expected: string) => `请求正文的类型不对，没有办理；请用 Content-Type: ${expected}`,
  'headers-too-large': () => '请求头太大，没有办理；请清除浏览器中本站的 Cookie，或缩短地址后重试',
  'request-malformed': () => '请求本身不完整，没有办理；请检查地址和请求头',
  'request-too-slow': () => '请求没有在时限内传完，没有办理；请检查网络后重试',
  'route-unknown': () => '没有这个地址；请对照 /api/openapi.json 核对',
  'method-not-allowed': (allow: string) => `这个地址不接受此方法；请用 ${allow}`,
  'not-signed-in': () => '还没有登录，或登录已经失效；请重新登录后再办理',
  'second-factor-owed': () => '这次登录还差第二重验证，没有办理；请先输入验证器上的六位数字',
  'new-password-owed': () => '现在的密码由他人设置或已经到期，没有办理；请先改成自己的密码',
  'enrollment-owed': () => '按本区规定您须先启用动态码，没有办理；请先启用',
  'credentials-doubled': () => '请求同时带了会话和令牌，没有办理；请只用其中一种',
  'cross-site': () => '请求不是从本系统的页面发出的，没有办理；请回到本系统的页面再办',
  'csrf-token-wrong': () => '请求没有带本次登录的校验码（X-CSRF-Token），没有办理；请刷新页面后再办',
  'key-missing': () => '写请求缺少 Idempotency-Key，没有办理；请为这次办理生成一个编号（如 UUID），重试时用同一个',
  'key-malformed': () => 'Idempotency-Key 不合要求，没有办理；应为 8 至 200 个字母、数字、点、下划线、冒号或连字符',
  'key-reused': () => '这个 Idempotency-Key 已用于另一个请求，没有办理；请换一个新的编号',
  'key-in-use': () => '同一个 Idempotency-Key 的请求正在办理；请稍后用同一个编号重试，查看结果',
  'answer-shown-once': () =>
    '这个请求已经办理过，答复含有只显示一次的密码或令牌，不能再给；如没有记下，请作废后重新办理',
  'precondition-required': () => '作决定的请求缺少 If-Match，没有办理；请先读取该项，带上读到的 ETag 再提交',
  'precondition-malformed': () => 'If-Match 不是读取时给出的 ETag（形如 "12"），没有办理；请重新读取后再提交',
  'rate-limited': (seconds: number) => `请求太频繁，没有办理；请 ${seconds} 秒后再试`,
  'streams-too-many': () => '同时打开的实时页面太多；请关闭一些后再试',
  'clocks-wrong': () => 'occurredBy 和 knownBy 要一起给出，都写成 2021-10-25 这样确有的日期；都不给就是看现在的',
  'cursor-wrong': () => 'cursor 不是上一页给出的 next；请从第一页重新读取',
  'not-ready-to-serve': (failing: string) => `服务还不能办理（${failing}）；请联系管理员查看服务器日志`,
  'shutting-down': () => '服务正在停止，没有办理；请稍后用同一个 Idempotency-Key 重试',
  internal: () => '程序内部出错，没有办理完；请稍后用同一个 Idempotency-Key 重试，仍出错时请把请求编号告诉管理员',
} as const

export type HttpRefusalCode = keyof typeof HTTP_REFUSALS

export const HTTP_STATUSES = {
  'body-invalid': 400,
  'body-not-json': 400,
  'body-too-large': 413,
  'body-unsupported': 415,
  'headers-too-large': 431,
  'request-malformed': 400,
  'request-too-slow': 408,
  'route-unknown': 404,
  'method-not-allowed': 405,
  'not-signed-in': 401,
  'second-factor-owed': 403,
  'new-password-owed': 403,
  'enrollment-owed': 403,
  'credentials-doubled': 400,
  'cross-site': 403,
  'csrf-token-wrong': 403,
  'key-missing': 400,
  'key-malformed': 400,
  'key-reused': 422,
  'key-in-use': 409,
  'answer-shown-once': 409,
  'precondition-required': 428,
  'precondition-malformed': 400,
  'rate-limited': 429,
  'streams-too-many': 429,
  'clocks-wrong': 400,
  'cursor-wrong': 400,
  'not-ready-to-serve': 503,
  'shutting-down': 503,
  internal: 500,
} as const satisfies Readonly<Record<HttpRefusalCode, number>>

export function httpRefusal<Code extends HttpRefusalCode>(
  code: Code,
  ...facts: Parameters<(typeof HTTP_REFUSALS)[Code]>
): Refusal<Code> {
  const say = HTTP_REFUSALS[code] as (...facts: readonly (string | number)[]) => string
  return { code, message: say(...facts) }
}

/** As the outcome of a handler. */
export function refusedHere<Code extends HttpRefusalCode>(
  code: Code,
  ...facts: Parameters<(typeof HTTP_REFUSALS)[Code]>
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return refused(code, httpRefusal(code, ...facts).message)
}

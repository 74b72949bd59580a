import { refused, type Outcome, type Refusal } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { TOO_YOUNG } from '../ports/access-log.ts'
import { quotaSentence } from '../ports/quotas.ts'
import type { StoreFaultCode } from '../ports/store-fault.ts'

/** Everything about accounts that can be refused, each as a sentence for who must act: what, where, what to do. */
export const PEOPLE_REFUSALS = {
  /** One sentence for all causes: which of them it was is for the access log, not for who is guessing. */
  'sign-in-failed': () =>
    '没有登录：用户名、密码或动态码不正确，或账号已停用、已锁定；连续 5 次失败锁定 30 分钟，请核对后再试或联系管理员',
  'session-ended': () => '登录已经失效（离开 30 分钟以上、满 12 小时，或已退出）；请重新登录',
  'second-factor-wrong': () => '动态码不正确、已经用过或已过期；请等验证器显示下一个动态码后再试，并核对手机时间',
  'session-needed': () => '这一步只能由本人登录后办理，不能用接口令牌或未完成的登录；请登录后再试',
  forbidden: (action: string) => `您的角色没有“${action}”的权限，没有办理；如工作需要，请联系管理员调整角色`,

  'password-weak': (faults: readonly string[]) => `新密码不合要求：${faults.join('；')}；请换一个`,
  'password-reused': (kept: number) => `新密码与最近 ${kept} 个密码之一相同；请换一个没有用过的`,
  'password-wrong': () => '现用密码不正确，没有更改；请重新输入，连续 5 次失败锁定 30 分钟',
  'password-missing': () => '本账号只用统一身份登录，没有密码可改；如需密码，请联系管理员重置',

  'people-quota-full': (used: number, quota: number) => quotaSentence('people', used, quota),
  'person-unknown': () => '没有这个人员；请刷新名单后重试',
  'person-changed': () => '这个人员的资料刚被他人改动，没有保存；请刷新后重试',
  'username-taken': (username: string) => `用户名“${username}”已有人使用；请换一个`,
  'username-wrong': (given: string) =>
    `用户名“${given}”不合要求；请用 2 至 64 个字母、数字、汉字、点、横线或下划线，不含空格`,
  'name-missing': () => '没有填写姓名，或超过 100 个字；请填写后再提交',
  'email-wrong': (given: string) => `“${given}”不是电子邮件地址；请核对，或留空`,
  'role-unknown': (given: string) => `没有“${given}”这种角色；请从角色表中选择`,
  'roles-missing': () => '没有选择角色；请至少选择一种',
  'roles-conflict': (one: string, other: string) =>
    `${one}与${other}不能由同一人担任（管理、业务与审计三权分开）；请分给不同的人`,
  'role-elsewhere': (role: string, kind: 'district' | 'city') =>
    kind === 'city'
      ? `“${role}”是区里的角色，市里不办理考核；请选管理员、审计员或市级人员`
      : `“${role}”是市里的角色，不能在区里担任；请由运维人员设立市以后在市里添加`,
  'center-missing': () => '街镇中心的人员须注明所属中心；请选择中心',
  'own-account': () => '不能更改自己的角色、停用或重置自己；请由另一名管理员办理',
  'last-administrator': () => '这是最后一名可用的管理员，不能停用或撤去管理员角色；请先设立另一名管理员',

  'second-factor-enrolled': () => '已经启用动态码；要换手机，请先停用再重新启用',
  'second-factor-not-begun': () => '还没有开始启用动态码；请先扫描二维码',
  'second-factor-required': () => '按本区规定您的角色必须使用动态码，不能停用；手机遗失请联系管理员重置',

  'token-name-missing': () => '没有填写令牌的用途，或超过 100 个字；请写明给哪个程序使用',
  'token-scope-beyond': (scope: string) =>
    `令牌不能有“${scope}”的权限：您的角色没有，或这一项只能本人登录办理；请去掉这一项`,
  'token-scopes-missing': () => '没有选择令牌的权限；请至少选择一项',
  'token-expiry-wrong': (latest: Timestamp) => `令牌的到期时间须晚于现在、不晚于 ${latest}；请改正`,
  'token-unknown': () => '没有这个令牌，或它不属于您；请刷新名单后重试',
  'token-invalid': () => '接口令牌无效、已到期或已撤销；请换用有效的令牌',

  'sign-on-unavailable': () => '本区没有配置统一身份登录；请用用户名和密码登录',
  'sign-on-unreachable': () => '暂时连不上统一身份认证平台；请稍后再试，或用用户名和密码登录',
  'sign-on-rejected': () => '统一身份认证平台没有确认您的身份；请重新登录，反复出现请联系管理员',
  'sign-on-expired': () => '这次统一身份登录已超时、已用过，或不是从本浏览器发起；请重新开始登录',
  'sign-on-unlinked': () => '您的统一身份还没有对应到本系统的账号；请联系管理员核对账号信息后再登录',

  'tenant-unknown': () => '没有这个区；请核对区的编号',
  'tenant-suspended': (name: string) => `“${name}”已暂停使用，不能登录，数据都还在；请联系本系统的运维人员`,
  'tenant-taken': (tenantId: string) => `区“${tenantId}”已经设立；请换一个编号`,
  'tenant-removed': (tenantId: string) => `编号“${tenantId}”的区已经从本系统移除，编号不再使用；请换一个编号`,
  'tenant-removing': (name: string) =>
    `“${name}”已经开始移除，部分内容可能已经没有了，不能恢复使用；请再运行一次 mingheng district remove，把它做完`,
  'tenant-wrong': (tenantId: string) =>
    `区的编号“${tenantId}”或名称不合要求；编号请用 1 至 50 个小写字母、数字或横线，名称请勿留空`,
  'quota-of-city': (name: string) => `“${name}”是市，不办理考核，只有人员可以有配额；没有改动，请只用 --people`,
  'city-wrong': (given: string) => `“${given}”不是本系统里的市，或市不能再归市；请用 mingheng district list 查看`,
  'not-administrator': (username: string) => `“${username}”不是管理员，没有重置；其他人员忘了密码，请管理员登录后重置`,
  'administrator-exists': () => '本区已有可用的管理员，不能再设“首位”管理员；请由现有管理员添加',

  'calendar-wrong': (detail: string) => `工作日历有误：${detail}；没有保存，请按国务院办公厅的放假安排改正`,
  'calendar-differs': (version: string) => `版本“${version}”的日历已经保存且内容不同，日历不能改动；请换一个版本名`,
  'access-log-too-young': () => TOO_YOUNG,
} as const

export type PeopleRefusalCode = keyof typeof PEOPLE_REFUSALS

export type PeopleAnswer<Value> = Outcome<Value, PeopleRefusalCode | StoreFaultCode>

export function refuse<Code extends PeopleRefusalCode>(
  code: Code,
  ...facts: Parameters<(typeof PEOPLE_REFUSALS)[Code]>
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  const say = PEOPLE_REFUSALS[code] as (...facts: readonly unknown[]) => string
  return refused(code, say(...facts))
}

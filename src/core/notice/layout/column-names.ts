import { hasAmount } from './price-words.ts'

/** What the name of a column says by itself; null where it says nothing or not enough. */
export type NamedRole = 'ordinal' | 'group' | 'requirement' | 'rule' | 'points' | 'method' | 'score'

/** The role that the header rows of one column name, the lowest row first. */
export function namedRoles(headers: readonly string[]): NamedRole | null {
  for (const header of headers.toReversed()) {
    const role = namedRole(header)
    if (role) return role
  }
  return null
}

export function namedRole(header: string): NamedRole | null {
  const name = header.replace(/[\s\u00A0：:]+/g, '').replace(/[（(][^（）()]*[)）]?$/, '')
  if (name.length === 0 || name.length > 14 || /[，。；]/.test(name) || hasAmount(name)) return null
  return NAMES.find(({ pattern }) => pattern.test(name))?.role ?? null
}

const NAMES: readonly { readonly role: NamedRole; readonly pattern: RegExp }[] = [
  { role: 'ordinal', pattern: /^(?:序号|编号|项次|序列|序|号|No\.?)$/i },
  {
    role: 'points',
    pattern:
      /^(?:分值|标准分值?|权重分?值?|满分值?|基本分值?|基础分值?|基准分值?|总分值?|分数|配分|赋分|应得分|规定分值?|考核分值|评分分值|指标分值|分值权重|权重分值)$/,
  },
  {
    role: 'score',
    pattern:
      /得分|自评|复评|备注|实得|^考核分$|^扣分$|^加分$|^评分$|^评定$|扣分(?:情况|原因|事由|理由)|(?:考核|检查|评价)(?:情况|结果|记录)|核定分|初评|终评|签字|签名/,
  },
  {
    role: 'rule',
    pattern:
      /(?:评分|计分|扣分|加分|打分|赋分|记分|得分|奖惩|奖扣|加减分|扣罚)(?:标准|办法|方法|细则|说明|规则|依据|方式|要点|要求|事项|项|情形)|(?:考核|考评|评价)(?:细则|办法|方法)|评分细化|评分$/,
  },
  { role: 'method', pattern: /方式|来源|责任|单位|部门|周期|频次|手段|途径|主体|佐证|证明材料|考核人|时限|时间/ },
  {
    role: 'requirement',
    pattern:
      /(?:考核|考评|评价|工作|目标|服务|具体|检查|质量|指标|建设|评估|任务)(?:标准|要求|目标|任务|内涵|说明|要点|措施)|指标内容|三级指标|四级指标|^标准$|^要求$|内容及要求|内容和标准|内容与标准|目标任务|评分内容|评分要点/,
  },
  { role: 'group', pattern: /项目|类别|指标|内容|分类|模块|板块|大项|维度|类型|事项|领域|要素|科目|项$|方面/ },
]

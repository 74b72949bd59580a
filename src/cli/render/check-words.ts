import type { CheckName } from '../../core/proof/check-book.ts'

/** What each check is called, and what it means that it holds; `counted` is how many things were looked at. */
export const CHECK_WORDS: Readonly<Record<CheckName, readonly [name: string, holds: (counted: number) => string]>> = {
  form: ['格式', (counted) => `${counted} 行，每一行都是规范的写法，前后有序，有头有尾`],
  seal: ['封记', () => '与前面的每一个字节相符'],
  rubric: ['细则与通知', () => '就是台账开头记下的那一份，每一款都引自通知原文'],
  chain: ['摘要链', (counted) => `${counted} 条记录一条接一条，没有缺少、改动或调换`],
  events: ['记录内容', (counted) => `${counted} 条，每一条都完整可读`],
  deadlines: ['期限', (counted) => (counted === 0 ? '没有期限' : `${counted} 个期限按所附日历重新数过，都相符`)],
  evidence: ['证据清单', (counted) => (counted === 0 ? '没有用到证据文件' : `${counted} 个文件，台账用到的都在清单里`)],
  sampling: [
    '抽查方案',
    (counted) =>
      counted === 0
        ? '没有抽查方案，或还没有揭示'
        : `${counted} 处，方案没有改过；揭示的种子对得上承诺码，重抽的结果与检查相符`,
  ],
  'sealed-sheets': [
    '定稿',
    (counted) => (counted === 0 ? '还没有定稿，或定稿没有附上' : `${counted} 张得分表与定稿时复算的相符`),
  ],
  sheets: ['得分表', (counted) => `${counted} 张，从台账逐张复算，一分不差`],
  codes: ['核验码', (counted) => `${counted} 个，与得分表和台账末端相符`],
  counts: ['数目与合计', () => '与文件自己的清单相符'],
  anchor: ['您保存的凭据', () => '在这份台账的历史里：从那时起没有被改写'],
}

export const CHECK_STATES = { holds: '成立', fails: '不成立', unchecked: '无法核' } as const

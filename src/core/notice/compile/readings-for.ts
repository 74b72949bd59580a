import type { ClauseId } from '../../kernel/identifiers.ts'
import { formatPoints, hundredths } from '../../kernel/points.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { Clause } from '../../rubric/clause.ts'
import type { Question, QuestionCode, Reading } from '../../rubric/question.ts'
import type { CriterionReading } from './compile-criterion.ts'

type Asked = Pick<Question, 'why' | 'readings'>

/** Why a code is asked here, and its possible answers with what each would do. */
export function readingsFor(code: QuestionCode, of: CriterionReading, clauseIds: readonly ClauseId[]): Asked {
  const clauses = of.criterion.clauses.filter((clause) => clauseIds.includes(clause.id))
  const last = clauses.at(-1)
  const quote = last ? `“${last.quote}”` : '这一条'
  switch (code) {
    case 'amount-missing':
      return { why: `${quote}要动分，但没有印出分数。`, readings: [AMOUNT] }
    case 'damaged-number':
      return { why: `${quote}里的数字有残缺或错排，按最可能的读法读出。`, readings: [AS_READ, AMOUNT] }
    case 'range-reversed':
      return {
        why: `${quote}先大后小，又没有依次对应的等次。`,
        readings: [
          none('as-range', '当作从小到大的幅度，由考核员裁量'),
          none('by-severity', '按轻重依次递减，由考核员裁量'),
        ],
      }
    case 'ambiguous-inclusive':
      return {
        why: `${quote}没有说明是否包括本数。民法典第1259条：以上、以下包括本数；各地做法不一。`,
        readings: [
          { key: 'inclusive', label: '包括本数', effect: { kind: 'boundary', inclusive: true } },
          { key: 'exclusive', label: '不包括本数', effect: { kind: 'boundary', inclusive: false } },
        ],
      }
    case 'band-gap':
      return {
        why: `${quote}各档之间有空当，落在空当里的数没有对应的分。`,
        readings: [none('higher', '落在空当里的归上一档'), none('lower', '落在空当里的归下一档')],
      }
    case 'unless-with-two-antecedents':
      return {
        why: `一个“否则”前有两项要求：${antecedents(of, clauseIds)}。只违反一项是否就扣？`,
        readings: [
          { key: 'any', label: '违反任何一项就扣', effect: { kind: 'antecedents', mode: 'any' } },
          { key: 'all', label: '两项都违反才扣', effect: { kind: 'antecedents', mode: 'all' } },
        ],
      }
    case 'replaces-or-adds':
      return {
        why: `${quote}是同一件事更坏的结果，没有说是代替前一项扣分，还是另外再扣。`,
        readings: [
          { key: 'replaces', label: '代替前一项，只按这一项扣', effect: { kind: 'escalation', mode: 'replaces' } },
          { key: 'adds', label: '在前一项之外另扣', effect: { kind: 'escalation', mode: 'adds' } },
        ],
      }
    case 'once-or-per-occurrence':
      return { why: `${quote}没有计量单位：一年只扣一回，还是每发生一次都扣？`, readings: counting(last) }
    case 'unit-missing':
      return {
        why: `${quote}漏印了计量单位、“分”字或“扣”“加”字。`,
        readings: last && last.per.length > 0 ? [AS_READ] : counting(last),
      }
    case 'no-cap-for-bonus':
      return { why: `${quote}逐项加分，没有写上限。`, readings: bonusCaps(clauses) }
    case 'price-exceeds-item':
      return {
        why: `${quote}一次就超过本项的分值。`,
        readings: [none('item', '扣到本项为零为止'), none('beyond', '照扣，超出部分计入总分')],
      }
    case 'totals-mismatch':
      return {
        why: `印出的分数加起来对不上：${of.criterion.text.slice(0, 40)}`,
        readings: [none('parts', '以各分项为准'), none('total', '以合计为准')],
      }
    case 'unresolved-reference':
      return {
        why: `${quote}引用的规定、标准或术语，通知里没有给出。`,
        readings: [none('as-defined', '由考核办指明所依据的文件或定义')],
      }
    case 'subject-split':
      return {
        why: `${quote}一件事扣几个对象的分，哪些计入被考核单位？`,
        readings: [none('unit', '只计单位的分'), none('all', '全部计入被考核单位')],
      }
    case 'double-count':
      return {
        why: `同一件事可以同时落入 ${clauseIds.join('、')}，通知没有说按几款扣。`,
        readings: [
          { key: 'each', label: '各款分别扣', effect: { kind: 'sharing', mode: 'each' } },
          { key: 'highest', label: '一事一扣，只按最重的一款', effect: { kind: 'sharing', mode: 'highest' } },
        ],
      }
    case 'floor-missing':
      return { why: '通知没有写“扣完为止”。', readings: [] }
    default:
      return unreachable(code)
  }
}

const AMOUNT: Reading = { key: 'amount', label: '由考核办定出分数', effect: { kind: 'amount', points: null } }
const AS_READ: Reading = { key: 'as-read', label: '就按读出的', effect: { kind: 'none' } }

function none(key: string, label: string): Reading {
  return { key, label, effect: { kind: 'none' } }
}

function counting(clause: Clause | undefined): Reading[] {
  const span = clause?.perSpan ?? null
  return [
    { key: 'once', label: '整个周期只扣一回', effect: { kind: 'counting', mode: 'once' } },
    ...(span === null
      ? []
      : [{ key: 'each-span', label: `每${span}最多扣一回`, effect: { kind: 'counting', mode: 'each-span' } } as const]),
    { key: 'each', label: '每发生一次扣一次', effect: { kind: 'counting', mode: 'each' } },
  ]
}

/** A ceiling is a number that the office gives with its answer; it can hardly be less than one bonus. */
function bonusCaps(clauses: readonly Clause[]): Reading[] {
  const prices = clauses.map(({ amount }) =>
    amount.kind === 'range' ? amount.max : amount.kind === 'fixed' || amount.kind === 'linear' ? amount.points : 0,
  )
  const least = hundredths(Math.max(0, ...prices))
  return [
    { key: 'uncapped', label: '不设上限', effect: { kind: 'bonus-cap', points: null } },
    {
      key: 'capped',
      label: `设上限，由考核办定数（至少容一次，${formatPoints(least)}分）`,
      effect: { kind: 'bonus-cap', points: least },
    },
  ]
}

function antecedents(of: CriterionReading, clauseIds: readonly ClauseId[]): string {
  const at = of.criterion.clauses.findIndex((clause) => clause.id === clauseIds[0])
  return (of.reading.drafts[at]?.marks.antecedents ?? []).map((one) => `“${one}”`).join('和')
}

import type { QuestionCode } from '../../rubric/question.ts'

/** What usually goes wrong in a notice and no compiler asks: it can be read and scored, and serves badly. */
export const DRAFT_CODES = [
  'band-overlap',
  'price-above-section',
  'section-loses-more',
  'section-loses-less',
  'discretion-without-criterion',
  'deadline-calendar-unclear',
  'metric-undefined',
  'not-covered',
  'not-computed',
  'grades-missing',
] as const
export type DraftCode = (typeof DRAFT_CODES)[number]

/** What goes wrong, why that matters to who works by the notice, and how notices usually say it instead. */
export interface DraftWords {
  readonly title: string
  readonly matters: string
  readonly usual: string
}

export const DRAFT_WORDS: Readonly<Record<DraftCode | QuestionCode, DraftWords>> = {
  'band-overlap': {
    title: '分档重叠',
    matters: '落在重叠处的数同时有两个分值，考核员只能挑一个。',
    usual: '相邻两档共用一个端点，并写明归哪一档：“90分（含）以上……，80分（含）至90分……”。',
  },
  'price-above-section': {
    title: '一次扣分超过整个部分的分值',
    matters: '发生一次，这一部分就扣完还不够，其余各款等于没有写。',
    usual: '提高这一部分的分值，或把单价降到分值以内，并写“扣完为止”。',
  },
  'section-loses-more': {
    title: '各款加起来超过这一部分的分值',
    matters: '每款各发生一次就会扣成负数；不写“扣完为止”，差额从哪里扣就要另行解释。',
    usual: '在评分办法里写“各部分扣完为止”，或调整分值使之相称。',
  },
  'section-loses-less': {
    title: '这一部分的分扣不完',
    matters: '所有情形都发生也扣不到零，多出的分值人人都得，拉不开差距。',
    usual: '减少这一部分的分值，或补上漏写的情形。',
  },
  'discretion-without-criterion': {
    title: '有裁量幅度，没有裁量标准',
    matters: '同样的问题在两位考核员手里可能差几分，申诉时拿不出依据。',
    usual: '写明按什么取值：“情节较轻的扣1分，造成影响的扣2分，造成严重后果的扣3分”。',
  },
  'deadline-calendar-unclear': {
    title: '期限没有写是不是工作日',
    matters: '遇到节假日，同一件事算不算超时会有两种结论。',
    usual: '写“5个工作日内”；要按自然日算的，写“5日内（含节假日）”。',
  },
  'metric-undefined': {
    title: '指标没有定义',
    matters: '分母取什么、默认评价算不算，会直接改变这个比率，从而改变扣不扣分。',
    usual: '写明算法：“评价率＝有效评价数÷办结的现场办件数，系统默认评价不计”。',
  },
  'not-covered': {
    title: '没有数据，也没有检查事项',
    matters: '没有人会去查，也没有记录能查出来，这一款全年不会动分。',
    usual: '在检查清单或资料清单里写明查什么、谁提供；查不了的，写成工作要求而不写分值。',
  },
  'not-computed': {
    title: '读出来了，但算不了分',
    matters: '这一款写在纸上，得分表上只能注明“未计算”，要靠人另外处理。',
    usual: '写明数量、单位和分值，一句只说一个价格。',
  },
  'grades-missing': {
    title: '没有写等次怎么定',
    matters: '得分出来以后，优秀、合格怎么划没有依据，只剩名次。',
    usual: '写明分数线或比例：“90分以上为优秀，80至90分为良好，60至80分为合格”。',
  },
  'amount-missing': {
    title: '要动分，没有写分数',
    matters: '不补上数字，这一款不能计分。',
    usual: '写明分值或幅度：“扣1分”“扣1-3分”。',
  },
  'damaged-number': {
    title: '数字残缺或错排',
    matters: '按最可能的读法读出，但改一个数就改全年的分。',
    usual: '印发前对照原稿逐个核对数字。',
  },
  'range-reversed': {
    title: '幅度先大后小',
    matters: '是幅度，还是依次对应几个等次，读法不同分数不同。',
    usual: '幅度从小到大写：“扣1-3分”；分等次的逐等写明。',
  },
  'ambiguous-inclusive': {
    title: '“以上”“以下”含不含本数',
    matters: '正好落在线上的那一件，扣与不扣两可。',
    usual: '写“（含本数）”或“（不含）”；也可在评分办法里统一说明。',
  },
  'band-gap': {
    title: '分档之间有空当',
    matters: '落在空当里的数没有对应的分。',
    usual: '上一档的下限就是下一档的上限，首尾相接。',
  },
  'unless-with-two-antecedents': {
    title: '一个“否则”管两项要求',
    matters: '只违反一项扣不扣，通知没有说。',
    usual: '分成两句，各写各的扣分；或写“有一项不符合的，扣……分”。',
  },
  'replaces-or-adds': {
    title: '更坏的结果是代替还是另加',
    matters: '同一件事扣2分还是扣3分，两种读法都说得通。',
    usual: '写“改按2分扣”或“再扣2分”。',
  },
  'once-or-per-occurrence': {
    title: '没有计量单位',
    matters: '一年只扣一回，还是每发生一次都扣，相差可以很大。',
    usual: '写明单位：“每次扣1分”“查实一例扣1分”；只扣一回的，写“一次性扣1分”。',
  },
  'unit-missing': {
    title: '漏了单位或“分”字',
    matters: '读不出按什么计数。',
    usual: '补全：“每件扣0.5分”。',
  },
  'no-cap-for-bonus': {
    title: '加分没有上限',
    matters: '报得多的中心可以靠加分盖过扣分，名次不再反映日常工作。',
    usual: '写“最高加3分”。',
  },
  'price-exceeds-item': {
    title: '一次扣分超过本项分值',
    matters: '超出的部分扣不扣、从哪里扣，没有说。',
    usual: '写“扣完为止”，或把单价降到本项分值以内。',
  },
  'totals-mismatch': {
    title: '分值加起来对不上',
    matters: '满分是多少、没有分值的部分从哪里扣，要另行解释。',
    usual: '各部分分值相加等于印出的合计（通常为100分），加分另列。',
  },
  'unresolved-reference': {
    title: '引用的规定或术语没有给出',
    matters: '依据找不到，扣分就站不住。',
    usual: '写明文件名称和文号，或在通知里下定义。',
  },
  'subject-split': {
    title: '一件事扣几个对象的分',
    matters: '单位和个人各扣多少、哪些计入中心，没有说。',
    usual: '写明“单位扣……分；对个人的处理不计入考核得分”。',
  },
  'double-count': {
    title: '同一件事可以落入几款',
    matters: '扣一次还是各扣一次没有说，同一件差评可以扣两三回。',
    usual: '写“同一事项不重复扣分，按最高的一款扣”。',
  },
  'floor-missing': {
    title: '没有写“扣完为止”',
    matters: '一部分扣成负数时，差额要不要从总分里扣没有说。',
    usual: '在评分办法里写“各项分值扣完为止，不倒扣”。',
  },
}

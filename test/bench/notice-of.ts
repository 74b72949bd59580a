/** A notice of exactly so many clauses, in a table of sections, from a few kinds of sentence in turn: always the same. */
export function noticeOf(clauses: number): string {
  const sentences = sentencesOf(clauses)
  const rows: string[] = ['示例区综合窗口考核评分细则', '(2021年)', '', '考核内容\t考核项目\t得分']
  for (let section = 0; section * PER_SECTION < sentences.length; section += 1) {
    const own = sentences.slice(section * PER_SECTION, (section + 1) * PER_SECTION)
    const items = own.map((sentence, at) => `${at + 1}、${sentence}`)
    rows.push(`${han(section + 1)}、示例内容${section + 1} (20分)\t${items.join(' ')}\t`)
  }
  return rows.join('\n')
}

const PER_SECTION = 20

/** Each with the clauses that it holds. */
const SENTENCES: readonly (readonly [sentence: string, clauses: number])[] = [
  ['大厅标识残缺、摆放凌乱的，每处扣0.5分；', 1],
  ['按要求公开办事指南，公开内容有误的，查实一例扣1分；', 1],
  ['每月故障不超过一次，责任范围内3个工作日内修复，否则发现一次扣0.5分；', 1],
  ['群众评价率低于75%，扣1分；', 1],
  ['工单按时办结率达到95%以上的得5分，每下降1个百分点扣0.2分，扣完为止；', 2],
  ['未制定年度培训计划、未开展培训的，酌情扣1-3分；', 1],
  ['获区级、市级、国家级表彰的，分别加1分、2分、4分，最高加6分；', 1],
  ['经核实的投诉，每件扣1分；经回访仍不满意的，扣2分；', 2],
  ['每季度走访不少于2次，每少一次扣0.5分；', 1],
  ['积极创新并有成效的，经审定，每项加0.5-1分。', 1],
]

function sentencesOf(clauses: number): string[] {
  const sentences: string[] = []
  const single = SENTENCES[0]?.[0] ?? ''
  for (let left = clauses, at = 0; left > 0; at += 1) {
    const [sentence, count] = SENTENCES[at % SENTENCES.length] ?? [single, 1]
    sentences.push(count <= left ? sentence : single)
    left -= Math.min(count, left)
  }
  return sentences
}

const DIGITS = '零一二三四五六七八九'

function han(number: number): string {
  if (number < 10) return DIGITS[number] ?? ''
  const tens = Math.floor(number / 10)
  const head =
    tens < 10
      ? tens === 1
        ? ''
        : DIGITS[tens]
      : `${DIGITS[Math.floor(tens / 10)]}百${tens % 10 === 0 ? '零' : DIGITS[tens % 10]}`
  const unit = number % 10 === 0 ? '' : DIGITS[number % 10]
  return number >= 100 && tens % 10 === 0 ? `${head}${unit}` : `${head}十${unit}`
}

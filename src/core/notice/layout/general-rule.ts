import { hasAmount } from './price-words.ts'

/** 总分100分，扣分项扣完为止，加分项最高不超过5分: it bounds the whole, and has no price beside the bounds. */
export function isGeneralRule(written: string): boolean {
  const text = written.replace(/\s+/g, '')
  return speaksOfAll(text) && BOUND.test(text) && !hasAmount(text.replace(BOUNDED, ''))
}

/** 各项扣完为止, 本办法自发布之日起施行: a sentence that opens like this is of no single item. */
export function speaksOfAll(text: string): boolean {
  return /^(?:以上|上述|各[大小分]?项|各部分|本[表办细考]|所有|(?:考核|考评|评分)?(?:总分|满分)|合计|总计|[扣加减]分项(?![：:目])|[扣加减]分(?:累计|合计|总[计分额]|最[高多]))/.test(
    text,
  )
}

const BOUND = /总分|满分|合计|总计|扣完|为止|为限|不超过|上限|封顶|最高|负分|重复/
const BOUNDED = /[^，,。；;]{0,20}(?:总分|满分|合计|总计|不超过|不得超过|上限|封顶|最高|累计)[^，,。；;]{0,12}分/g

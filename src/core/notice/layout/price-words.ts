/** Whether a text says what something costs or earns. A guess for the layout only: the clause grammar reads the price. */
export function hasPrice(text: string): boolean {
  return PRICE.test(text)
}

/** 扣1分, 加0.5分/件: a number of points, as opposed to a veto. */
export function hasAmount(text: string): boolean {
  return FIGURE.test(text)
}

/** A price with a number: 扣完为止 alone is a general rule. */
export function hasFigure(text: string): boolean {
  return FIGURE.test(text) || /不得分|不计分|一票否决/.test(text)
}

/** 出现上列情形之一的每项扣10分: the price of a list that stands before it. */
export function pricesWhatStandsBefore(text: string): boolean {
  return /上列|上述|以上(?!的|（含）|\(含\))|前述|前款|情形之一|之一的|任一|任何一项|有一项|每缺一项/.test(text)
}

const NUMBER = String.raw`[\d０-９][\d０-９.．]{0,6}|[一二三四五六七八九十两半]`

const FIGURES = [
  // 扣1分, 每次扣 0.5-1分, 加1-5, 得10分, 计5分, 奖10分
  String.raw`[扣减加奖罚][^。；;！!？?\n（(]{0,12}?(?:${NUMBER})\s{0,3}[-—~～–至到、]{0,3}\s{0,3}(?:${NUMBER})?\s{0,3}分`,
  String.raw`(?:得(?!分)|[计记赋给])[^。；;，,！!？?\n（(]{0,8}?(?:${NUMBER})\s{0,3}分`,
  String.raw`[扣加]\s{0,3}[\d０-９]`,
  // -1分/次, +2/件
  String.raw`[-－—–+＋]\s{0,3}[\d０-９.]{1,6}\s{0,3}分?\s{0,3}/`,
  String.raw`^[-－+＋]\s{0,3}[\d０-９.]{1,6}\s{0,3}分$`,
  String.raw`[\d０-９]\s{0,3}分\s{0,3}/\s{0,3}[\u4E00-\u9FFF]`,
]

const FIGURE = new RegExp(FIGURES.join('|'))

const PRICE = new RegExp(
  [...FIGURES, '不得分|不计分|不给分|得满分|扣完|扣分|加分|扣除|倒扣|清零|一票否决|零分|加倍扣|酌情[扣加]|分为止'].join(
    '|',
  ),
)

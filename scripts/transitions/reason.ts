/** A refusal's sentence without what it says of one case: what is the matter, for a table. */
export function reasonIn(message: string): string {
  return generally(message.split('；')[0] ?? message)
}

/** The whole sentence, in general: the ids, days and fields of the case that was tried are left out. */
export function generally(message: string): string {
  return PLAINER.reduce((text, [particular, general]) => text.replace(particular, general), message)
}

const PLAINER: readonly (readonly [RegExp, string])[] = [
  [/^没有填写[^；]*；请写明后再提交/, '没有填写必须写明的内容；请写明后再提交'],
  [/需要的状态是：[^，]*/, '需要先办完前一步'],
  [/采用细则 \S+，不能按细则 \S+ 办理；请换用 \S+/, '采用另一细则，不能按这一细则办理；请换用采用的细则'],
  [/检测“[^”]*”检出/g, '检测检出'],
  [/编号为 \S+ 的/g, '这个编号的'],
  [/第\d+号(?=问题|疑点|加分申报)/g, ''],
  [/ ?\d{4}-\d{2}-\d{2} ?/g, '某日'],
  [/ ?\b(?:assessor|staff|reviewer)-\d\b ?/g, '某人'],
  [/中心 (?:xiayang|other) ?/g, '某中心'],
  [/ ?\b\d\.\d(?:\.\d)? (?=[款项])/g, '某'],
  [/ ?\b[FABI]\d+\b ?/g, ''],
  [/次数 \d+ 多于登记的 \d+/, '次数多于登记的'],
  [/次数 \d+ 不是/, '次数不是'],
  [/ 9 分超出/, '的分值超出'],
  [/自评 99 分，超过满分 5 分/, '自评超过满分'],
]

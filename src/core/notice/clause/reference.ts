/**
 * The rule that a wording points to without giving it: 按照《…办法》执行, 按本表第一项中扣分标准, 另行制定. Null where it
 * points nowhere, or only to a source of facts.
 */
export function referenceIn(wording: string): string | null {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(wording)
    if (match) return match[0]
  }
  return null
}

const PATTERNS = [
  /(?:按照?|依照|参照|依据|根据|执行|见|详见)[^,;。]{0,16}《[^》]{1,40}》[^,;。]{0,12}(?:执行|计分|扣分|评分|考核|标准|办理|规定)?/,
  /另行(?:制定|规定|通知|印发|确定|下发)[^,;。]{0,10}/,
  /(?:详?见|按照?|依照|参照|对照)[^,;。]{0,10}附(?:件|表|则)[^,;。]{0,12}/,
  /(?:按照?|依照|参照|比照)[^,;。]{0,20}(?:标准|办法|规则|规定|细则|方案|条款|公式)[^,;。]{0,4}(?:追加|另行|予以|进行|计算)?(?:扣|加|计|评|得|执行|考核|折算)/,
  /(?:由|以)[^,;。]{1,12}(?:制定|印发|下发)的?[^,;。]{0,10}(?:标准|办法|细则|方案)[^,;。]{0,4}(?:为准|执行|考核|评定)/,
]

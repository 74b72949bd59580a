/** Most bytes are something in GB 18030: only where nearly all of it is what Chinese documents hold is it taken so. */
export function isLikelyChinese(text: string): boolean {
  const strange = text.match(/[^\p{ASCII}\u00a0-\u017f\u2000-\u33ff\u4e00-\u9fff\uff00-\uffef]/gu)?.length ?? 0
  const controls = text.replaceAll(/[\t\n\f\r]/gu, '').match(/\p{Cc}/gu)?.length ?? 0
  const han = text.match(/[\u4e00-\u9fff]/gu)?.length ?? 0
  return controls === 0 && han > 0 && strange * 50 <= han
}

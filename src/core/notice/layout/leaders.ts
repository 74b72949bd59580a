import { concat, slice, type TracedText } from './traced-text.ts'

/** 岗位纪律………30分: the dots that lead to the end of a line stand for a blank. A blank to fill in (___) is no leader. */
export function withoutLeaders(whole: TracedText): TracedText {
  if (!/…{2}|[.．·]{4}/.test(whole.text)) return whole
  const kept: TracedText[] = []
  let from = 0
  for (const { index, 0: leader } of whole.text.matchAll(/…{3,}|…{2,}(?=\s?[\d０-９扣加减])|[.．·]{6,}/g)) {
    kept.push(slice(whole, from, index))
    from = index + leader.length
  }
  return kept.length === 0 ? whole : concat([...kept, slice(whole, from)], ' ')
}

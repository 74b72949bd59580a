import type { Phrase } from '../phrases/phrase.ts'
import type { ClauseDraft } from './clause-draft.ts'

/**
 * What holds for several drafts of one text: a general floor or cap that stands before or after them
 * (以上各项扣完为止, 加分不设上限), and a veto that only repeats the veto before it.
 */
export function foldPairs(drafts: readonly ClauseDraft[], phrases: readonly Phrase[], text: string): ClauseDraft[] {
  const goesOn = /(?:扣完|不足扣|不够扣|超出部分?)[^。;]{0,14}(?:总分|总成绩|继续)/.test(text)
  const general = limitsOutside(drafts, phrases, text)
  return drafts
    .filter((draft, at) => !(draft.direction === 'veto' && repeatsVeto(drafts[at - 1], draft, text)))
    .map((draft) => ({
      ...draft,
      beyondCap: draft.beyondCap || (draft.direction === 'deduct' && goesOn),
      floor: draft.floor ?? (draft.direction === 'deduct' ? general.floor : null),
      cap: draft.cap ?? (draft.direction === 'bonus' || draft.direction === 'earn' ? general.noCap : null),
    }))
}

function limitsOutside(drafts: readonly ClauseDraft[], phrases: readonly Phrase[], text: string) {
  const isInside = (phrase: Phrase) =>
    drafts.some((draft) => phrase.start >= draft.start && phrase.end <= draft.end && draft.floor !== null)
  const floor = phrases.find((phrase) => phrase.type === 'floor' && !isInside(phrase))
  const noCap = phrases.find((phrase) => phrase.type === 'nocap')
  return {
    floor: floor ? ('item' as const) : null,
    noCap: noCap ? ({ kind: 'none', phrase: text.slice(noCap.start, noCap.end) } as const) : null,
  }
}

/** 实行一票否决制,本年度考评结果列末位: the second says what the first does. */
function repeatsVeto(before: ClauseDraft | undefined, veto: ClauseDraft, text: string): boolean {
  return before?.direction === 'veto' && !/[。;\n]/.test(text.slice(before.end, veto.start))
}

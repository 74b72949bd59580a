import { bandOf, boundOf, type Bounds } from '../clause/comparison.ts'
import { flawsOfBands } from '../clause/tiers.ts'
import type { Phrase } from '../phrases/phrase.ts'
import type { ClauseQuestion, QuestionRule } from './question-rule.ts'

/** ambiguous-inclusive and band-gap: boundaries of scales and of bands, priced or only graded. */
export const bandQuestions: QuestionRule = (reading) => {
  const questions: ClauseQuestion[] = []
  for (const [at, { marks }] of reading.drafts.entries()) {
    if (marks.bands.includes('gap')) questions.push({ code: 'band-gap', drafts: [at] })
    if (marks.bands.includes('shared-boundary') || marks.bands.includes('scale-boundary'))
      questions.push({ code: 'ambiguous-inclusive', drafts: [at] })
  }
  if (reading.drafts.length > 0) return questions
  const flaws = flawsOfBands(gradeBands(reading.phrases, reading.normal.text))
  if (flaws.includes('gap')) questions.push({ code: 'band-gap', drafts: [] })
  if (flaws.includes('shared-boundary')) questions.push({ code: 'ambiguous-inclusive', drafts: [] })
  return questions
}

/** 90分以上为优秀,80-89分为良好: bands that no price follows. Needs at least two of one unit. */
function gradeBands(phrases: readonly Phrase[], text: string): Bounds[] {
  if (!/为|评定|等次|等级|优秀|良好|合格|达标/.test(text)) return []
  const bands: Bounds[] = []
  let run: Phrase[] = []
  const close = () => {
    const printed = run.find((phrase) => phrase.type === 'band')
    const bounds = run
      .flatMap((phrase) => (phrase.type === 'compare' ? [boundOf(phrase, '')] : []))
      .filter((bound) => bound !== null)
    const band = bandOf(bounds, printed?.type === 'band' ? printed : null)
    if (band?.unit === '分' && (printed || bounds.length > 0)) bands.push(band)
    run = []
  }
  for (const phrase of phrases) {
    if (phrase.type === 'stop') close()
    else run.push(phrase)
  }
  close()
  return bands.length >= 2 ? bands : []
}

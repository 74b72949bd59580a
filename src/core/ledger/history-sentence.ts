import { formatPoints } from '../kernel/points.ts'
import type { EventWords } from './event-words.ts'
import type { LedgerEvent } from './ledger-event.ts'

/** The numbers of what an amount refers to. */
type Cited = readonly { readonly findingId: string; readonly number: number }[]

/** What one line of the ledger about a finding or a bonus says was done, in the words of a language; its reason or statement is for `wordsOf`. */
export function historySentence(event: LedgerEvent, text: EventWords, cited: Cited): string {
  const what = doneIn(event, text, cited)
  return 'evidence' in event && event.evidence.length > 0 ? text.withEvidence(what, event.evidence.length) : what
}

/** What the person wrote with it; null where nothing was. */
export function wordsOf(event: LedgerEvent): string | null {
  const said =
    'reason' in event
      ? event.reason
      : 'statement' in event
        ? event.statement
        : 'grounds' in event
          ? event.grounds
          : 'measures' in event
            ? event.measures
            : ''
  return said.trim() === '' ? null : said
}

function doneIn(event: LedgerEvent, text: EventWords, cited: Cited): string {
  const { type } = event
  if (type === 'FindingNotified') return text.FindingNotified(event.replyBy.workingDays)
  if (type === 'FindingSubstantiated') return text.FindingSubstantiated(event.occurrences, event.clauseId)
  if (type === 'AmountDecided')
    return text.AmountDecided(
      formatPoints(event.points),
      event.precedents.flatMap((precedent) => cited.find(({ findingId }) => findingId === precedent)?.number ?? []),
    )
  if (type === 'DecisionServed') return text.DecisionServed(event.appealBy.lastDay)
  if ((type === 'DecisionCorrected' || type === 'FindingVaried' || type === 'BonusApproved') && event.points !== null)
    return text.withPoints(text[type], event.occurrences, formatPoints(event.points))
  const said = text[type as keyof EventWords]
  return typeof said === 'string' ? said : type
}

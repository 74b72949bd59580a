import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { certainOf } from './lead.ts'
import { MarkedSentence } from './marked-sentence.tsx'
import { overviewText } from './overview-text.ts'

/** More names than this are a number. */
const MOST_NAMES = 4

/** What is decided, what is open, and which ranks are certain all the same. */
export function LeadSentence({ overview: { ranked, counts } }: { readonly overview: Answered<'readOverview'> }) {
  const text = useText(overviewText)
  const { fixed, first, moving } = certainOf(ranked)
  const open = Object.values(counts.open).reduce((sum, one) => sum + one, 0)
  const said = [
    ...(first === null ? [] : [text.notBelow(first.centerName, first.worst)]),
    ...(fixed.length > MOST_NAMES
      ? [text.areFixed(fixed.length)]
      : fixed.map(({ centerName, rank }) => text.isFixed(centerName, rank))),
  ]
  const certain =
    moving === 0 && first === null ? text.allCertain : said.length === 0 ? text.noneCertain : text.certain(said, moving)
  return (
    <p className="lead">
      <MarkedSentence sentence={text.decided(ranked.length, counts.deducted, counts.added, open) + certain} />
    </p>
  )
}

import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { IntervalFigure, PointsChange, PointsFigure } from '../../../ui/score-figures.tsx'
import { StackTable } from '../../../ui/stack-table.tsx'
import { nextYearText } from './next-year-text.ts'
import { rankMove, type CenterUnder } from './slope-places.ts'

export type NextYear = Answered<'readNextYear'>['nextYear']

export function CentersTable({ centers }: { readonly centers: readonly CenterUnder[] }) {
  const text = useText(nextYearText)
  const rank = ({ rank: place, isTied }: CenterUnder['before']) => (isTied ? `${place} ${text.tied}` : String(place))
  return (
    <StackTable
      rows={centers}
      keyOf={({ centerId }) => centerId}
      columns={[
        { head: text.center, cell: ({ centerName }) => centerName, isName: true, className: 'nw' },
        {
          head: text.now,
          label: text.now,
          cell: ({ before }) => <PointsFigure points={before.score} isAligned />,
          className: 'num r',
        },
        {
          head: `${text.now} ${text.ranks}`,
          label: `${text.now} ${text.ranks}`,
          cell: ({ before }) => rank(before),
          className: 'nw',
        },
        {
          head: text.under,
          label: text.under,
          cell: ({ after }) => <PointsFigure points={after.score} isAligned />,
          className: 'num r',
        },
        {
          head: `${text.under} ${text.ranks}`,
          label: `${text.under} ${text.ranks}`,
          cell: (center) => {
            const places = rankMove(center)
            return places === 0 ? rank(center.after) : `${rank(center.after)}，${text.rankMove(places)}`
          },
          className: 'nw',
        },
        {
          head: text.change,
          label: text.change,
          cell: ({ before, after }) =>
            before.score === after.score ? null : <PointsChange points={after.score - before.score} />,
          className: 'num r',
        },
        {
          head: text.range,
          label: text.range,
          cell: ({ after: { interval } }) => <IntervalFigure interval={[interval[0], interval[1]]} />,
          className: 'num r',
        },
      ]}
    />
  )
}

export function ChangesTable({ changes }: { readonly changes: NextYear['changes'] }) {
  const text = useText(nextYearText)
  if (changes.length === 0) return <p>{text.noChanges}</p>
  const rows = changes.map((change, at) => ({ ...change, at }))
  return (
    <StackTable
      rows={rows}
      keyOf={({ at }) => at}
      className="next-year-changes"
      columns={[
        {
          head: text.what,
          cell: ({ name, before, after }) => (
            <>
              {text[name]} <span className="ref">{(after ?? before)?.place}</span>
            </>
          ),
          isName: true,
          className: 'nw',
        },
        { head: text.now, label: text.now, cell: ({ before }) => <Side side={before} isOld /> },
        { head: text.under, label: text.under, cell: ({ after }) => <Side side={after} isOld={false} /> },
        { head: text.says, cell: ({ says }) => says },
        {
          head: text.share,
          label: text.share,
          cell: ({ share }) => (share === 0 ? null : text.sharePart(share)),
          className: 'num r',
        },
      ]}
    />
  )
}

function Side({ side, isOld }: { readonly side: NextYear['changes'][number]['before']; readonly isOld: boolean }) {
  if (side === null) return null
  return (
    <div className={isOld ? 'next-year-side is-old' : 'next-year-side'}>
      {side.text === '' ? null : <span lang="zh-Hans">{side.text}</span>}
      <small>{side.reading}</small>
    </div>
  )
}

export function LeftTable({ groups }: { readonly groups: NextYear['notCarried'] }) {
  const text = useText(nextYearText)
  const rows = groups.map((group, at) => ({ ...group, at }))
  return (
    <StackTable
      rows={rows}
      keyOf={({ at }) => at}
      columns={[
        {
          head: text.place,
          cell: ({ kind, place }) => (kind === 'answer' ? `${text.answer} ${place}` : place),
          isName: true,
          className: 'ref nw',
        },
        { head: text.quote, cell: ({ quote }) => <span lang="zh-Hans">{quote}</span> },
        { head: text.why, cell: ({ says }) => says },
        {
          head: text.cases,
          cell: ({ kind, cases, counted, numbers }) =>
            kind === 'answer' ? null : (
              <>
                {text.casesOf(cases, counted)}
                <small>{text.numbers(numbers, cases - numbers.length)}</small>
              </>
            ),
        },
      ]}
    />
  )
}

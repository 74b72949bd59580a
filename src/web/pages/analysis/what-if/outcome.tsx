import { useState } from 'react'
import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { ChangedTable } from '../../../ui/changed-table.tsx'
import { RankSlope } from '../../../ui/rank-slope.tsx'
import { whatIfText } from './what-if-text.ts'

export type Told = Omit<Answered<'whatIf'>['scenario'], 'name' | 'text' | 'suppositions'>

/** More centers than this make no picture: then only those that move are drawn. */
const MOST = 24

/** Ranks as they are and as they would be. The table beside says the same, so nothing is drawn where no rank moves. */
export function OutcomePicture({ told: { places, lead } }: { readonly told: Told }) {
  const isMoved = ({ before, after }: Told['places'][number]) =>
    before.rank !== after.rank || before.isTied !== after.isTied
  if (!places.some(isMoved)) return null
  const drawn = places.length <= MOST ? places : places.filter(isMoved).slice(0, MOST)
  return (
    <RankSlope
      says={lead}
      moves={drawn.map(({ centerId, centerName, before, after }) => ({
        centerId,
        centerName,
        before: before.rank,
        after: after.rank,
      }))}
    />
  )
}

const FIRST = 40

export function OutcomeNumbers({
  told: { numbers, unlisted, unchangedCenters, unchangedSections },
  title,
  base,
}: {
  readonly told: Told
  readonly title: string
  readonly base: string
}) {
  const text = useText(whatIfText)
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? numbers : numbers.slice(0, FIRST)
  if (numbers.length === 0) return null
  return (
    <>
      <h3>
        {title} <span className="cap">{text.numbersCount(numbers.length, unlisted)}</span>
      </h3>
      <div className="what-if-scroll">
        <ChangedTable numbers={shown} base={base} />
      </div>
      {shown.length === numbers.length ? null : (
        <button type="button" className="btn sm" onClick={() => setWhole(true)}>
          {text.showAll(numbers.length)}
        </button>
      )}
      <p className="note">{text.unchanged(unchangedCenters, unchangedSections)}</p>
    </>
  )
}

import { Link } from 'react-router'
import { formatPoints } from '../../core/kernel/points.ts'
import type { Answered } from '../client/call.ts'
import { useText } from '../text/language.tsx'
import { caseNumberText } from './case-number-text.ts'
import './changed-table.css'
import { changedText } from './changed-text.ts'
import { PointsChange } from './score-figures.tsx'

export type ChangedNumber = Answered<'readEffect'>['numbers'][number]

/** Numbers that are another, the old one struck through beside the new, center by center. `base`: the address of the assessment. */
export function ChangedTable({ numbers, base }: { readonly numbers: readonly ChangedNumber[]; readonly base: string }) {
  const text = useText(changedText)
  return (
    <table role="table" className="tbl changed-table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {text.subject}
          </th>
          <th role="columnheader" scope="col">
            {text.number}
          </th>
          <th role="columnheader" scope="col" className="r">
            {text.before}
          </th>
          <th role="columnheader" scope="col" className="r">
            {text.after}
          </th>
          <th role="columnheader" scope="col" className="r">
            {text.difference}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {numbers.map((number, place) => (
          <ChangedRow
            key={`${number.centerId}${number.what}${number.ref}`}
            number={number}
            isFirst={numbers[place - 1]?.centerId !== number.centerId}
            base={base}
          />
        ))}
      </tbody>
    </table>
  )
}

function ChangedRow({
  number,
  isFirst,
  base,
}: {
  readonly number: ChangedNumber
  readonly isFirst: boolean
  readonly base: string
}) {
  const text = useText(changedText)
  const { what, centerId, centerName, before, after } = number
  const moved = after[0] - before[0]
  return (
    <tr role="row" className={isFirst ? 'is-first' : undefined}>
      <td role="cell" className="nw">
        {isFirst ? (centerId === null ? text.district : centerName) : null}
      </td>
      <td role="cell">
        <NumberName number={number} base={base} />
      </td>
      <td role="cell" className="num">
        <span className="was">{saidOf(number, 'before', text.tied)}</span>
      </td>
      <td role="cell" className="num">
        <b>{saidOf(number, 'after', text.tied)}</b>
      </td>
      <td role="cell" className="r nw">
        {what === 'range' ? null : what === 'rank' ? (
          moved === 0 ? null : moved < 0 ? (
            text.up(-moved)
          ) : (
            text.down(moved)
          )
        ) : (
          <PointsChange points={moved} />
        )}
      </td>
    </tr>
  )
}

function NumberName({ number, base }: { readonly number: ChangedNumber; readonly base: string }) {
  const text = useText(changedText)
  const numbers = useText(caseNumberText)
  const { what, ref, number: caseOf, label } = number
  if (what === 'section') return label
  if (what !== 'finding' && what !== 'bonus') return text[what]
  const page = what === 'finding' ? 'findings' : 'bonuses'
  return (
    <>
      <span className="ref">{label}</span>{' '}
      {caseOf === null ? (
        text.automatic
      ) : (
        <Link to={`${base}/${page}/${encodeURIComponent(ref ?? '')}`}>{numbers.number(caseOf)}</Link>
      )}
    </>
  )
}

/** A number as it is printed: a rank with its tie, a range with both ends, points. */
export function saidOf(
  { what, before, after, wasTied, isTied }: ChangedNumber,
  when: 'before' | 'after',
  tied: (rank: number) => string,
): string {
  const [least, most] = when === 'before' ? before : after
  if (what === 'rank') return (when === 'before' ? wasTied : isTied) ? tied(least) : String(least)
  return least === most ? formatPoints(least) : `${formatPoints(least)}–${formatPoints(most)}`
}

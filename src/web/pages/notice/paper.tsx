import { memo } from 'react'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import { Phrases } from './phrase.tsx'
import type { LineRole, SetCell, SetNotice, SetPart } from './set-notice.ts'
import type { Segment } from './cut-text.ts'

/** The notice as an official document: its own words, in its own order. */
export const Paper = memo(function Paper({ notice, rubric }: { readonly notice: SetNotice; readonly rubric: Rubric }) {
  return (
    <div className="notice-paper" lang="zh-Hans">
      {notice.parts.map((part) =>
        part.kind === 'line' ? (
          <Line key={part.start} part={part} />
        ) : (
          <TablePart key={part.start} part={part} rubric={rubric} />
        ),
      )}
      <i data-anchor="end" className="notice-end" aria-hidden="true" />
    </div>
  )
})

function Line({ part: { role, segments } }: { readonly part: Extract<SetPart, { kind: 'line' }> }) {
  const Tag = TAGS[role]
  return (
    <Tag className={`notice-${role}`}>
      {role === 'title' ? <Pieces segments={segments} /> : <Phrases segments={segments} />}
    </Tag>
  )
}

const TAGS: Readonly<Record<LineRole, 'p' | 'h2' | 'h3'>> = {
  office: 'p',
  number: 'p',
  title: 'h2',
  annex: 'h2',
  caption: 'p',
  heading: 'h3',
  text: 'p',
  address: 'p',
  signature: 'p',
}

/** A title breaks where the office put its blanks. */
function Pieces({ segments }: { readonly segments: readonly Segment[] }) {
  const pieces = segments
    .map(({ text }) => text)
    .join('')
    .split(/( +)/)
  return pieces.map((piece, place) => (place % 2 === 1 ? piece : <span key={`${place}${piece}`}>{piece}</span>))
}

function TablePart({
  part: { rows },
  rubric,
}: {
  readonly part: Extract<SetPart, { kind: 'table' }>
  readonly rubric: Rubric
}) {
  const [first, ...others] = rows
  const isHead = first !== undefined && first.every(({ sectionId, lines }) => sectionId === null && isShort(lines))
  const body = isHead ? others : rows
  const columns = Math.max(...rows.map((row) => row.reduce((sum, { colSpan }) => sum + colSpan, 0)))
  return (
    <table role="table" className="notice-table" data-columns={columns}>
      {isHead ? (
        <thead role="rowgroup">
          <tr role="row">
            {first.map((cell) => (
              <th role="columnheader" key={cellKey(cell)} scope="col" colSpan={cell.colSpan}>
                <Cell cell={cell} rubric={rubric} />
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody role="rowgroup">
        {body.map((row) => (
          <Row key={row.map(cellKey).join('|')} row={row} rubric={rubric} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, rubric }: { readonly row: readonly SetCell[]; readonly rubric: Rubric }) {
  return (
    <tr role="row">
      {row.map((cell, place) => {
        const spans = { rowSpan: cell.rowSpan, colSpan: cell.colSpan }
        const content = <Cell cell={cell} rubric={rubric} />
        return place === 0 ? (
          <th role="rowheader" key={cellKey(cell)} scope="row" {...spans} {...anchorOf(cell)}>
            {content}
          </th>
        ) : (
          <td role="cell" key={`${place}${cellKey(cell)}`} {...spans}>
            {content}
          </td>
        )
      })}
    </tr>
  )
}

function anchorOf({ sectionId }: SetCell): { readonly id?: string } {
  return sectionId === null ? {} : { id: `section-${sectionId}` }
}

function Cell({ cell, rubric }: { readonly cell: SetCell; readonly rubric: Rubric }) {
  const section = rubric.sections.find(({ id }) => id === cell.sectionId)
  const [line] = cell.lines
  if (section !== undefined && line !== undefined) return <SectionName text={textOf(cell)} title={section.title} />
  if (cell.lines.length === 0) return null
  if (cell.lines.every(({ criterionId }) => criterionId === null))
    return cell.lines.map(({ segments }) => <Phrases key={segments[0]?.start} segments={segments} />)
  return (
    <ol className="notice-lines">
      {cell.lines.map(({ label, segments, criterionId }) => (
        <li
          key={criterionId ?? segments[0]?.start}
          {...(criterionId === null ? {} : { id: `criterion-${criterionId}` })}
        >
          <span className="notice-label">{label}</span>
          <p>
            <Phrases segments={segments} />
          </p>
        </li>
      ))}
    </ol>
  )
}

/** 一、服务事项 (5分): the name strong, what follows beneath it. */
function SectionName({ text, title }: { readonly text: string; readonly title: string }) {
  const at = text.indexOf(title)
  const end = at < 0 ? text.length : at + title.length
  return (
    <>
      <b>{text.slice(0, end)}</b>
      <span>{text.slice(end)}</span>
    </>
  )
}

function textOf({ lines }: SetCell): string {
  return lines.map(({ label, segments }) => label + segments.map(({ text }) => text).join('')).join('')
}

function cellKey(cell: SetCell): string {
  return `${cell.lines[0]?.segments[0]?.start ?? ''}:${textOf(cell).slice(0, 12)}`
}

function isShort(lines: SetCell['lines']): boolean {
  return lines.reduce((sum, { segments }) => sum + segments.reduce((all, { text }) => all + text.length, 0), 0) <= 12
}

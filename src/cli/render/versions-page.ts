import type { ShownVersions } from '../../app/folder-records/show-records.ts'
import type { Field } from '../../core/records/data-set.ts'
import { displayWidth, padEnd } from '../text/display-width.ts'
import { wrapText } from '../text/wrap.ts'
import { meantWords } from './meant-words.ts'
import { centered, heavyRule, lightRule, type Page } from './page.ts'

/** All versions of a record side by side, what differs from the version before in amber; below each other where there is no room. */
export function versionsPage({ set, recordKey, versions, centers }: ShownVersions, page: Page): string[] {
  const { ink } = page
  const label = Math.max(...set.fields.map(({ chinese }) => displayWidth(chinese)))
  const room = Math.floor((page.columns - label - GAP * versions.length) / versions.length)
  const texts = (field: Field) => versions.map((row) => meantWords(field, row[field.name] ?? null, centers))
  const lines =
    room >= NARROWEST
      ? [
          ink.faint(beside('', versions.map(versionWords), label, room)),
          lightRule(page),
          ...set.fields.flatMap((field) => besideLines(field.chinese, texts(field), label, room, page)),
        ]
      : [lightRule(page), ...set.fields.flatMap((field) => belowLines(field.chinese, texts(field), label, page))]
  const changes = versions.length === 1 ? '没有更正过。' : `共 ${versions.length} 版，最后一版是现在的。`
  return [
    heavyRule(page),
    ...centered(`${set.chinese} ${recordKey}`, page).map(ink.strong),
    heavyRule(page),
    ...lines,
    lightRule(page),
    ...wrapText(changes, page.columns),
  ]
}

const GAP = 2
const NARROWEST = 12

function versionWords(row: ShownVersions['versions'][number]): string {
  return `第 ${row['version'] ?? ''} 版`
}

function beside(name: string, cells: readonly string[], label: number, room: number): string {
  return [padEnd(name, label), ...cells.map((cell) => padEnd(cell, room))].join(' '.repeat(GAP)).trimEnd()
}

function besideLines(name: string, cells: readonly string[], label: number, room: number, { ink }: Page): string[] {
  if (cells.every((cell) => cell === '')) return []
  const wrapped = cells.map((cell) => wrapText(cell, room))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, at) => {
    const parts = wrapped.map((lines, place) => {
      const padded = padEnd(lines[at] ?? '', room)
      return isChanged(cells, place) ? ink.open(padded) : padded
    })
    return [padEnd(at === 0 ? name : '', label), ...parts].join(' '.repeat(GAP)).trimEnd()
  })
}

function belowLines(name: string, cells: readonly string[], label: number, { columns, ink }: Page): string[] {
  if (cells.every((cell) => cell === '')) return []
  const isSame = cells.every((cell) => cell === cells[0])
  return (isSame ? cells.slice(0, 1) : cells).flatMap((cell, place) => {
    const mark = isSame ? '' : `${place + 1}. `
    return wrapText(cell === '' ? '（空）' : cell, columns - label - GAP - displayWidth(mark)).map((line, at) => {
      const head = padEnd(place === 0 && at === 0 ? name : '', label + GAP)
      const text = isChanged(cells, place) ? ink.open(line) : line
      return `${head}${at === 0 ? mark : ' '.repeat(displayWidth(mark))}${text}`
    })
  })
}

function isChanged(cells: readonly string[], place: number): boolean {
  return place > 0 && cells[place] !== cells[place - 1]
}

import type { FlowPart, PageFlow } from './page-flow.ts'
import type { TextLine } from './text-line.ts'

/** Takes out what a page needs and the notice does not say: page numbers, and heads and feet that most pages repeat. */
export function withoutFurniture(flows: readonly PageFlow[]): PageFlow[] {
  const margins = flows.flatMap((flow) => marginsOf(flow).map((line) => ({ line, key: keyOf(line, flow) })))
  const pages = new Map<string, Set<number>>()
  for (const { line, key } of margins) pages.set(key, (pages.get(key) ?? new Set()).add(line.page))
  const isRepeated = (key: string) => {
    const count = pages.get(key)?.size ?? 0
    return count >= FEWEST && count >= flows.length * SHARE
  }
  const dropped = new Set(
    margins.filter(({ line, key }) => isPageNumber(line.text) || isRepeated(key)).map(({ line }) => line),
  )
  return flows.map((flow) => ({
    ...flow,
    parts: flow.parts.filter((part) => !(part.kind === 'line' && dropped.has(part.line))),
  }))
}

const FEWEST = 2
/** Odd and even pages may have heads of their own. */
const SHARE = 0.4

/** Lines that no table and no other margin parts from the edge of the page, and that stand near it. */
function marginsOf({ parts, height }: PageFlow): TextLine[] {
  const isNear = ({ baseline }: TextLine) => baseline < height * NEAR || baseline > height * (1 - NEAR)
  const above = upTo(parts, isNear)
  const below = upTo([...parts].reverse(), isNear)
  return [...new Set([...above, ...below])]
}

const NEAR = 0.16
const MOST_LINES = 3

function upTo(parts: readonly FlowPart[], isNear: (line: TextLine) => boolean): TextLine[] {
  const lines: TextLine[] = []
  for (const part of parts) {
    if (part.kind === 'table' || !isNear(part.line) || lines.length === MOST_LINES) break
    lines.push(part.line)
  }
  return lines
}

/** The words and where they stand; the number of the page is the same everywhere. */
function keyOf({ text, baseline, page }: TextLine, { height }: PageFlow): string {
  const words = text.replace(/\d+/g, (digits) => (Number(digits) === page ? '#' : digits))
  const place = baseline < height / 2 ? baseline : baseline - height
  return `${words} ${Math.round(place / 4)}`
}

const DASH = '[-—–－―─·•~]'

function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(text.replace(/\s+/g, ''))
}

const PAGE_NUMBER = new RegExp(
  `^(?:${DASH}{1,3}\\\\d{1,4}${DASH}{1,3}|第\\\\d{1,4}页(?:[，,/（(]?共\\\\d{1,4}页[)）]?)?|\\\\d{1,4}/\\\\d{1,4}|[Pp]age\\\\d{1,4}(?:of\\\\d{1,4})?)$`,
)

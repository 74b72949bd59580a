import type { Fragment, PageContent } from './page-content.ts'
import type { PdfDocument, PdfPage } from './open-pdf.ts'
import { drawnPaths } from './drawn-paths.ts'
import { mapPoint, matrixOf, times, UNMOVED, type Matrix } from './matrix.ts'
import { ordinaryCharacters } from './ordinary-characters.ts'
import { mergedRulings } from './ruling-line.ts'
import { tidyBlanks } from './blanks.ts'

export async function readPage(document: PdfDocument, number: number): Promise<PageContent> {
  const page = await document.getPage(number)
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const seen = matrixOf(transform) ?? UNMOVED
  const fragments = await fragmentsOf(page, seen)
  const { rulings, pictureShare, picturesShare, drawings } = await drawnPaths(page, seen, width, height)
  page.cleanup()
  return {
    page: number,
    width,
    height,
    fragments: withoutShadows(
      fragments.filter(
        ({ left, right, baseline }) => right > 0 && left < width && baseline > 0 && baseline < height + 2,
      ),
    ),
    rulings: mergedRulings(rulings),
    pictureShare,
    picturesShare,
    drawings,
  }
}

async function fragmentsOf(page: PdfPage, seen: Matrix): Promise<Fragment[]> {
  const { items } = await page.getTextContent()
  const fragments: Fragment[] = []
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const matrix = times(seen, matrixOf(item.transform) ?? UNMOVED)
    const [a, b] = matrix
    const size = Math.hypot(matrix[2], matrix[3])
    // Written slantwise across the page: a watermark, which is no part of what is said.
    if (Math.abs(a) < Math.abs(b) * 8 && Math.abs(b) < Math.abs(a) * 8) continue
    const [x, y] = mapPoint(matrix, 0, 0)
    const isUpright = Math.abs(b) > Math.abs(a)
    const left = isUpright ? x - size : a < 0 ? x - item.width : x
    const right = isUpright ? x : left + item.width
    fragments.push({ text: tidyBlanks(ordinaryCharacters(item.str)), left, right, baseline: y, size })
  }
  return fragments
}

/** A program without a bold face prints twice, a hair apart. */
function withoutShadows(fragments: readonly Fragment[]): Fragment[] {
  const seen = new Map<string, Fragment[]>()
  return fragments.filter((fragment) => {
    const alike = seen.get(fragment.text) ?? []
    seen.set(fragment.text, alike)
    const isShadow = alike.some(
      ({ left, baseline, size }) =>
        Math.abs(left - fragment.left) < size / 6 && Math.abs(baseline - fragment.baseline) < size / 6,
    )
    alike.push(fragment)
    return !isShadow
  })
}

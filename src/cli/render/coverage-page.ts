import type { FolderCoverage } from '../../app/folder-records/cover-folder.ts'
import type { Feed } from '../../core/detection/coverage.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import { displayWidth, padEnd } from '../text/display-width.ts'
import { wrapText } from '../text/wrap.ts'
import { centered, hanging, heavyRule, lightRule, type Page } from './page.ts'

/** Every clause with what feeds it, and what that comes to. */
export function coveragePage(covered: FolderCoverage, page: Page): string[] {
  const { ink } = page
  const { lines, faults, title } = covered
  const width = Math.max(...lines.map(({ clauseId }) => displayWidth(clauseId)))
  return [
    heavyRule(page),
    ...centered(title, page).map(ink.strong),
    ...centered('各款靠什么发现', page),
    heavyRule(page),
    ...lines.flatMap(({ clauseId, quote, feeds }) => [
      ...hanging(`${padEnd(clauseId, width)}  `, quote, page, 0, { label: ink.strong }),
      ...feeds.flatMap((feed) => feedLines(feed, covered, width + 2, page)),
      ...(feeds.length === 0 ? hanging('没有来源', '', page, width + 2, { label: ink.open }) : []),
    ]),
    lightRule(page),
    ...wrapText(summary(covered), page.columns),
    ...faults.flatMap(({ message }) => hanging('✗ ', message, page, 0, { label: ink.open })),
    ...wrapText(faults.length === 0 ? '结论：每一款都有来源。' : '结论：不成立。', page.columns).map(ink.strong),
  ]
}

function feedLines(feed: Feed, { detections, heldSets }: FolderCoverage, indent: number, page: Page): string[] {
  switch (feed.kind) {
    case 'detection': {
      const needed = detections.find(({ name }) => name === feed.name)?.dataSets ?? []
      const missing = heldSets === null ? [] : needed.filter((name) => !heldSets.has(name))
      const lacks = missing.length === 0 ? '' : `；还没有导入${missing.map((name) => dataSet(name).chinese).join('、')}`
      return hanging('检测  ', `${feed.title}（${feed.name}）${lacks}`, page, indent, { label: page.ink.primary })
    }
    case 'inspection':
      return hanging('检查  ', feed.look, page, indent, { label: page.ink.faint })
    case 'documents':
      return hanging('资料  ', feed.ask, page, indent, { label: page.ink.faint })
    case 'follows':
      return hanging('随    ', `${feed.clauseIds.join('、')} 款的结果`, page, indent, { label: page.ink.faint })
    default:
      return unreachable(feed)
  }
}

function summary({ lines, detections }: FolderCoverage): string {
  const having = (kind: Feed['kind']) => lines.filter(({ feeds }) => feeds.some((feed) => feed.kind === kind)).length
  const unfed = lines.filter(({ feeds }) => feeds.length === 0).length
  return `共 ${lines.length} 款：有检测的 ${having('detection')} 款（${detections.length} 项检测），有检查清单的 ${having('inspection')} 款，有资料清单的 ${having('documents')} 款，随其他款的 ${having('follows')} 款，没有来源的 ${unfed} 款。一款可以有几种来源。`
}

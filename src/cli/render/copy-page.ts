import type { EvidenceCopy } from '../../app/evidence/copy-evidence.ts'
import { fileSize } from '../text/file-size.ts'
import { wrapText } from '../text/wrap.ts'
import { hanging, heavyRule, lightRule, type Page } from './page.ts'
import { statedLine } from './verify-page.ts'

/** What was copied from where to where, and whether all of it is there as it was sealed. */
export function copyPage(copy: EvidenceCopy, from: string, to: string, page: Page): string[] {
  const { tenants, files, bytes, copied, damaged } = copy
  const holds = damaged.length === 0
  const text = `${tenants} 个区，${files} 个，${fileSize(bytes)}；这次抄了 ${copied} 个；在新的地方逐个读回重算摘要，${damaged.length} 个不符`
  const end = holds
    ? '结论：全部抄到，与封存时相同。'
    : '结论：上面列出的与封存时不同，没有抄好。请保留两处的文件备查，从备份恢复那几个文件后再运行一次。'
  return [
    heavyRule(page),
    ...hanging('从  ', from, page, 0),
    ...hanging('到  ', to, page, 0),
    heavyRule(page),
    ...statedLine(holds ? 'holds' : 'fails', '证据文件', text, page),
    ...damaged.flatMap((name) => hanging('· ', name, page, 8)),
    lightRule(page),
    ...wrapText(end, page.columns).map(page.ink.strong),
  ]
}

import type { BundleSource } from '../../app/proof/bundle-source.ts'
import type { ExportedEvidence } from '../../app/proof/export-evidence.ts'
import type { WrittenBundle } from '../../app/proof/write-bundle.ts'
import { wrapText } from '../text/wrap.ts'
import { table, type Column } from '../text/table.ts'
import { fileSize } from '../text/file-size.ts'
import { centered, hanging, heavyRule, lightRule, type Page } from './page.ts'

const COLUMNS: readonly Column[] = [
  { title: '中心', align: 'left' },
  { title: '核验码', align: 'left' },
]
const MOST_CODES = 20

/** What was written, with its counts, and how to verify it. */
export function exportPage(
  path: string,
  { rubric }: BundleSource,
  { counts, head, codes, digest }: WrittenBundle,
  files: ExportedEvidence | null,
  isFolder: boolean,
  page: Page,
): string[] {
  const { entries, withheld, centers, findings, bonuses, sheets, evidence, interpretations } = counts
  const shown = withheld === 0 ? '' : `（其中 ${withheld} 条只附摘要）`
  const codeRows = table(
    COLUMNS,
    codes.slice(0, MOST_CODES).map(({ centerId, code }) => [{ text: centerId }, { text: code }]),
  )
  const evidenceText =
    files === null
      ? `${evidence} 个文件的摘要；文件本身没有写出`
      : `${evidence} 个文件，${fileSize(files.bytes)}，写在 ${files.folder}`
  return [
    heavyRule(page),
    ...centered(rubric.title, page).map(page.ink.strong),
    heavyRule(page),
    ...hanging('写出  ', path, page, 0),
    ...hanging('台账  ', `${entries} 条${shown}，到第 ${head.seq} 号`, page, 0),
    ...hanging('内容  ', `${centers} 个中心，${findings} 个问题，${bonuses} 项加分申报，${sheets} 张得分表`, page, 0),
    ...(interpretations === 0 ? [] : hanging('口径  ', `台账以前的 ${interpretations} 条`, page, 0)),
    ...hanging('证据  ', evidenceText, page, 0),
    ...hanging('封记  ', digest, page, 0),
    ...hanging('末端  ', head.digest, page, 0),
    lightRule(page),
    page.ink.faint(codeRows.head),
    ...codeRows.rows,
    ...(codes.length > MOST_CODES ? [`……共 ${codes.length} 个中心`] : []),
    lightRule(page),
    ...(isFolder
      ? wrapText('考核文件夹里的台账没有摘要链，这里从头现做：只能证明导出以后没有改动。', page.columns)
      : []),
    ...hanging('核验  ', `npx mingheng verify ${path}`, page, 0, { text: page.ink.primary }),
  ]
}

import { addDays, plainDate } from '../../src/core/kernel/plain-date.ts'
import type { DocumentBlock } from '../../src/core/document/document-block.ts'
import type { DocumentPicture } from '../../src/core/document/document-picture.ts'
import type { DocumentRow } from '../../src/core/document/document-table.ts'
import type { OfficialDocument } from '../../src/core/document/official-document.ts'
import { countOf, keyedRow, pointsOf, textOf } from './sample-cells.ts'

export const SAMPLE_PICTURES: readonly DocumentPicture[] = [
  { key: 'hall', caption: '1号照片：服务大厅，2025-03-14 09:12', width: 1200, height: 900 },
  { key: 'counter', caption: '2号照片：3号窗口无人值守，2025-03-14 09:20', width: 900, height: 1200 },
  { key: 'board', caption: '3号照片：公示栏', width: 1600, height: 500 },
  { key: 'gone', caption: '4号照片：原件已不在', width: 800, height: 600 },
]

/** Findings with their photos, in cells and in a block; one of the photos is gone. */
export function sampleWithPictures(): OfficialDocument {
  return listOf('问题清单（附照片）', 9, [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: '附：现场照片' },
    { kind: 'pictures', pictures: SAMPLE_PICTURES },
  ])
}

/** `count` rows that come in pieces, as a ledger's do. */
export function sampleLongList(count: number): OfficialDocument {
  return listOf(`问题清单（${count}条）`, count, [])
}

function listOf(fileName: string, count: number, after: readonly DocumentBlock[]): OfficialDocument {
  const hasPictures = after.length > 0
  const rows = Array.from({ length: count }, (_, index) => findingRow(index, hasPictures))
  const total = -50 * count
  return {
    kind: 'finding-list',
    fileName,
    layout: 'form',
    isLandscape: true,
    head: null,
    title: ['云汀区2025年度考核问题清单'],
    subtitle: '2025年1月1日至2025年12月31日',
    facts: [
      { name: '范围', value: '全部街道、镇' },
      { name: '条件', value: '已查实' },
    ],
    blocks: [
      {
        kind: 'table',
        table: {
          id: 'findings',
          name: '问题清单',
          hasCaption: true,
          columns: [
            { key: 'number', name: '序号', width: 1, align: 'right' },
            { key: 'date', name: '日期', width: 2, align: 'center' },
            { key: 'center', name: '街道、镇', width: 2, align: 'left' },
            { key: 'text', name: '问题', width: 6, align: 'left' },
            { key: 'points', name: '扣分', width: 1.2, align: 'right' },
            ...(hasPictures ? [{ key: 'photos', name: '照片', width: 4, align: 'left' } as const] : []),
          ],
          rows: hasPictures ? rows : () => inPieces(rows),
          foot: [
            {
              key: null,
              cells: [
                { ...textOf('合计'), colSpan: 4, align: 'center', isStrong: true },
                null,
                null,
                null,
                {
                  kind: 'points',
                  points: total,
                  formula: { op: 'sum-of-column', table: 'findings', column: 'points', where: [] },
                  isSigned: false,
                  isStrong: true,
                  tone: 'lost',
                },
                ...(hasPictures ? [textOf('')] : []),
              ],
              height: null,
            },
          ],
          isOfficial: true,
        },
      },
      ...after,
    ],
    closing: null,
    proof: {
      code: 'T2XN-6BQE-40GJ-5YVR',
      ledger: null,
      counts: [{ table: 'findings', rows: count }],
      totals: [{ name: '合计扣分', points: total }],
      sentences: [`本表列问题${count}条。`],
    },
    workings: [],
  }
}

async function* inPieces(rows: readonly DocumentRow[]): AsyncGenerator<DocumentRow> {
  for (const [index, row] of rows.entries()) {
    if (index % 100 === 0) await Promise.resolve()
    yield row
  }
}

const CENTERS = ['柳湾街道', '石塘镇', '望潮街道', '青岚镇', '沙洲街道', '竹屿镇']

const WORDS = [
  '窗口工作人员工作时间离岗，未设替岗。',
  '服务指南与实际办理要求不一致，群众按指南备齐材料后被要求补交两份证明，往返三次仍未办结，经回访群众表示不满意。',
  '触摸屏故障超过5个工作日未修复。',
]

function findingRow(index: number, hasPictures: boolean): DocumentRow {
  return keyedRow(
    `f${index + 1}`,
    countOf(index + 1),
    { kind: 'date', date: addDays(plainDate('2025-01-02'), index % 360) },
    textOf(CENTERS[index % CENTERS.length] ?? ''),
    textOf(WORDS[index % WORDS.length] ?? ''),
    { ...pointsOf(-50), tone: 'lost' },
    ...(hasPictures
      ? [{ kind: 'pictures', pictures: SAMPLE_PICTURES.slice(index % 4, (index % 4) + 2) } as const]
      : []),
  )
}

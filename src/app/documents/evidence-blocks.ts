import type { DocumentBlock } from '../../core/document/document-block.ts'
import type { Evidence } from '../../core/ledger/ledger-event.ts'
import { count, words } from './document-cells.ts'
import { officialTable } from './letter-tables.ts'

/** A file with the size of its small picture in pixels; null where it is none that can be shown. */
export interface ShownEvidence extends Evidence {
  readonly size: { readonly width: number; readonly height: number } | null
}

/** The list of files, each by its digest, and small pictures of those that are photos. Nothing where there are none. */
export function evidenceBlocks(id: string, name: string, evidence: readonly ShownEvidence[]): readonly DocumentBlock[] {
  if (evidence.length === 0) return []
  const table = officialTable(
    { id, name, hasCaption: false },
    [
      { key: 'place', name: '序号', width: 8, align: 'center' },
      { key: 'caption', name: '证据', width: 26, align: 'left' },
      { key: 'claims', name: '文件自述的时间、地点', width: 32, align: 'left' },
      { key: 'digest', name: '文件摘要（SHA-256）', width: 34, align: 'left' },
    ],
    evidence.map(({ caption, claims, digest }, at) => [
      count(at + 1),
      words(caption),
      words(claimed(claims)),
      { kind: 'lines', lines: digest.match(/.{1,16}/gu) ?? [] },
    ]),
  )
  const pictures = evidence.flatMap(({ digest, caption, size }, at) =>
    size === null ? [] : [{ key: digest, caption: `证据${at + 1}　${caption}`, ...size }],
  )
  return [{ kind: 'table', table }, ...(pictures.length === 0 ? [] : [{ kind: 'pictures', pictures } as const])]
}

function claimed(claims: Evidence['claims']): string {
  const said = [claims?.takenAt?.replace('T', ' ').slice(0, 16), claims?.place].filter(Boolean)
  return said.length === 0 ? '未载' : said.join('，')
}

/** The records that a finding rests on, all of them by their names. */
export function recordsBlocks(id: string, records: readonly string[]): readonly DocumentBlock[] {
  if (records.length === 0) return []
  const table = officialTable(
    { id, name: '所依据的业务记录', hasCaption: false },
    [
      { key: 'place', name: '序号', width: 12, align: 'center' },
      { key: 'record', name: '所依据的业务记录', width: 88, align: 'left' },
    ],
    records.map((record, at) => [count(at + 1), words(record)]),
  )
  return [{ kind: 'table', table }]
}

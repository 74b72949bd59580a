import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportAsked, ImportOutcome, ImportReport, Kept, RecordStore } from '../../src/app/ports/record-store.ts'
import { id, type CenterId, type PersonId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { plainDate, type PlainDate } from '../../src/core/kernel/plain-date.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import type { FieldMapping, ImportProfile } from '../../src/core/records/import-profile.ts'
import { workdayLine, type WorkdayLine } from '../../src/core/records/workday-line.ts'
import { valued } from './valued.ts'

export const here = id<TenantId>('east')
export const there = id<TenantId>('west')
const clerk = id<PersonId>('clerk-1')
export const UNWATCHED = { onProgress: () => undefined, signal: null }

/** Working days of the two years, with the days named moved. */
export function lineOf(version: string, restOn: readonly string[] = [], to = '2021-12-31'): WorkdayLine {
  const calendar = {
    version,
    from: plainDate('2020-01-01'),
    to: plainDate(to),
    restDays: new Set(restOn.map(plainDate)),
    workDays: new Set<PlainDate>(),
  }
  const line = workdayLine([calendar], plainDate('2020-01-01'))
  if (!line.ok) throw new Error(line.refusal.message)
  return line.value
}

const LINE = lineOf('standard')

/** Ratings of two centers as a system writes them whose 1 is the best, with the label beside the digit. */
export const RATINGS: ImportProfile = {
  id: 'ratings-of-the-city',
  title: '市好差评系统导出',
  dataSet: 'ratings',
  source: 'city',
  columns: {
    record_id: column('评价编号'),
    center_id: { ...column('中心'), values: { 夏阳街道: 'xiayang', 盈浦街道: 'yingpu' } },
    channel: column('渠道'),
    satisfaction: {
      ...column('代码'),
      values: { '1': 'very-satisfied', '2': 'satisfied', '3': 'fairly-satisfied', '4': 'dissatisfied' },
      labelColumn: '满意度',
    },
    rated_at: { ...column('评价时间'), forms: ['YYYY-MM-DD hh:mm:ss', 'YYYY/M/D hh:mm'] },
    attempt: column('次数'),
    words: { ...column('文字'), privacy: 'mask' },
    rater_phone: { ...column('电话'), privacy: 'mask' },
    order_id: column('工单'),
  },
  ignored: ['备注'],
}

function column(header: string): FieldMapping {
  return { from: { kind: 'column', header }, values: null, labelColumn: null, forms: null, privacy: 'keep' }
}

export const HEADER = ['评价编号', '中心', '渠道', '代码', '满意度', '评价时间', '次数', '文字', '电话', '工单', '备注']

export type Rating = Readonly<Record<string, string>>

export function rating(number: string, changed: Rating = {}): Rating {
  return {
    评价编号: number,
    中心: '夏阳街道',
    渠道: '评价器',
    代码: '1',
    满意度: '非常满意',
    评价时间: '2021-03-01 09:30:00',
    次数: '1',
    文字: '',
    电话: '13800001234',
    工单: '',
    备注: '',
    ...changed,
  }
}

const folder = mkdtempSync(join(tmpdir(), 'mingheng-samples-'))
let files = 0

/** A CSV with these cells; answers where it lies. */
export function csvFile(lines: readonly (readonly string[])[]): string {
  return textFile(lines.map((cells) => cells.map(quoted).join(',')).join('\n'))
}

export function textFile(text: string): string {
  const path = join(folder, `${(files += 1)}.csv`)
  writeFileSync(path, text)
  return path
}

export function ratingsFile(ratings: readonly Rating[]): string {
  return csvFile([HEADER, ...ratings.map((own) => HEADER.map((name) => own[name] ?? ''))])
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

export function asked(path: string, changed: Partial<ImportAsked> = {}): ImportAsked {
  return {
    path,
    fileName: '评价.csv',
    profile: RATINGS,
    centers: ['xiayang', 'yingpu'].map((center) => id<CenterId>(center)),
    line: LINE,
    ...changed,
  }
}

let imports = 0

export function stampOf(at = '2021-05-01T09:30:00+08:00') {
  return { importId: `${(imports += 1)}-import`, by: clerk, at: timestamp(at) }
}

export async function imported(
  records: RecordStore,
  path: string,
  changed: Partial<ImportAsked> = {},
  tenantId = here,
): Promise<ImportReport> {
  const outcome = await valued(importing(records, path, changed, tenantId))
  if (outcome.kind !== 'imported') throw new Error(outcome.faults.map(({ message }) => message).join('\n'))
  return outcome.report
}

export async function refusedFile(
  records: RecordStore,
  path: string,
  changed: Partial<ImportAsked> = {},
): Promise<Extract<ImportOutcome, { kind: 'faulty' }> & { readonly importId: string }> {
  const stamp = stampOf()
  const outcome = await valued(records.importFile(here, asked(path, changed), stamp, UNWATCHED))
  if (outcome.kind !== 'faulty') throw new Error('nothing was at fault')
  return { ...outcome, importId: stamp.importId }
}

export async function importing(
  records: RecordStore,
  path: string,
  changed: Partial<ImportAsked> = {},
  tenantId = here,
): Promise<Kept<ImportOutcome>> {
  return records.importFile(tenantId, asked(path, changed), stampOf(), UNWATCHED)
}

export async function digestOf(records: RecordStore, tenantId = here): Promise<string> {
  return (await valued(records.holdings(tenantId))).digest
}

import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { id, type CenterId } from '../../src/core/kernel/identifiers.ts'
import { formatLedger } from '../../src/core/ledger/ledger-lines.ts'
import { asEvents, enrolled, opened } from '../fixtures/small-ledger.ts'
import { ROOT } from './run-bin.ts'

/** The folder of an assessment that has just begun: the notice that comes along, two centers, no records. */
export async function recordFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mingheng-records-'))
  await cp(join(ROOT, 'notices', 'qingpu-2021'), folder, { recursive: true })
  const rubric = JSON.parse(await readFile(join(folder, 'rubric.json'), 'utf8')) as { id: string }
  const begun = asEvents([
    opened({ rubricId: id(rubric.id) }),
    enrolled(),
    enrolled({ centerId: id<CenterId>('yingpu'), name: '盈浦街道' }),
  ])
  await writeFile(join(folder, 'ledger.jsonl'), formatLedger(begun))
  return folder
}

export const HEADER =
  '评价流水号,办件编号,受理单位,评价渠道代码,评价渠道,满意度代码,满意度,评价时间,评价次数,是否属实,责任归属,回访结果,手机号,固件'

/** A rating as one system writes it: 1 is the worst. */
export function ratingLine(number: string, changed: Readonly<Record<string, string>> = {}): string {
  const rating: Readonly<Record<string, string>> = {
    评价流水号: number,
    办件编号: `B${number}`,
    受理单位: '夏阳街道',
    评价渠道代码: '1',
    评价渠道: '窗口评价器',
    满意度代码: '5',
    满意度: '非常满意',
    评价时间: '20210301093000',
    评价次数: '1',
    是否属实: '',
    责任归属: '',
    回访结果: '',
    手机号: '13800000000',
    固件: 'v2',
    ...changed,
  }
  return HEADER.split(',')
    .map((name) => rating[name] ?? '')
    .join(',')
}

export const POOR = { 满意度代码: '1', 满意度: '非常不满意', 是否属实: '属实', 责任归属: '中心' }

/** What a person reads of a page that was broken into lines. */
export function unbroken(text: string): string {
  return text.replaceAll(/\n */gu, '')
}

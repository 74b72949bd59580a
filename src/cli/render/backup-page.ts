import type { MadeBackup } from '../../app/proof/back-up-data.ts'
import type { RestoredBackup } from '../../app/proof/restore-backup.ts'
import type { BackupCheck } from '../../app/ports/data-house.ts'
import { fileSize } from '../text/file-size.ts'
import { wrapText } from '../text/wrap.ts'
import { dataLines } from './data-page.ts'
import { centered, hanging, heavyRule, lightRule, type Page } from './page.ts'
import { statedLine } from './verify-page.ts'

/** A backup as it was made and as it restores. */
export function backupPage({ backup, check, restored, holds }: MadeBackup, page: Page): string[] {
  const { databases, templates, evidence, records, copied } = backup
  const end = holds
    ? '结论：备份完好，已试恢复并检查通过。'
    : '结论：这份备份不成立，已改名为 .failed，恢复时不会自动选它。请用 mingheng check 检查数据文件夹；备份里损坏的证据或记录文件，删去后再备份会重新抄一份。'
  return [
    heavyRule(page),
    ...centered('备份', page).map(page.ink.strong),
    heavyRule(page),
    ...hanging('写在  ', backup.path, page, 0),
    ...hanging('数据  ', databases.map(({ path }) => path).join('、'), page, 0),
    ...(templates.length === 0 ? [] : hanging('模板  ', `${templates.length} 个文件，本单位改过的`, page, 0)),
    ...hanging('证据  ', `${evidence.length} 个文件，本次新抄 ${copied.evidence} 个，其余先前已在`, page, 0),
    ...hanging('记录  ', `${records.length} 个文件，本次新抄 ${copied.records} 个，其余先前已在`, page, 0),
    ...hanging(
      '注意  ',
      '含账号的密码摘要和二次验证密钥，请与数据文件夹一样保管；没有传完的文件、等待改正的原始记录文件不在内。',
      page,
      0,
    ),
    lightRule(page),
    ...backupLines(check, page),
    ...dataLines(restored, page),
    lightRule(page),
    ...wrapText(end, page.columns).map(page.ink.strong),
  ]
}

export function restorePage({ check, restored, holds }: RestoredBackup, target: string, page: Page): string[] {
  const end =
    restored === null
      ? '结论：备份已损坏，没有恢复任何内容。请改用另一份备份。'
      : holds
        ? '结论：已恢复，检查通过。让服务改用这个文件夹即可。'
        : '结论：已恢复，但检查不成立。备份时的数据可能已经损坏，请改用更早的一份。'
  return [
    heavyRule(page),
    ...centered(`恢复到 ${target}`, page).map(page.ink.strong),
    heavyRule(page),
    ...backupLines(check, page),
    ...(restored === null ? [] : dataLines(restored, page)),
    lightRule(page),
    ...wrapText(end, page.columns).map(page.ink.strong),
  ]
}

const KINDS = { missing: '没有了', differs: '内容变了' } as const
const SHOWN = 5

function backupLines({ madeAt, files, bytes, damages }: BackupCheck, page: Page): string[] {
  const when = madeAt.slice(0, 16).replace('T', ' ')
  const text = `${when} 的备份，${files} 个文件，${fileSize(bytes)}，逐个重算摘要，${damages.length} 个不符`
  const more = damages.length - SHOWN
  return [
    ...statedLine(damages.length === 0 ? 'holds' : 'fails', '备份', text, page),
    ...damages.slice(0, SHOWN).flatMap(({ path, kind }) => hanging('· ', `${path} ${KINDS[kind]}`, page, 8)),
    ...(more > 0 ? [`        ……另有 ${more} 个`] : []),
  ]
}

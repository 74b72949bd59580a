import { districtHouse } from '../adapters/data/district-house.ts'
import type { DistrictHouse } from '../app/ports/district-house.ts'
import { accepted, refused, type Outcome } from '../core/kernel/outcome.ts'
import { faultSentence, readConfiguration } from './configuration.ts'
import { readText } from './read-text.ts'

/**
 * Districts of an office that lies in its data folder altogether. Of one that lies on servers too, half a district would be written
 * out, or half of it removed: that is refused.
 */
export const officeDistricts: DistrictHouse = {
  copyOut: async (path, ...rest) => inFolder(path, () => districtHouse.copyOut(path, ...rest)),
  seal: async (...given) => districtHouse.seal(...given),
  check: async (path, ...rest) => inFolder(path, () => districtHouse.check(path, ...rest)),
  remove: async (path, removal) => inFolder(path, () => districtHouse.remove(path, removal)),
}

async function inFolder<Value>(dataFolder: string, work: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  const allowed = checkFolder(dataFolder)
  return allowed.ok ? work() : allowed
}

function checkFolder(dataFolder: string): Outcome<null> {
  const read = readConfiguration({ ...process.env, MINGHENG_DATA_FOLDER: dataFolder }, readText)
  if (!read.ok)
    return refused('configuration-wrong', `配置有误，没有办理：${read.faults.map(faultSentence).join('；')}`)
  const { databaseUrl, objectStoreUrl, recordShards } = read.value
  const elsewhere = [
    ...(databaseUrl === '' ? [] : ['台账和人员在数据库服务器（databaseUrl）']),
    ...(objectStoreUrl === null ? [] : ['证据在对象存储（objectStoreUrl）']),
    ...(recordShards.length === 0 ? [] : ['记录在 ClickHouse（recordShards）']),
  ]
  if (elsewhere.length === 0) return accepted(null)
  return refused(
    'district-on-server',
    `本系统的内容不全在数据文件夹里：${elsewhere.join('，')}。导出和移除一个区目前只在数据文件夹上办理，没有办理；请先用 mingheng move 移到一个数据文件夹，或请管理服务器的人处理`,
  )
}

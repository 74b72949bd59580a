import type { OfficePlace } from '../../app/ports/office-copy.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import type { CliPorts } from '../cli-ports.ts'

/** Where an office lies, as a person names it: a folder, an address, or `database`. */
export function officePlace(
  given: string,
  { schema, data }: { readonly schema?: string; readonly data?: string },
  { database, dataRoot }: Pick<CliPorts, 'database' | 'dataRoot'>,
): Outcome<OfficePlace> {
  const url = given === 'database' ? database.url : /^postgres(?:ql)?:\/\//.test(given) ? given : null
  if (given === 'database' && url === null)
    return refused(
      'move-database-unset',
      '没有设置 MINGHENG_DATABASE_URL，不知道是哪个数据库；请设置它，或直接写出地址',
    )
  if (url === null) return accepted({ kind: 'folder', path: given })
  const name = schema ?? database.schema
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(name))
    return refused('move-schema-wrong', `“${name}”不能作模式的名称；请用小写字母开头的字母、数字和下划线`)
  if (!URL.canParse(url) || new URL(url).hostname === '' || new URL(url).pathname.length < 2)
    return refused('move-address-wrong', '数据库的地址不完整；请写成 postgresql://用户:密码@主机:5432/库名')
  return accepted({ kind: 'server', url, schema: name, dataFolder: data ?? dataRoot })
}

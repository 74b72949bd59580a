import { readImportErrors } from '../../api/routes/read-import-errors.ts'
import { readErrors } from '../../app/records/follow-imports.ts'
import { route } from '../route.ts'

/** Rows as their source wrote them: saved, never shown within a page of ours. */
export const readImportErrorsRoute = route(readImportErrors, async ({ params, asker }, { records }) => {
  const found = await readErrors(records, asker.actor, params.importId)
  if (!found.ok) return found
  const { errors, fileName } = found.value
  const name = `${fileName.replace(/\.[^.]*$/, '')}-错误.csv`
  return {
    ok: true,
    kind: 'stream',
    content: errors.content,
    mediaType: 'text/csv; charset=utf-8',
    status: 200,
    headers: {
      'content-length': String(errors.bytes),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  }
})

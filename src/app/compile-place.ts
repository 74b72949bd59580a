import { compileFile, type CompiledNotice } from './compile-file.ts'
import { openNotice } from './open-assessment-folder.ts'
import type { NoticeArchive, NoticeFolder } from './ports/notice-archive.ts'
import type { TextSource } from './ports/text-source.ts'
import { answered, type Answer } from './problem.ts'

/** A notice by itself, or a folder's with the corrections that lie beside it; `folder` is null for the former. */
export async function compilePlace(
  path: string,
  ports: { readonly texts: TextSource; readonly archive: NoticeArchive },
): Promise<Answer<CompiledNotice & { readonly folder: NoticeFolder | null }>> {
  const file = await compileFile(path, ports.texts)
  if (file.ok) return answered({ ...file.value, folder: null })
  return file.fault.code === 'file-is-folder' ? openNotice(path, ports.archive) : file
}

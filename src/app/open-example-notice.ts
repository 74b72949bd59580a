import { openNotice } from './open-assessment-folder.ts'
import type { NoticeArchive, NoticeFolder } from './ports/notice-archive.ts'
import { failed } from './problem.ts'

/** The notice of `folder`; null takes the first of `noticesRoot` that lists centers and has a calendar. */
export async function openExampleNotice(
  { folder, noticesRoot }: { readonly folder: string | null; readonly noticesRoot: string },
  archive: NoticeArchive,
): ReturnType<typeof openNotice> {
  if (folder !== null) return openNotice(folder, archive)
  const folders: readonly string[] = await archive.list(noticesRoot)
  for (const path of folders) {
    const opened = await archive.open(path)
    if (opened.ok && isReady(opened.value)) return openNotice(path, archive)
  }
  return failed({ code: 'folder-without-notice', path: noticesRoot })
}

function isReady({ centers, calendar }: NoticeFolder): boolean {
  return centers.length > 0 && calendar !== null
}

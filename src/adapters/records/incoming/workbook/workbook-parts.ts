import { fromFdPromise } from 'yauzl'
import { refusedRecords } from '../../../../app/ports/record-refusals.ts'
import type { Kept } from '../../../../app/ports/record-store.ts'
import { accepted } from '../../../../core/kernel/outcome.ts'
import { openPackage, ZIP_OPTIONS, type PackageFault, type PackageParts } from '../../../office-package/open-package.ts'
import { halt } from '../halt.ts'
import type { Incoming } from '../incoming.ts'
import { strangeFile } from '../strange-file.ts'

/** Opens a ZIP archive of records; what is wrong with it, then or later, is said in the words of records. */
export async function openParts({ file, fileName, bytes, limits, progress }: Incoming): Promise<Kept<PackageParts>> {
  const opened = await openPackage(fromFdPromise(file.fd, ZIP_OPTIONS), {
    bounds: limits,
    halt: (fault) => halt(refusal(fileName, fault)),
    inflated: (share) => progress.decoded(share * bytes),
  })
  return opened.ok ? accepted(opened.parts) : refusal(fileName, opened.fault)
}

function refusal(fileName: string, fault: PackageFault) {
  switch (fault.kind) {
    case 'encrypted':
      return refusedRecords('file-encrypted', fileName)
    case 'damaged':
      return refusedRecords('file-damaged', fileName, `${fault.part} ${fault.detail}`.trim())
    case 'too-many-parts':
      return strangeFile(fileName, 'archive')
    case 'inflated-too-large':
      return refusedRecords('file-too-large', fileName, '解压后太大', `${Math.floor(fault.limit / 2 ** 20)} MB`)
  }
}

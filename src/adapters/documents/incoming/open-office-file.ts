import { fromBufferPromise } from 'yauzl'
import { openPackage, ZIP_OPTIONS, type PackageFault, type PackageParts } from '../../office-package/open-package.ts'
import type { DocumentLimits } from './document-limits.ts'
import type { IncomingFault } from './incoming-fault.ts'
import { haltIncoming } from './incoming-halt.ts'

/** Opens a .docx or .xlsx; halts where it is none. */
export async function openOfficeFile(bytes: Uint8Array, limits: DocumentLimits): Promise<PackageParts> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const opened = await openPackage(fromBufferPromise(buffer, ZIP_OPTIONS), {
    bounds: limits,
    halt: (fault) => haltIncoming(faultOf(fault)),
  })
  return opened.ok ? opened.parts : haltIncoming(faultOf(opened.fault))
}

function faultOf(fault: PackageFault): IncomingFault {
  switch (fault.kind) {
    case 'encrypted':
      return { code: 'document-encrypted' }
    case 'damaged':
      return { code: 'document-damaged', part: fault.part, detail: fault.detail }
    case 'too-many-parts':
      return { code: 'document-too-large', what: 'parts', limit: fault.limit }
    case 'inflated-too-large':
      return { code: 'document-too-large', what: 'inflated-bytes', limit: fault.limit }
  }
}

import { getDocumentProxy } from 'unpdf'
import type { IncomingFault } from '../incoming-fault.ts'

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

export type PdfOpened =
  | { readonly ok: true; readonly document: PdfDocument }
  | { readonly ok: false; readonly fault: IncomingFault }

/** Opens as every reader of PDF does: what only an owner's password guards is read, what a reader's guards is not. */
export async function openPdf(bytes: Uint8Array): Promise<PdfOpened> {
  if (!isWhole(bytes))
    return { ok: false, fault: { code: 'document-damaged', part: '', detail: 'no end-of-file mark' } }
  supplyTransfer()
  try {
    // A copy, because pdf.js takes away what it is given.
    return { ok: true, document: await getDocumentProxy(Uint8Array.from(bytes), READING) }
  } catch (error) {
    return { ok: false, fault: faultOf(error) }
  }
}

/** pdf.js mends a file that was cut off by leaving out the pages that it lacks, and nobody would know of them. */
function isWhole(bytes: Uint8Array): boolean {
  let end = bytes.length
  while (end > 0 && bytes.at(end - 1)! <= 0x20) end -= 1
  return Buffer.from(bytes.subarray(Math.max(0, end - LAST_PART), end)).includes('%%EOF')
}

const LAST_PART = 2048

/** No picture is ever unpacked: pictures of one dot count, and a page that shows something else is known by its frame. */
const READING = {
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  enableXfa: false,
  maxImageSize: 1,
  verbosity: 0,
}

export function faultOf(error: unknown): IncomingFault {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return { code: 'document-encrypted' }
  return { code: 'document-damaged', part: '', detail: error instanceof Error ? error.message : String(error) }
}

/** pdf.js hands on what it knows of a font by this; Node has it from version 21. */
function supplyTransfer(): void {
  const prototype = ArrayBuffer.prototype as { transferToFixedLength?: (length?: number) => ArrayBuffer }
  prototype.transferToFixedLength ??= function transferToFixedLength(this: ArrayBuffer, length = this.byteLength) {
    return structuredClone(this.slice(0, length))
  }
}

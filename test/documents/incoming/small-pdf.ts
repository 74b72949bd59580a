import { createHash } from 'node:crypto'

/** How a small PDF, written by hand, is guarded: a reader's password, or only an owner's. */
export type Guard = 'reader' | 'owner'

/** A PDF with a line of Latin letters on each page; an empty text is an empty page. */
export function smallPdf(texts: readonly string[], guard: Guard | null = null): Uint8Array {
  const key = guard === null ? null : fileKey()
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
  const pages = texts.map((text) => {
    const page = objects.length + 1
    const content = text === '' ? '' : `BT /F 12 Tf 72 700 Td (${text}) Tj ET`
    const written =
      key === null ? content : cipher(objectKey(key, page + 1), Buffer.from(content, 'latin1')).toString('latin1')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${page + 1} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      `<< /Length ${written.length} >>\nstream\n${written}\nendstream`,
    )
    return page
  })
  objects[1] = `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] >>`
  if (key !== null) {
    const user = guard === 'owner' ? cipher(key, PADDING) : Buffer.alloc(32, 7)
    objects.push(
      `<< /Filter /Standard /V 1 /R 2 /P ${RIGHTS} /O <${OWNER.toString('hex')}> /U <${user.toString('hex')}> >>`,
    )
  }
  return fileOf(objects, key !== null)
}

function fileOf(objects: readonly string[], isGuarded: boolean): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const start = file.length
  const guarded = isGuarded ? `/Encrypt ${objects.length} 0 R ` : ''
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R ${guarded}/ID [<${ID.toString('hex')}> <${ID.toString('hex')}>] >>`
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

const ID = Buffer.alloc(16, 5)
const OWNER = Buffer.alloc(32, 9)
const RIGHTS = -44
/** Of the PDF reference, in place of a password. */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/** Of the empty password. */
function fileKey(): Buffer {
  const rights = Buffer.alloc(4)
  rights.writeInt32LE(RIGHTS)
  return createHash('md5')
    .update(Buffer.concat([PADDING, OWNER, rights, ID]))
    .digest()
    .subarray(0, 5)
}

function objectKey(key: Buffer, object: number): Buffer {
  const salt = Buffer.from([object & 0xff, (object >> 8) & 0xff, 0, 0, 0])
  return createHash('md5')
    .update(Buffer.concat([key, salt]))
    .digest()
    .subarray(0, 10)
}

/** RC4, which Node no longer has. */
function cipher(key: Buffer, plain: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_byte, at) => at)
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state.at(b)!, state.at(a)!])
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + state.at(at)! + key.at(at % key.length)!) % 256
    swap(at, other)
  }
  let at = 0
  let other = 0
  return plain.map((byte) => {
    at = (at + 1) % 256
    other = (other + state.at(at)!) % 256
    swap(at, other)
    return byte ^ state.at((state.at(at)! + state.at(other)!) % 256)!
  }) as Buffer
}

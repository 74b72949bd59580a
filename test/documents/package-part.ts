import { inflateRawSync } from 'node:zlib'

/** The text of one file in a document of Word or Excel, found by the directory of the ZIP file that it is. */
export function packagePart(file: Buffer, name: string): string {
  const end = file.lastIndexOf(Buffer.from('504b0506', 'hex'))
  let at = file.readUInt32LE(end + 16)
  for (let entry = file.readUInt16LE(end + 10); entry > 0; entry--) {
    const nameLength = file.readUInt16LE(at + 28)
    if (file.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const local = file.readUInt32LE(at + 42)
      const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
      const content = file.subarray(from, from + file.readUInt32LE(at + 20))
      return (file.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString('utf8')
    }
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  throw new Error(`no ${name} in the package`)
}

/** The time that a ZIP file can say first: 1980-01-01 00:00. */
const FIRST_DATE = 0x0021
const END_OF_DIRECTORY = 0x06054b50
const ENTRY_IN_DIRECTORY = 0x02014b50

/** Takes the time of packing out of a ZIP file, in place, where its entries and its directory say it. */
export function withoutTimes(file: Buffer): Buffer {
  let end = file.length - 22
  while (end >= 0 && file.readUInt32LE(end) !== END_OF_DIRECTORY) end--
  if (end < 0) throw new Error('not a ZIP file')
  const entries = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  for (let entry = 0; entry < entries; entry++) {
    if (file.readUInt32LE(at) !== ENTRY_IN_DIRECTORY) throw new Error('the directory of the ZIP file is broken')
    setTime(file, at + 12)
    setTime(file, file.readUInt32LE(at + 42) + 10)
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return file
}

function setTime(file: Buffer, at: number): void {
  file.writeUInt16LE(0, at)
  file.writeUInt16LE(FIRST_DATE, at + 2)
}

import * as fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import {
  compoundOf,
  officeOf,
  sampleEntry,
  zipOf,
  type SampleStream,
} from '../../../test/conformance/archive-samples.ts'
import { USUAL_EVIDENCE_LIMITS, type EvidenceKind } from '../../app/ports/evidence-kind.ts'
import { memorySource } from './byte-source.ts'
import { sniffEvidence } from './sniff-evidence.ts'

const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } })
const HTML = '<!DOCTYPE html><html><script>alert(1)</script></html>'

test.each<[string, EvidenceKind, Uint8Array | Promise<Uint8Array>]>([
  ['a JPEG', 'jpg', picture().jpeg().toBuffer()],
  ['a PNG', 'png', picture().png().toBuffer()],
  ['a WebP', 'webp', picture().webp().toBuffer()],
  ['a HEIC', 'heic', boxed('heic')],
  ['a HEIF as Android writes it', 'heic', boxed('mif1')],
  ['a PNG with HTML behind it', 'png', withTail(picture().png().toBuffer(), Buffer.from(HTML))],
  ['a JPEG with an archive behind it', 'jpg', withTail(picture().jpeg().toBuffer(), zipOf([sampleEntry('a', 'b')]))],
  ['a PDF', 'pdf', text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF')],
  ['a song with tags', 'mp3', Buffer.concat([text('ID3\u0003\0\0\0\0\0\n'), Buffer.alloc(10), hex('fffb9064')])],
  ['a song with a large picture in its tags', 'mp3', Buffer.concat([hex('4944330300000101007f'), Buffer.alloc(3e6)])],
  ['a PNG with a large profile before the picture', 'png', pngWithProfile(500_000)],
  ['a recording of bare frames', 'mp3', Buffer.concat([hex('fffb9064'), Buffer.alloc(500)])],
  ['an M4A', 'm4a', boxed('M4A ')],
  ['an MP4', 'mp4', boxed('isom')],
  ['an MP4 of a phone', 'mp4', boxed('mp42')],
  ['a WAV', 'wav', Buffer.concat([text('RIFF'), hex('24000000'), text('WAVEfmt '), Buffer.alloc(60)])],
  ['an AMR', 'amr', text('#!AMR\n<------------')],
  ['an OGG of Vorbis', 'ogg', ogg('\u0001vorbis')],
  ['an OGG of Opus', 'ogg', ogg('OpusHead')],
  ['a WebM', 'webm', matroska('webm')],
  ['a Word document', 'docx', officeOf('docx')],
  ['a workbook', 'xlsx', officeOf('xlsx')],
  ['slides', 'pptx', officeOf('pptx')],
  ['slides with a workbook in them', 'pptx', officeOf('pptx', [embedded(officeOf('xlsx'))])],
  ['a Word document of 1997', 'doc', ole('WordDocument', '1Table')],
  ['a workbook of 1997', 'xls', ole('Workbook')],
  ['a workbook of 1995', 'xls', ole('Book')],
  ['slides of 1997', 'ppt', ole('Current User', 'PowerPoint Document')],
  [
    'a letter of 1997 with a pasted workbook',
    'doc',
    compoundOf([
      stream('WordDocument'),
      { name: 'ObjectPool', type: 'storage' },
      { name: 'Workbook', type: 'stream', within: 'ObjectPool' },
    ]),
  ],
])('%s is %s', async (_what, kind, content) => {
  expect(await sniffed(await content)).toEqual({ ok: true, kind })
})

test.each<[string, string | null, Uint8Array | Promise<Uint8Array>]>([
  ['an SVG', 'xml', text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['an SVG without a prolog', null, text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['HTML', null, text(HTML)],
  ['HTML with a photo behind it', null, withTail(Promise.resolve(text(HTML)), hex('ffd8ffe000104a464946'))],
  ['text', null, text('这是一段文字')],
  ['text in UTF-16', null, Buffer.from('\ufeffwhat', 'utf16le')],
  ['a script', null, text('#!/bin/sh\nrm -rf /\n')],
  ['JavaScript', null, text('fetch("/api")')],
  ['a table in text', null, text('a,b\n1,2\n')],
  ['a program of Windows', 'exe', Buffer.concat([text('MZ'), Buffer.alloc(200)])],
  ['a program of Linux', 'elf', Buffer.concat([hex('7f454c460201010000'), Buffer.alloc(60)])],
  ['a shortcut', 'lnk', hex('4c0000000114020000000000c000000000000046')],
  ['WebAssembly', 'wasm', hex('0061736d01000000')],
  ['a ZIP', 'zip', zipOf([sampleEntry('a.txt', 'a'), sampleEntry('b.exe', 'MZ')])],
  ['an empty ZIP', 'zip', zipOf([])],
  ['a Java archive', 'zip', zipOf([sampleEntry('META-INF/MANIFEST.MF', 'a')])],
  ['an OpenDocument', 'zip', zipOf([sampleEntry('mimetype', 'application/vnd.oasis.opendocument.text')])],
  ['a RAR', 'rar', hex('526172211a0701000000000000')],
  ['a 7z', '7z', hex('377abcaf271c000400000000')],
  ['a gzip', 'gz', hex('1f8b0800000000000003')],
  ['an installer', 'cfb', ole('SummaryInformation')],
  ['a GIF', 'gif', text('GIF89a\u0001\0\u0001\0')],
  ['a bitmap', 'bmp', Buffer.concat([text('BM'), Buffer.alloc(60)])],
  ['an AVIF', 'avif', boxed('avif')],
  ['a film of QuickTime', 'mov', boxed('qt  ')],
  ['a 3GP', '3gp', boxed('3gp4')],
  ['a FLAC', 'flac', text('fLaC\0\0\0\u0022')],
  ['a film in OGG', 'ogv', ogg('\u0080theora')],
  ['a Matroska film', 'mkv', matroska('matroska')],
  ['RTF', 'rtf', text('{\\rtf1 }')],
  ['PostScript', 'ps', text('%!PS-Adobe-3.0\n')],
  ['zeros', null, Buffer.alloc(1000)],
  ['one byte', null, hex('ff')],
])('%s is refused as %s', async (_what, found, content) => {
  expect(await sniffed(await content)).toEqual({ ok: false, fault: { code: 'file-type-refused', found } })
})

test.each<[string, string, () => Uint8Array]>([
  ['no content', 'evidence-empty', () => new Uint8Array(0)],
  ['a document with macros', 'file-has-macros', () => officeOf('docx', [sampleEntry('word/vbaProject.bin', 'x')])],
  ['a document that says it has macros', 'file-has-macros', () => officeOf('docm')],
  [
    'a workbook of 1997 with macros',
    'file-has-macros',
    () =>
      compoundOf([
        stream('Workbook'),
        { name: '_VBA_PROJECT_CUR', type: 'storage' },
        { name: 'VBA', type: 'storage', within: '_VBA_PROJECT_CUR' },
      ]),
  ],
  ['slides with a macro workbook in them', 'file-has-macros', () => officeOf('pptx', [embedded(officeOf('docm'))])],
  ['a document with a password', 'file-encrypted', () => ole('EncryptionInfo', 'EncryptedPackage')],
  [
    'a document with an encrypted part',
    'file-encrypted',
    () => officeOf('docx', [{ ...sampleEntry('a.xml', 'secret'), flags: 0x801 }]),
  ],
  ['a name that leads out', 'file-damaged', () => officeOf('docx', [sampleEntry('../../etc/cron.d/x', 'x')])],
  ['a name that leads out by backslashes', 'file-damaged', () => officeOf('docx', [sampleEntry('..\\..\\x', 'x')])],
  ['a name from the root', 'file-damaged', () => officeOf('docx', [sampleEntry('/etc/passwd', 'x')])],
  ['a name on a drive', 'file-damaged', () => officeOf('docx', [sampleEntry('C:/x', 'x')])],
  ['one name twice', 'file-damaged', () => officeOf('docx', [sampleEntry('main.xml', 'other')])],
  ['half a document', 'file-damaged', () => officeOf('docx').subarray(0, 200)],
  ['a document without its last byte', 'file-damaged', () => officeOf('docx').subarray(0, -1)],
  ['half a compound file', 'file-damaged', () => ole('WordDocument').subarray(0, 700)],
  ['a compound file whose directory goes in a circle', 'file-damaged', () => circle()],
])('%s is refused: %s', async (_what, code, content) => {
  expect(await sniffed(content())).toMatchObject({ ok: false, fault: { code } })
})

const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024)

test.each<[string, string, () => Uint8Array]>([
  ['10 MB of zeros', 'ratio', () => officeOf('docx', [sampleEntry('word/media/a.bmp', zeros(10))])],
  [
    '10 MB of zeros in a document in a document',
    'ratio',
    () => officeOf('docx', [embedded(officeOf('docx', [embedded(officeOf('xlsx', [sampleEntry('a', zeros(10))]))]))]),
  ],
  ['an archive within', 'nested', () => officeOf('docx', [sampleEntry('word/a.zip', zipOf([sampleEntry('a', 'b')]))])],
  [
    'a document in a document in a document in a document',
    'nested',
    () => officeOf('docx', [embedded(officeOf('docx', [embedded(officeOf('docx', [embedded(officeOf('docx'))]))]))]),
  ],
  [
    '100,000 entries',
    'entries',
    () =>
      officeOf(
        'docx',
        Array.from({ length: 100_000 }, (_, n) => sampleEntry(`word/${n}`, '')),
      ),
  ],
  [
    '6,000 entries, and 6,000 in a part',
    'entries',
    () => {
      const many = (count: number) => Array.from({ length: count }, (_, n) => sampleEntry(`x/${n}`, ''))
      return officeOf('docx', [...many(6000), embedded(officeOf('xlsx', many(6000)))])
    },
  ],
])('a document with %s is a bomb by its %s', async (_what, reason, content) => {
  expect(await sniffed(content())).toEqual({ ok: false, fault: { code: 'archive-bomb', reason } })
})

test('what inflates beyond the limit in all is a bomb, though no part is one', async () => {
  const noise = Uint8Array.from({ length: 300_000 }, (_, n) => (n * 7919 + (n >> 7) * 104_729) % 256)
  const parts = Array.from({ length: 8 }, (_, n) => sampleEntry(`word/${n}`, noise))
  const limits = { ...USUAL_EVIDENCE_LIMITS, inflatedBytes: 2_000_000 }
  const answer = await sniffEvidence(memorySource(officeOf('docx', parts)), limits)
  expect(answer).toEqual({ ok: false, fault: { code: 'archive-bomb', reason: 'inflated' } })
})

test('a directory that declares less than comes out is caught while it comes out', async () => {
  const liar = { ...sampleEntry('word/a.xml', zeros(3)), declaredBytes: 100 }
  expect(await sniffed(officeOf('docx', [liar]))).toMatchObject({ ok: false, fault: { code: 'file-damaged' } })
})

test('no change of bytes in an archive or a compound file makes the sniffing throw or hang', async () => {
  const samples = [officeOf('docx', [embedded(officeOf('xlsx'))]), ole('WordDocument', 'Data', '1Table', 'ObjectPool')]
  const changes = fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...samples), changes, fc.nat(4000), async (sample, bytes, cut) => {
      const content = Uint8Array.from(sample)
      for (const [at, byte] of bytes) content[at % content.length] = byte
      const answer = await sniffed(cut < 400 ? content.subarray(0, cut) : content)
      expect(typeof answer.ok).toBe('boolean')
    }),
    { numRuns: 500 },
  )
})

function sniffed(content: Uint8Array) {
  return sniffEvidence(memorySource(content), USUAL_EVIDENCE_LIMITS)
}

function embedded(content: Uint8Array) {
  return sampleEntry('word/embeddings/part.bin', content)
}

function stream(name: string): SampleStream {
  return { name, type: 'stream' }
}

function ole(...names: readonly string[]): Uint8Array {
  return compoundOf(names.map(stream))
}

/** The second sector of the file says that it follows itself. */
function circle(): Uint8Array {
  const content = Uint8Array.from(ole('WordDocument'))
  content.set([1, 0, 0, 0], 512 + 4)
  return content
}

function boxed(brand: string): Uint8Array {
  return Buffer.concat([hex('00000018'), text(`ftyp${brand}`), hex('00000000'), text(`${brand}mp41`), Buffer.alloc(64)])
}

function ogg(codec: string): Uint8Array {
  return Buffer.concat([text('OggS'), Buffer.alloc(24), Buffer.from(codec, 'latin1'), Buffer.alloc(60)])
}

/** The EBML header of both, which names what the file is. */
function matroska(name: string): Uint8Array {
  const named = Buffer.concat([hex('4282'), Buffer.of(0x80 + name.length), text(name)])
  return Buffer.concat([hex('1a45dfa3'), Buffer.of(0x80 + named.length), named, Buffer.alloc(60)])
}

async function pngWithProfile(bytes: number): Promise<Uint8Array> {
  const whole = await picture().png().toBuffer()
  const header = Buffer.alloc(8)
  header.writeUInt32BE(bytes, 0)
  header.write('iCCP', 4)
  // Signature and IHDR are the first 33 bytes.
  return Buffer.concat([whole.subarray(0, 33), header, Buffer.alloc(bytes + 4), whole.subarray(33)])
}

async function withTail(content: Promise<Uint8Array>, tail: Uint8Array): Promise<Uint8Array> {
  return Buffer.concat([await content, tail])
}

function text(content: string): Buffer {
  return Buffer.from(content)
}

function hex(content: string): Buffer {
  return Buffer.from(content, 'hex')
}

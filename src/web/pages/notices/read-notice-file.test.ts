import { expect, test } from 'vitest'
import { LONGEST_NOTICE } from '../../../core/notice/source/longest-notice.ts'
import { readNoticeFile, type NoticeFile } from './read-notice-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const notice = '一、服务（5分）\n1、没有到岗，查实一例扣1分。'
/** 一、没有到岗，扣1分 as a program of twenty years ago writes it. */
const GBK = Uint8Array.from([
  0xd2, 0xbb, 0xa1, 0xa2, 0xc3, 0xbb, 0xd3, 0xd0, 0xb5, 0xbd, 0xb8, 0xda, 0xa3, 0xac, 0xbf, 0xdb, 0x31, 0xb7, 0xd6,
])

test.each<[what: string, given: Uint8Array, read: NoticeFile]>([
  ['UTF-8', bytes(notice), { kind: 'text', text: notice, isAssumed: false }],
  ['a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes(notice)]), { kind: 'text', text: notice, isAssumed: false }],
  ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x00, 0x4e]), { kind: 'text', text: '一', isAssumed: false }],
  ['GBK', GBK, { kind: 'text', text: '一、没有到岗，扣1分', isAssumed: true }],
  ['a PDF', bytes('%PDF-1.7'), { kind: 'document', form: 'pdf' }],
  ['Word', bytes('PK\u0003\u0004 word/document.xml'), { kind: 'document', form: 'docx' }],
  ['another ZIP', bytes('PK\u0003\u0004 word'), { kind: 'foreign', form: 'ZIP 压缩包' }],
  ['nothing', bytes(''), { kind: 'empty' }],
  ['blanks', bytes(' \n'), { kind: 'empty' }],
  ['bytes of no text', Uint8Array.from([0x31, 0, 0x32]), { kind: 'not-text' }],
  ['a broken sign', Uint8Array.from([0xff, 0x31]), { kind: 'not-text' }],
  ['a book', bytes('a'.repeat(LONGEST_NOTICE + 1)), { kind: 'too-large' }],
])('a file of %s', (_what, given, read) => {
  expect(readNoticeFile(given)).toEqual(read)
})

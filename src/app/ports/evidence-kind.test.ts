import { expect, test } from 'vitest'
import { isOneFamily, kindNamed, savingName, type EvidenceKind } from './evidence-kind.ts'
import { parseUploadId } from './evidence-store.ts'

test.each<[string, EvidenceKind | null]>([
  ['IMG_1.JPG', 'jpg'],
  ['照片.jpeg', 'jpg'],
  ['a.b.heic', 'heic'],
  ['合同.pdf', 'pdf'],
  ['表.et', 'xls'],
  ['voice.weba', 'webm'],
  ['run.exe', null],
  ['image.svg', null],
  ['photo', null],
  ['.jpg', 'jpg'],
  ['constructor.constructor', null],
  ['', null],
])('the name %j says %s', (name, kind) => {
  expect(kindNamed(name)).toBe(kind)
})

test.each<[EvidenceKind, EvidenceKind, boolean]>([
  ['jpg', 'heic', true],
  ['doc', 'docx', true],
  ['m4a', 'mp4', true],
  ['webm', 'm4a', true],
  ['jpg', 'pdf', false],
  ['docx', 'xlsx', false],
])('%s and %s pass for each other: %s', (one, other, isSame) => {
  expect(isOneFamily(one, other)).toBe(isSame)
})

test.each<[string, EvidenceKind, string]>([
  ['现场照片.JPG', 'jpg', '现场照片.jpg'],
  ['photo.exe', 'png', 'photo.png'],
  ['../../etc/passwd', 'pdf', 'etc_passwd.pdf'],
  ['a"; filename="b.html', 'jpg', 'a_; filename=_b.jpg'],
  ['gpj.\u202eexe', 'png', 'gpj._exe.png'],
  ['C:\\x\r\ny.doc', 'doc', 'C__x__y.doc'],
  ['...', 'png', 'evidence.png'],
  ['', 'png', 'evidence.png'],
  ['图'.repeat(300), 'png', `${'图'.repeat(100)}.png`],
])('the name %j is offered for saving a %s as %j', (name, kind, offered) => {
  expect(savingName(name, kind)).toBe(offered)
})

test.each<[string, boolean]>([
  ['0f8fad5b-d9cb-469f-a165-70867728950e', true],
  ['upload_1', true],
  ['short', false],
  ['../../../etc/passwd', false],
  ['upload-1/../x', false],
  ['upload-1\0', false],
  ['UPLOAD-1', false],
  ['.hidden-1', false],
  ['-option-1', false],
  ['upload-1.part', false],
  ['a'.repeat(65), false],
  ['', false],
])('%j is an upload id: %s', (text, isId) => {
  expect(parseUploadId(text) !== null).toBe(isId)
})

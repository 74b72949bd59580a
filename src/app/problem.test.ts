import { expect, test } from 'vitest'
import { messageOf, type Problem, type ProblemCode } from './problem.ts'

const path = 'notices/a/notice.txt'

/** What a person needs to find the place. */
const NAMED = new Set(['path', 'given', 'place', 'line', 'questionId', 'clauseId'])

/** One example of every problem there is: a new code without one does not compile. */
const EXAMPLES: { readonly [Code in ProblemCode]: Extract<Problem, { readonly code: Code }> } = {
  'file-missing': { code: 'file-missing', path },
  'file-is-folder': { code: 'file-is-folder', path },
  'file-unreadable': { code: 'file-unreadable', path, detail: 'EACCES' },
  'file-empty': { code: 'file-empty', path },
  'file-blank': { code: 'file-blank', path },
  'file-too-large': { code: 'file-too-large', path, bytes: 22_000_000, limit: 20_971_520 },
  'file-is-document': { code: 'file-is-document', path, form: 'Word（.docx）' },
  'file-is-binary': { code: 'file-is-binary', path, at: 7 },
  'file-not-text': { code: 'file-not-text', path, line: 3 },
  'folder-missing': { code: 'folder-missing', path },
  'folder-is-file': { code: 'folder-is-file', path },
  'document-damaged': { code: 'document-damaged', path, form: 'PDF', part: '', detail: 'cut off' },
  'document-encrypted': { code: 'document-encrypted', path },
  'document-without-text': { code: 'document-without-text', path, form: 'PDF', pages: [2, 3], pageCount: 9 },
  'document-empty': { code: 'document-empty', path, form: 'PDF' },
  'document-too-large': { code: 'document-too-large', path, form: 'PDF', what: 'pages', limit: 2_000 },
  'document-too-slow': { code: 'document-too-slow', path, form: 'PDF', seconds: 60 },
  'document-too-heavy': { code: 'document-too-heavy', path, form: 'PDF', megabytes: 640 },
  'reading-busy': { code: 'reading-busy', path },
  'folder-with-notices': { code: 'folder-with-notices', path, names: ['notice.docx', 'notice.txt'] },
  'folder-without-notice': { code: 'folder-without-notice', path },
  'folder-not-written': { code: 'folder-not-written', path, detail: 'EACCES' },
  'json-damaged': { code: 'json-damaged', path, line: 2, column: 5 },
  'field-wrong': { code: 'field-wrong', path, place: '[0].id', found: '"a b"', expected: '编号' },
  'ledger-damaged': { code: 'ledger-damaged', path, detail: '第 3 行不是完整的 JSON' },
  'no-clause-found': { code: 'no-clause-found', path },
  'corrections-refused': { code: 'corrections-refused', path, first: '1.1.1 款的改正没有写理由；请写明', count: 2 },
  'rubric-malformed': { code: 'rubric-malformed', path, place: 'sections[0].id', expected: '文字' },
  'rubric-broken': { code: 'rubric-broken', path, first: '编号 1 出现了不止一次', count: 2 },
  'ledger-missing': { code: 'ledger-missing', path },
  'ledger-without-centers': { code: 'ledger-without-centers', path },
  'ledger-foreign': { code: 'ledger-foreign', path, clauseId: '9.9.9' },
  'interpretation-foreign': { code: 'interpretation-foreign', path, questionId: '9.9/band-gap' },
  'interpretation-unlisted': {
    code: 'interpretation-unlisted',
    path,
    questionId: '1.1/band-gap',
    reading: 'x',
    known: ['a', 'b'],
  },
  'calendar-missing': { code: 'calendar-missing', path },
  'centers-missing': { code: 'centers-missing', path },
  'year-missing': { code: 'year-missing', path },
  'folder-unnamed': { code: 'folder-unnamed', candidates: ['out/a', 'out/b'] },
  'center-unknown': { code: 'center-unknown', given: '某镇', known: ['甲镇（jia）'] },
  'clause-not-found': { code: 'clause-not-found', given: '9.9', known: ['9.1'] },
  'date-wrong': { code: 'date-wrong', option: '--as-of', given: '2021-02-30' },
  'number-outside': { code: 'number-outside', option: '--kept', given: '101', least: 0, most: 100 },
  'seed-wrong': { code: 'seed-wrong', given: '-1' },
  'file-exists': { code: 'file-exists', path },
  'file-not-written': { code: 'file-not-written', path, detail: 'ENOSPC' },
  'bundle-foreign': { code: 'bundle-foreign', path, reason: 'not-bundle' },
  'kept-code-wrong': { code: 'kept-code-wrong', given: 'ABCD' },
  'kept-head-wrong': { code: 'kept-head-wrong', given: 'xyz' },
  'assessment-unnamed': { code: 'assessment-unnamed', given: 'a-2021', known: ['a-2020', 'a-2022'] },
  'nothing-to-export': { code: 'nothing-to-export', given: 'a-2021', data: 'data' },
  refused: { code: 'refused', reason: 'store-full', message: '磁盘已满，没有存入；请腾出空间后再试' },
  'records-missing': { code: 'records-missing', path },
  'data-set-unknown': { code: 'data-set-unknown', given: '天气', known: ['办件', '好差评'] },
  'record-unknown': { code: 'record-unknown', given: 'B1', dataSet: '办件', known: [] },
  'profile-unknown': { code: 'profile-unknown', given: 'a', known: ['b'] },
  'profile-foreign': { code: 'profile-foreign', given: 'a', wanted: '好差评' },
  'profile-ambiguous': { code: 'profile-ambiguous', path, fitting: ['a', 'b'] },
  'profile-unguessable': { code: 'profile-unguessable', path, header: ['甲', '乙'] },
  'correction-unfit': { code: 'correction-unfit', path },
  'detections-missing': { code: 'detections-missing', path },
  'detection-unknown': { code: 'detection-unknown', given: 'a', known: ['b'] },
  'detection-wrong': { code: 'detection-wrong', path, detail: '没有“条款”；请补上' },
  'ledger-moved': { code: 'ledger-moved', path },
  'case-damaged': { code: 'case-damaged', line: 4, detail: '不是完整的 JSON 对象' },
}

test.each(Object.entries(EXAMPLES))('%s says where, what, and what to do', (code, problem) => {
  const message = messageOf(problem)
  expect(problem.code).toBe(code)
  expect(message).toMatch(/请|没有读入任何/u)
  expect(message).not.toMatch(/undefined|null|NaN|\[object/u)
  for (const [name, value] of Object.entries(problem)) if (NAMED.has(name)) expect(message).toContain(String(value))
})

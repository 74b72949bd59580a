import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { textFiles } from '../../src/adapters/documents/text-file.ts'
import { noticeFolders } from '../../src/adapters/files/notice-folder.ts'
import { coverageOf } from '../../src/core/detection/coverage.ts'
import { parseDetection } from '../../src/core/detection/parse-detection.ts'
import { NOTICE, RUBRIC } from './detection-case.ts'

async function folder() {
  const opened = await noticeFolders(textFiles).open(fileURLToPath(NOTICE))
  if (!opened.ok) throw new Error(JSON.stringify(opened.fault))
  const detections = opened.value.detections.map(({ name, text }) => {
    const read = parseDetection(name, text)
    if (!read.ok) throw new Error(`${name}: ${read.faults.map(({ message }) => message).join('\n')}`)
    return read.detection
  })
  return { detections, declared: opened.value.coverage }
}

test('each of the 51 clauses of the example notice has a feed', async () => {
  const { detections, declared } = await folder()
  const { lines, faults } = coverageOf(RUBRIC, detections, declared)
  expect(faults).toEqual([])
  expect(lines).toHaveLength(51)
  expect(detections).toHaveLength(readdirSync(new URL('detections/', NOTICE)).length - 1)
})

test('records show 26 of them', async () => {
  const { detections, declared } = await folder()
  const { lines } = coverageOf(RUBRIC, detections, declared)
  const shown = lines.filter(({ feeds }) => feeds.some(({ kind }) => kind === 'detection'))
  expect(shown).toHaveLength(26)
})

test('without its entry the hygiene of the center has none', async () => {
  const { detections, declared } = await folder()
  const { faults } = coverageOf(
    RUBRIC,
    detections,
    declared.filter(({ clauseId }) => clauseId !== '3.1.1'),
  )
  expect(faults).toMatchObject([{ code: 'clause-unfed', clauseId: '3.1.1' }])
})

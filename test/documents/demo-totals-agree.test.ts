import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoDistrict, type OpenDemoDistrict } from '../demo/open-demo-district.ts'
import { signInOver } from '../e2e/sign-in-over.ts'
import { allDifferences, comparedAt, jsonIn, type Compared, type Get } from './compared-documents.ts'

const compared: Compared[] = []
let folder = ''
let demo: OpenDemoDistrict

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-totals-'))
  demo = await openDemoDistrict({ isStill: true })
  const signedIn = await signInOver(demo.address, 'leader', demo.password)
  const get: Get = async (url) => {
    const answer = await signedIn.ask(url)
    if (!answer.ok) throw new Error(`${url}: ${await answer.text()}`)
    return Buffer.from(await answer.arrayBuffer())
  }
  for (const assessmentId of ['2021', '2021-trial']) {
    const root = `/api/v1/assessments/${assessmentId}`
    const { centerList } = jsonIn<{ centerList: { centerId: string }[] }>(await get(root))
    const centers = centerList.map(({ centerId }) => centerId)
    compared.push(await comparedAt(get, folder, `${root}/all-sheets`, '', centers))
  }
}, 600_000)

afterAll(async () => {
  await demo.close()
  await rm(folder, { recursive: true, force: true })
})

test('the sheets of every assessment of the demonstration district agree in all forms', async () => {
  expect(await allDifferences(compared)).toEqual([])
  expect(compared.map(({ sheets }) => sheets.length > 1)).toEqual([true, true])
}, 600_000)

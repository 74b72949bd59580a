import { beforeEach, describe, expect, test } from 'vitest'
import type { AdoptedDetection, DeclaredFeeds, DetectionArchive } from '../../src/app/ports/detection-archive.ts'
import { id, type ClauseId, type PersonId, type RubricId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { valued } from './valued.ts'

const EAST = id<TenantId>('east')
const RUBRIC = id<RubricId>('qp-2021')

/** What every archive of detections does; `make` gives an empty one. */
export function detectionArchiveConforms(name: string, make: () => Promise<DetectionArchive>): void {
  describe(`detections in ${name}`, () => {
    let archive: DetectionArchive
    beforeEach(async () => void (archive = await make()))

    test('what was adopted is found to the letter, by name', async () => {
      const text = '-- 款：3.4.1\r\n-- “甲”𠮷\nSELECT 1 AS a;\n'
      await valued(archive.adopt(EAST, RUBRIC, [detection('late', text), detection('absent', '')]))
      expect(await valued(archive.detections(EAST, RUBRIC))).toEqual([detection('absent', ''), detection('late', text)])
    })

    test('adopted again, the last text of a name holds and the other names stay', async () => {
      await valued(archive.adopt(EAST, RUBRIC, [detection('late', '1'), detection('absent', '1')]))
      await valued(archive.adopt(EAST, RUBRIC, [detection('late', '2')]))
      await valued(archive.adopt(EAST, RUBRIC, [detection('late', '3')]))
      expect(await valued(archive.detections(EAST, RUBRIC))).toEqual([
        detection('absent', '1'),
        detection('late', '3', 3),
      ])
    })

    test('as of a day, the version of that day holds, and what was adopted later is not there', async () => {
      await valued(archive.adopt(EAST, RUBRIC, [detection('late', '1', 1, '2021-03-01')]))
      await valued(
        archive.adopt(EAST, RUBRIC, [
          detection('late', '2', 2, '2021-03-05'),
          detection('absent', '1', 1, '2021-03-05'),
        ]),
      )
      const heldOn = async (day: string) => valued(archive.detections(EAST, RUBRIC, plainDate(day)))
      expect(await heldOn('2021-02-28')).toEqual([])
      expect(await heldOn('2021-03-04')).toEqual([detection('late', '1')])
      expect((await heldOn('2021-03-05')).map(({ name, version }) => [name, version])).toEqual([
        ['absent', 1],
        ['late', 2],
      ])
    })

    test('of the feeds declared beside them the last list holds, as it was written', async () => {
      expect(await valued(archive.declared(EAST, RUBRIC))).toBeNull()
      await valued(archive.declare(EAST, RUBRIC, feeds('看“三统一”')))
      await valued(archive.declare(EAST, RUBRIC, feeds('点人')))
      expect(await valued(archive.declared(EAST, RUBRIC))).toEqual(feeds('点人'))
      expect(await valued(archive.declared(id<TenantId>('west'), RUBRIC))).toBeNull()
      expect(await valued(archive.declared(EAST, id<RubricId>('qp-2022')))).toBeNull()
    })

    test('another tenant and another rubric have their own', async () => {
      const west = id<TenantId>('west')
      const other = id<RubricId>('qp-2022')
      await valued(archive.adopt(EAST, RUBRIC, [detection('late', 'east')]))
      await valued(archive.adopt(west, RUBRIC, [detection('late', 'west')]))
      await valued(archive.adopt(EAST, other, [detection('late', 'other')]))
      expect(await valued(archive.detections(EAST, RUBRIC))).toEqual([detection('late', 'east')])
      expect(await valued(archive.detections(west, RUBRIC))).toEqual([detection('late', 'west')])
      expect(await valued(archive.detections(west, other))).toEqual([])
    })
  })
}

function detection(name: string, text: string, version = 1, day = '2021-03-01'): AdoptedDetection {
  return { name, text, version, by: id('p1'), at: timestamp(`${day}T09:00:00+08:00`) }
}

function feeds(inspection: string): DeclaredFeeds {
  return {
    feeds: [{ clauseId: id<ClauseId>('3.4.1'), inspection, documents: null }],
    by: id<PersonId>('p1'),
    at: timestamp('2021-03-01T09:00:00+08:00'),
  }
}

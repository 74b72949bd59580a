import { expect, test } from 'vitest'
import { parseCenters } from './parse-centers.ts'

test.each<[what: string, text: string, parsed: object]>([
  ['ids and names', 'east 东街道\n\n west\t西  镇 ', { kind: 'centers', centers: [{ centerId: 'east', name: '东街道' }, { centerId: 'west', name: '西  镇' }] }],
  ['with their places', 'east 东街道 31.14,121.124\nwest 西 镇 31.2，121', { kind: 'centers', centers: [{ centerId: 'east', name: '东街道', place: { latitude: 31_140_000, longitude: 121_124_000 } }, { centerId: 'west', name: '西 镇', place: { latitude: 31_200_000, longitude: 121_000_000 } }] }],
  ['with a place that is none', 'east 东街道 121.124,31.14', { kind: 'wrong', line: 'east 东街道 121.124,31.14' }],
  ['nothing', ' \n', { kind: 'none' }],
  ['a name alone', 'east 东街道\n西镇', { kind: 'wrong', line: '西镇' }],
  ['one id twice', 'east 东街道\neast 西镇', { kind: 'double', centerId: 'east' }],
])('centers written as %s', (_what, text, parsed) => {
  expect(parseCenters(text)).toEqual(parsed)
})

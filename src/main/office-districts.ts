import type { DistrictOpening } from '../adapters/districts/district-place.ts'
import { districtsIn } from '../adapters/districts/district-house.ts'
import type { DistrictHouse } from '../app/ports/district-house.ts'
import { accepted, refused, type Outcome } from '../core/kernel/outcome.ts'
import type { Configuration } from './configuration-keys.ts'
import { faultSentence, readConfiguration } from './configuration.ts'
import { readText } from './read-text.ts'

/** Districts of an office wherever its configuration has it. What servers take is loaded where there are any. */
export function officeDistricts(environment: Readonly<Record<string, string | undefined>>): DistrictHouse {
  const configured = <Value>(
    dataFolder: string,
    work: (configuration: Configuration) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> => {
    const read = configurationOf(environment, dataFolder)
    return read.ok ? work(read.value) : Promise.resolve(read)
  }
  return districtsIn({
    data: (path) =>
      configured(path, async (configuration) =>
        isServed(configuration)
          ? (await import('./office-places.ts')).officeData(configuration)
          : (await import('../adapters/data/open-data.ts')).openData(path),
      ),
    places: (path, purpose) =>
      configured(path, async (configuration) =>
        isServed(configuration)
          ? (await import('./office-places.ts')).officePlaces(configuration, purpose)
          : (await import('../adapters/districts/folder-place.ts')).folderPlaces(path, purpose),
      ),
  } satisfies DistrictOpening)
}

function configurationOf(
  environment: Readonly<Record<string, string | undefined>>,
  dataFolder: string,
): Outcome<Configuration> {
  const read = readConfiguration({ ...environment, MINGHENG_DATA_FOLDER: dataFolder }, readText)
  if (read.ok) return accepted(read.value)
  return refused('configuration-wrong', `配置有误，没有办理：${read.faults.map(faultSentence).join('；')}`)
}

/** Whether anything of the office lies elsewhere than in its data folder. */
function isServed({ databaseUrl, objectStoreUrl, recordShards }: Configuration): boolean {
  return databaseUrl !== '' || objectStoreUrl !== null || recordShards.length > 0
}

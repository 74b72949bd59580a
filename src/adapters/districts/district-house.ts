/** What a district has, wherever an installation keeps it: written out, compared with what was written out, and removed. */
import type { DistrictHouse } from '../../app/ports/district-house.ts'
import type { Outcome } from '../../core/kernel/outcome.ts'
import type { DistrictOpening, DistrictPlaces } from './district-place.ts'

/** What it takes is loaded when it is asked for. */
export function districtsIn(opening: DistrictOpening): DistrictHouse {
  const within = async <Value>(
    path: string,
    purpose: 'reading' | 'removing',
    work: (places: DistrictPlaces) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> => {
    const opened = await opening.places(path, purpose)
    if (!opened.ok) return opened
    try {
      return await work(opened.value)
    } finally {
      await opened.value.close()
    }
  }
  return {
    open: opening.data,
    copyOut: (path, tenantId, draft) =>
      within(path, 'reading', async ({ places }) =>
        (await import('./export-district.ts')).copyOut(places, tenantId, draft),
      ),
    seal: async (draft, target, made) => (await import('./export-district.ts')).sealExport(draft, target, made),
    check: (path, tenantId, exported) =>
      within(path, 'reading', async ({ places }) =>
        (await import('./export-district.ts')).checkExport(places, tenantId, exported),
      ),
    remove: (path, removal) =>
      within(path, 'removing', async (places) =>
        (await import('./remove-district.ts')).removeDistrict(places, removal),
      ),
  }
}

/** Of data folders on the disk of this machine. */
export const districtHouse: DistrictHouse = districtsIn({
  data: async (path) => (await import('../data/open-data.ts')).openData(path),
  places: async (path, purpose) => (await import('./folder-place.ts')).folderPlaces(path, purpose),
})

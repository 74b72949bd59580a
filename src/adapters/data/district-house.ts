import type { DistrictHouse } from '../../app/ports/district-house.ts'

/** Districts of data folders on the disk of this machine; what it takes is loaded when it is asked for. */
export const districtHouse: DistrictHouse = {
  copyOut: async (path, tenantId, draft) => (await import('./export-district.ts')).copyOut(path, tenantId, draft),
  seal: async (draft, target, made) => (await import('./export-district.ts')).sealExport(draft, target, made),
  check: async (path, tenantId, exported) =>
    (await import('./export-district.ts')).checkExport(path, tenantId, exported),
  remove: async (path, removal) => (await import('./remove-district.ts')).removeDistrict(path, removal),
}

import { listDataSets } from '../../api/routes/list-data-sets.ts'
import { CODE_SETS } from '../../core/records/code-sets.ts'
import { DATA_SETS } from '../../core/records/data-sets.ts'
import { derivedColumns } from '../../core/records/derived-columns.ts'
import { answer, route } from '../route.ts'

export const listDataSetsRoute = route(listDataSets, async () =>
  answer({
    dataSets: DATA_SETS.map((set) => ({ ...set, derived: [...derivedColumns(set)] })),
    codeSets: Object.entries(CODE_SETS).map(([name, { chinese, source, codes }]) => ({ name, chinese, source, codes })),
  }),
)

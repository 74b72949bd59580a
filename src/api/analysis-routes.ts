/** The routes of what is asked of a scored year: they change no record. `routes.ts` takes them in. */
import type { Contract } from './contract.ts'
import { readWhatIfDocument } from './routes/read-what-if-document.ts'
import { whatIf } from './routes/what-if.ts'

export const ANALYSIS_ROUTES: readonly Contract[] = [readWhatIfDocument, whatIf]

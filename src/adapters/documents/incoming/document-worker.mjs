// A thread knows nothing of how the program reads its sources; as in `bin`, they are run as they are.
import { register } from 'tsx/esm/api'

register({ tsconfig: false })
await import('./document-worker.ts')

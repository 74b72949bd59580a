// What `src/adapters/documents/outgoing/pdf` starts to set documents; nobody calls it by hand.
import { register } from 'tsx/esm/api'

register({ tsconfig: false })
await import('../src/adapters/documents/outgoing/pdf/typeset.ts')

/** `npm run sizing`: the tables of `docs/guide/operations.md` anew, from what was measured last. */
import { keepFigures } from '../test/scale/bench/sizing-file.ts'

keepFigures({ size: 'full', machine: '', results: [] })

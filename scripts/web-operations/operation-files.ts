import type { Contract } from '../../src/api/contract.ts'
import { tidied } from '../tidied.ts'

const NOTE = '// Made of the contracts by `npm run openapi`. Not to be edited.\n'

/**
 * The contracts as the pages need them, by file name: how each is asked, and its types. The contracts themselves stay out of the
 * browser: their schemas are of no use there and would be a third of what it has to load.
 */
export async function operationFiles(contracts: readonly Contract[]): Promise<Readonly<Record<string, string>>> {
  const asked = contracts.map(
    ({ operationId, method, path, repeat, ifMatch, accepts, mediaType }) =>
      `${operationId}: ${JSON.stringify({ method, path, isKeyed: repeat !== 'safe' && repeat !== 'natural', ifMatch, accepts, isJson: mediaType === 'application/json' })},`,
  )
  const types = contracts.map(
    ({ operationId }) => `${operationId}: typeof import('../../api/routes/${kebab(operationId)}.ts').${operationId}`,
  )
  return {
    'operations.generated.ts': await made(`${NOTE}export const OPERATIONS = {\n${asked.join('\n')}\n} as const\n`),
    'contracts.generated.ts': await made(`${NOTE}export interface Contracts {\n${types.join('\n')}\n}\n`),
  }
}

function kebab(operationId: string): string {
  return operationId.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
}

/** A line for each operation, however long. */
function made(text: string): Promise<string> {
  return tidied('made.ts', text, 320)
}

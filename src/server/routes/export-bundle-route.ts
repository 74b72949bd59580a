import { exportBundle } from '../../api/routes/export-bundle.ts'
import { bundleFor } from '../../app/proof/bundle-for.ts'
import { writeBundle } from '../../app/proof/write-bundle.ts'
import { drawn } from '../drawn.ts'
import { route } from '../route.ts'

/** What goes wrong before the first line is a refusal; later it breaks the transfer off, and the file lacks its seal. */
export const exportBundleRoute = route(exportBundle, async ({ params, query, asker }, parts) => {
  const { office, evidence, people, proof } = parts
  const { assessmentId } = params
  const stores = { ...office, people: people.people, evidence: evidence.evidence }
  const permitted = await bundleFor(stores, asker.actor, assessmentId, query.centerId ?? null)
  if (!permitted.ok) return permitted
  const { source, centerId } = permitted.value
  const digests = proof.digestsBy(source.header.algorithm)
  const wish = { centerId, madeAt: office.clock.now(), program: proof.program }
  const content = await drawn((out) => writeBundle(source, wish, digests, out))
  if (!content.ok) return content
  const name = `${assessmentId}${centerId === null ? '' : `.${centerId}`}.bundle.jsonl`
  return {
    ok: true,
    kind: 'stream',
    content: content.value,
    mediaType: 'application/jsonl; charset=utf-8',
    status: 200,
    headers: {
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  }
})

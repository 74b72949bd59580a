import { verifyLedger } from '../../api/routes/verify-ledger.ts'
import { verifyLedger as verify } from '../../app/proof/verify-ledger.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const verifyLedgerRoute = route(verifyLedger, async ({ params, asker }, { office, evidence, people, proof }) => {
  const stores = { ...office, people: people.people, evidence: evidence.evidence }
  const head = await verify(stores, proof.digestsBy, asker.actor, params.assessmentId)
  return replied(head, (value) => answer({ head: value }))
})

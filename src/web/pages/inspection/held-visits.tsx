import { useStored } from '../../offline/use-stored.ts'
import { useText } from '../../text/language.tsx'
import { inspectionText } from './inspection-text.ts'
import { usePhone } from './use-phone.tsx'

/** Visits that the server did not take, each with its reason; they stay here until they are taken. */
export function HeldVisits() {
  const text = useText(inspectionText)
  const { store, personId, assessment, outbox } = usePhone()
  const held = useStored(
    () => store.visits.filter((one) => one.personId === personId && one.held !== null).toArray(),
    [store, personId],
  )
  const again = async () => {
    for (const { id } of held ?? []) await store.visits.update(id, { held: null })
    outbox.wake()
  }
  if (held === undefined || held.length === 0) return null
  return (
    <section className="insp-warn">
      {held.map((one) => (
        <p key={one.id}>
          {text.visitHeld(
            assessment.centerList.find(({ centerId }) => centerId === one.centerId)?.name ?? one.centerId,
            one.clauseIds.length,
            one.held?.said ?? '',
          )}
        </p>
      ))}
      <button type="button" className="insp-small" onClick={() => void again()}>
        {text.visitAgain}
      </button>
    </section>
  )
}

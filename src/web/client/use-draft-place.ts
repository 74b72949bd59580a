import { useSession } from './session.tsx'

/** Under which name this person's draft about something is kept on the device: another person there does not find it. */
export function useDraftPlace(...about: readonly string[]): string {
  const { me } = useSession()
  return ['draft', me?.district, me?.personId, ...about].join('.')
}

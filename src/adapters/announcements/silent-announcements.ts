import type { Announcements } from '../../app/ports/announcements.ts'

/** For a server that is alone on its stores: there is nobody to tell. */
export const silentAnnouncements: Announcements = {
  announce: () => undefined,
  listen: () => () => undefined,
}

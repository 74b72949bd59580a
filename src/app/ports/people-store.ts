import type { ApiTokenStore } from './api-token-store.ts'
import type { CalendarStore } from './calendar-store.ts'
import type { PersonStore } from './person-store.ts'
import type { SessionStore } from './session-store.ts'
import type { TenantStore } from './tenant-store.ts'

/**
 * Districts, their people, and how these come in. Every method names the tenant (by its first argument or within what is
 * stored) and sees nothing of another; only `tenants` lists them.
 */
export interface PeopleStore extends TenantStore, PersonStore, SessionStore, ApiTokenStore, CalendarStore {}

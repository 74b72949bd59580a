import type { DemoAccount } from '../demo-district/demo-accounts.ts'
import type { Answer } from '../problem.ts'

/** Serves a demonstration district, and the city that it belongs to, to browsers on this machine. */
export interface DemoServer {
  /** Makes the district where none of this program and seed is there, or where `isFresh` asks for a new one. */
  readonly start: (asked: DemoAsked, progress: (step: string) => void) => Promise<Answer<RunningDemo>>
}

export interface DemoAsked {
  /** Null takes the first folder of `noticesRoot` that lists centers. */
  readonly folder: string | null
  readonly noticesRoot: string
  /** Its data goes into `demo-district` in it. */
  readonly outRoot: string
  readonly seed: number
  readonly isFresh: boolean
  /** The first one tried; the next free one is taken where it is in use. 0 for any. */
  readonly port: number
}

export interface RunningDemo {
  readonly address: string
  readonly dataFolder: string
  /** What the district's clock said when it began. */
  readonly now: string
  readonly accounts: readonly DemoAccount[]
  /** Where one signs in to the district with these accounts, and to the city above it with its own. */
  readonly signIn: string
  readonly city: { readonly name: string; readonly signIn: string; readonly account: DemoAccount }
  readonly password: string
  /** Null where the port asked for was free. */
  readonly portInUse: number | null
  readonly isReused: boolean
  readonly stop: () => Promise<void>
}

/** How a server behaves; read from the configuration by `main`, or made by a test. */
export interface ServerSettings {
  /** Where people reach it, `https://kaohe.example.gov.cn`; null on a bare address, where the request says so itself. */
  readonly publicUrl: string | null
  /** Addresses of reverse proxies whose `X-Forwarded-…` headers are believed. */
  readonly trustedProxies: readonly string[]
  readonly rates: RateSettings
  /** Whether `/metrics` answers to others than this machine. */
  readonly metricsForAll: boolean
  /** Milliseconds. */
  readonly requestTimeout: number
  readonly heartbeat: number
  /** Open at once, in all and for one person. */
  readonly liveStreams: number
  readonly liveStreamsEach: number
  /** Checks every answer against its contract: for tests. */
  readonly checksAnswers: boolean
}

/** Requests a minute, null for no limit. `signInByAccount` counts attempts for one username from wherever. */
export interface RateSettings {
  readonly requests: number | null
  readonly signInByAddress: number | null
  readonly signInByAccount: number | null
}

export const USUAL_SETTINGS: ServerSettings = {
  publicUrl: null,
  trustedProxies: [],
  rates: { requests: 1200, signInByAddress: 30, signInByAccount: 10 },
  metricsForAll: false,
  requestTimeout: 120_000,
  heartbeat: 15_000,
  liveStreams: 500,
  liveStreamsEach: 20,
  checksAnswers: false,
}

import { join } from 'node:path'
import { systemClock } from '../adapters/clock/system-clock.ts'
import { nodeDigests } from '../adapters/digests/node-digests.ts'
import { nodeDigester } from '../adapters/digests/node-digester.ts'
import { documentFiles } from '../adapters/documents/outgoing/document-files.ts'
import { noticeReader } from '../adapters/documents/incoming/read-notice.ts'
import { sharpPublisher } from '../adapters/evidence/published-copy.ts'
import { documentTray } from '../adapters/files/document-tray.ts'
import { totpCodes } from '../adapters/one-time-codes/totp-codes.ts'
import { argon2Passwords } from '../adapters/passwords/argon2-passwords.ts'
import { nodeSecrets } from '../adapters/secrets/node-secrets.ts'
import { openidSignOn } from '../adapters/sign-on/openid-sign-on.ts'
import { cityDesk } from '../app/city/city-desk.ts'
import type { Clock } from '../app/ports/clock.ts'
import { evidenceRoom } from '../app/evidence/evidence-room.ts'
import { smallCopies } from '../app/evidence/small-copies.ts'
import { liveAssessments } from '../app/office/live-assessments.ts'
import { jobLine } from '../app/records/job-line.ts'
import { oneEach } from '../app/records/one-each.ts'
import { id, type TenantId } from '../core/kernel/identifiers.ts'
import { meter } from '../server/meter.ts'
import type { ServerParts, SignOn } from '../server/server-parts.ts'
import { USUAL_SETTINGS } from '../server/server-settings.ts'
import type { Configuration } from './configuration-keys.ts'
import { builtPages } from './built-pages.ts'
import type { Stores } from './stores.ts'
import { programVersion } from './program-version.ts'
import { readinessOf } from './readiness-of.ts'

/** The adapters, as the server and its use cases ask for them. `tellBug` hears of what went wrong where no request waits. */
export function serverPartsOf(
  configuration: Configuration,
  stores: Stores,
  tellBug: (error: unknown) => void,
  clock: Clock = systemClock,
): ServerParts {
  const { ledger, people, accessLog, answers, evidence, jobs } = stores
  const nodeId = nodeSecrets.id()
  const base = { clock, secrets: nodeSecrets, answers }
  const office = {
    ...ledger,
    people,
    evidence,
    clock,
    digester: nodeDigester,
    live: liveAssessments({ ...ledger, digester: nodeDigester, heldMegabytes: configuration.heldMegabytes }),
  }
  return {
    ...base,
    nodeId,
    settings: {
      ...USUAL_SETTINGS,
      publicUrl: configuration.publicUrl,
      trustedProxies: configuration.trustedProxies,
      rates: {
        requests: configuration.requestRate,
        signInByAddress: configuration.signInRateByAddress,
        signInByAccount: configuration.signInRateByAccount,
      },
      metricsForAll: configuration.metricsFor === 'all',
      requestTimeout: configuration.requestSeconds * 1000,
    },
    people: { ...base, people, accessLog, hasher: argon2Passwords(), codes: totpCodes },
    office,
    evidence: {
      evidence,
      images: sharpPublisher(),
      small: smallCopies(),
      room: evidenceRoom({ evidence, people, reserved: stores.reservedEvidence, clock }),
      clock,
    },
    records: {
      ...stores.records,
      office,
      uploads: stores.recordUploads,
      jobs,
      line: jobLine({ store: jobs, nodeId, clock, tellBug }),
      previews: oneEach(),
      secrets: nodeSecrets,
    },
    sampling: { office, kept: stores.samplingSecrets, random: nodeSecrets, drawn: new Map() },
    city: cityDesk(office),
    notices: noticeReader(),
    proof: { digestsBy: nodeDigests, program: programVersion() },
    documents: { writer: documentFiles(templatesFolderOf(configuration)), tray: documentTray },
    meter: meter(),
    readiness: readinessOf(configuration, stores),
    signOns: signOnsOf(configuration),
    pagesFolder: builtPages(),
  }
}

function templatesFolderOf({ templatesFolder, dataFolder }: Configuration): string {
  return templatesFolder === '' ? join(dataFolder, 'templates') : templatesFolder
}

function signOnsOf(configuration: Configuration): ReadonlyMap<TenantId, SignOn> {
  const { signOnIssuer, publicUrl, district } = configuration
  if (signOnIssuer === null || publicUrl === null) return new Map()
  const provider = openidSignOn({
    issuer: signOnIssuer,
    clientId: configuration.signOnClientId,
    clientSecret: configuration.signOnClientSecret,
    redirectUri: `${publicUrl}/api/v1/sign-on/${district}/callback`,
    scope: 'openid profile email',
    allowsPlainHttp: new URL(signOnIssuer).hostname === '127.0.0.1',
  })
  const rule = { claim: configuration.signOnClaim, names: configuration.signOnNames }
  return new Map([[id<TenantId>(district), { provider, rule }]])
}

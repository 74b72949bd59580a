import { Secret, TOTP } from 'otpauth'
import type { OneTimeCodes } from '../../app/ports/one-time-codes.ts'

/** What every authenticator app takes: SHA-1, six digits, 30 seconds. The secret has 160 bits, as RFC 4226 recommends. */
export const totpCodes: OneTimeCodes = {
  newSecret: () => new Secret({ size: 20 }).base32,
  uri: (secret, account, issuer) => new TOTP({ ...FORM, issuer, label: account, secret }).toString(),
  stepOf: (secret, code, epochMs) => {
    if (!/^\d{6}$/.test(code)) return null
    const totp = new TOTP({ ...FORM, secret })
    const delta = totp.validate({ token: code, timestamp: epochMs, window: 1 })
    return delta === null ? null : Math.floor(epochMs / (FORM.period * 1_000)) + delta
  },
}

const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const

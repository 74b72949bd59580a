import type { PeoplePorts } from './people-ports.ts'
import { passwordFaults } from './password-rules.ts'

/** Days after which a password that somebody else set opens nothing any more. */
export const ONE_TIME_DAYS = 7

/** To be read out or copied by hand: `Kx7m-9TqP-w3Zd-Hn5k`, without letters that look like others. Some 90 bits. */
export function oneTimePassword(ports: Pick<PeoplePorts, 'secrets'>, username: string): string {
  for (;;) {
    const groups = [1, 2, 3, 4].map(() =>
      [1, 2, 3, 4].map(() => ALPHABET[ports.secrets.below(ALPHABET.length)]).join(''),
    )
    const password = groups.join('-')
    if (passwordFaults(password, username).length === 0) return password
  }
}

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789'

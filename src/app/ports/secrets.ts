/** Where what nobody can guess comes from, and how it is kept without being kept. */
export interface Secrets {
  /** 256 random bits as letters, digits, `-` and `_`. */
  readonly token: () => string
  /** An id that nobody else has been given: 128 random bits as hexadecimal digits. */
  readonly id: () => string
  /** A whole number from 0 to below `bound`, each as likely. */
  readonly below: (bound: number) => number
  /** What a store keeps of a token: enough to know it again, too little to use it. Only for texts of `token`, never for passwords. */
  readonly digest: (token: string) => string
}

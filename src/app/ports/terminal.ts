/** Where text for people goes. `columns` is the width to write for; colors are written only where `isColor`. */
export interface Terminal {
  readonly columns: number
  readonly isColor: boolean
  /** False once nobody reads any more (`| head`): long output may stop. */
  readonly isOpen: () => boolean
  readonly write: (text: string) => void
  readonly writeError: (text: string) => void
  /** Overwrites the one line that says how far a long task is; `null` clears it. Nothing where output is no terminal. */
  readonly progress: (text: string | null) => void
}

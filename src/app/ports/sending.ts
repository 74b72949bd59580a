/** How one attempt to tell somebody outside the program ended. `isFinal`: trying again cannot help. */
export type Sending = { readonly ok: true } | { readonly ok: false; readonly error: string; readonly isFinal: boolean }

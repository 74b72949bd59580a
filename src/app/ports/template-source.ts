/** The templates that come with the program, to be copied and changed. */
export interface TemplateSource {
  readonly files: () => Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]>
}

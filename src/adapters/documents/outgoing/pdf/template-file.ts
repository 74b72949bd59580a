/** A file as the typesetter sees it; `path` is from the root of the templates, with slashes. */
export interface TemplateFile {
  readonly path: string
  readonly bytes: Uint8Array
}

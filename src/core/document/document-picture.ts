/** `key` is what the caller's picture source finds it by; the sizes are of the picture itself, in pixels. */
export interface DocumentPicture {
  readonly key: string
  readonly caption: string
  readonly width: number
  readonly height: number
}

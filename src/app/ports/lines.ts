/** Lines of a stream, without their line ends, as they arrive. */
export interface LineSource {
  readonly lines: () => AsyncIterable<string>
}

/** Takes text at the pace of whoever reads it; answers false once nobody reads any more. */
export interface LineSink {
  readonly write: (text: string) => Promise<boolean>
}

/** Lines of a stream, without their line ends, as they arrive. */
export interface LineSource {
  readonly lines: () => AsyncIterable<string>
}

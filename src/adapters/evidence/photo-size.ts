/** The largest sensors in phones, of 200 megapixels; a file that inflates to more is no photo. */
export const MOST_PIXELS = 210_000_000

/**
 * What can befall any store: the disk is full, the folder cannot be written, what is read is not what was written, another
 * process holds it, or a newer version of the program made it. Adapters answer these as refusals whose message says
 * where and what to do.
 */
export type StoreFaultCode = 'store-full' | 'store-read-only' | 'store-corrupted' | 'store-busy' | 'store-newer'

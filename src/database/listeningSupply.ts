import type { Delivery } from '../domain/delivery/delivery.js'
import type { Remembered } from '../domain/delivery/remembering.js'
import type { PublicSource } from '../domain/delivery/source.js'

import { createByteCache } from './byteCache.js'
import { cachedSource } from './cachedSource.js'
import { type ListeningClient, listenForChanges } from './changes.js'

/** What public answers are made from, kept in a process up to a number of bytes and told of changes. */
export const listeningSupply = ({
  connect,
  maxBytes,
  source,
}: {
  connect: () => ListeningClient
  maxBytes: number
  source: PublicSource
}): Required<Pick<Delivery, 'bodies' | 'made' | 'source'>> & { stop: () => Promise<void> } => {
  const cached = cachedSource({ maxBytes: maxBytes / 4, source })
  const { stop } = listenForChanges({ changed: cached.forget, connect })

  return {
    bodies: createByteCache<Uint8Array<ArrayBuffer>>({
      maxBytes: maxBytes / 2,
      sizeOf: ({ byteLength }) => byteLength,
    }),
    made: createByteCache<Remembered>({
      maxBytes: maxBytes / 4,
      // The records, and what was made of them, which is about as large.
      sizeOf: ({ headers, of }) => 8 * JSON.stringify([headers, of]).length,
    }),
    source: cached,
    stop,
  }
}

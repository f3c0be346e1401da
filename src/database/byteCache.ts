/** Keeps values up to a number of bytes; the one that was asked for least recently goes first. */
export const createByteCache = <T>({
  maxBytes,
  sizeOf,
}: {
  maxBytes: number
  /** Bytes that a value takes, estimated from above. */
  sizeOf: (value: T) => number
}) => {
  const slots = new Map<string, { bytes: number; value: T }>()
  let bytes = 0

  const remove = (key: string): void => {
    bytes -= slots.get(key)?.bytes ?? 0
    slots.delete(key)
  }

  return {
    clear: (): void => {
      slots.clear()
      bytes = 0
    },
    delete: remove,
    get: (key: string): T | undefined => {
      const slot = slots.get(key)
      if (slot) {
        // The order of a Map is that of insertion.
        slots.delete(key)
        slots.set(key, slot)
      }
      return slot?.value
    },
    set: (key: string, value: T): void => {
      remove(key)
      const slot = { bytes: overhead + 2 * key.length + sizeOf(value), value }
      slots.set(key, slot)
      bytes += slot.bytes

      for (const oldest of slots.keys()) {
        if (bytes <= maxBytes) {
          return
        }
        remove(oldest)
      }
    },
    /** Bytes that are kept now. */
    size: (): number => bytes,
  }
}

/** What the cache's own keeping of an entry takes, in bytes. */
const overhead = 200

import type { Kept } from '../domain/delivery/source.js'

type Slot<T> = { bytes: number; entry: T; key: string; made: Map<string, { content: Uint8Array }> }

export type ByteCache<T> = ReturnType<typeof createByteCache<T>>

/**
 * Keeps entries, and what was made from them, up to a number of bytes; the one that was asked for least
 * recently goes first.
 */
export const createByteCache = <T>(maxBytes: number) => {
  const slots = new Map<string, Slot<T>>()
  const slotOf = new WeakMap<object, Slot<T>>()
  let bytes = 0

  const remove = (key: string): void => {
    bytes -= slots.get(key)?.bytes ?? 0
    slots.delete(key)
  }
  const shrink = (): void => {
    for (const key of slots.keys()) {
      if (bytes <= maxBytes) {
        return
      }
      remove(key)
    }
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
      return slot?.entry
    },
    /** What was made from an entry's value, for as long as that is kept. */
    keptWith: (value: object): Kept | undefined => {
      const slot = slotOf.get(value)

      return (
        slot && {
          get: (name) => slot.made.get(name),
          set: (name, made) => {
            if (slots.get(slot.key) !== slot) {
              return
            }
            slot.made.set(name, made)
            slot.bytes += made.content.byteLength
            bytes += made.content.byteLength
            shrink()
          },
        }
      )
    },
    set: ({ entry, key, value }: { entry: T; key: string; value: object }): void => {
      remove(key)
      // A character of a string takes up to two bytes.
      const slot: Slot<T> = {
        bytes: 2 * JSON.stringify(value).length,
        entry,
        key,
        made: new Map(),
      }
      slots.set(key, slot)
      slotOf.set(value, slot)
      bytes += slot.bytes
      shrink()
    },
    /** Bytes that are kept now, estimated from above. */
    size: (): number => bytes,
  }
}

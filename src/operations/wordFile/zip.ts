import { inflateRawSync } from 'node:zlib'

/** The parts of an archive, by name. */
export type Parts = Map<string, Uint8Array>

/**
 * Unpacks what is wanted of a zip archive, up to a size: an archive may claim to hold little and
 * unpack to more than there is memory, and may name the same bytes many times.
 *
 * @throws RangeError for more than `mostBytes`, packed and unpacked, and Error for what is no such archive,
 * or one of which two parts share a name or a place.
 */
export const unzip = ({
  bytes,
  isWanted,
  mostBytes,
}: {
  bytes: Uint8Array
  isWanted: (name: string) => boolean
  mostBytes: number
}): Parts => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Parts = new Map()
  const end = buffer.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0) {
    throw new Error('The archive has no directory.')
  }
  let at = buffer.readUInt32LE(end + 16)
  let left = mostBytes
  const places: { from: number; to: number }[] = []

  for (let count = buffer.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (buffer.readUInt32LE(at) !== centralSignature) {
      throw new Error('The directory of the archive is broken.')
    }
    const lengths = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset))
    const [nameLength = 0] = lengths
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength)

    if (isWanted(name)) {
      const { from, packed } = packedAt({ buffer, entry: at })
      const to = from + packed.length

      if (parts.size >= mostParts) {
        throw new Error('The archive has too many parts.')
      }
      if (parts.has(name) || places.some((place) => from < place.to && place.from < to)) {
        throw new Error('Two parts of the archive share a name or a place.')
      }
      // What is packed costs its reading, whatever it unpacks to.
      left -= packed.length
      const part = unpacked({ buffer, entry: at, mostBytes: left, packed })
      left -= part.length
      parts.set(name, part)
      places.push({ from, to })
    }
    at += 46 + lengths.reduce((sum, length) => sum + length, 0)
  }
  return parts
}

/** Files of Word have a few dozen. */
const mostParts = 1_000

/** Packs parts into an archive, without making them smaller. */
export const zip = (parts: Parts): Uint8Array => {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0

  for (const [name, part] of parts) {
    const shared = Buffer.alloc(26)
    const named = Buffer.from(name)
    const local = Buffer.alloc(4)
    const central = Buffer.alloc(6)
    const rest = Buffer.alloc(14)

    shared.writeUInt16LE(20, 0)
    // Names are UTF-8.
    shared.writeUInt16LE(0x800, 2)
    shared.writeUInt32LE(part.length, 14)
    shared.writeUInt32LE(part.length, 18)
    shared.writeUInt16LE(named.length, 22)
    local.writeUInt32LE(localSignature)
    central.writeUInt32LE(centralSignature)
    central.writeUInt16LE(20, 4)
    rest.writeUInt32LE(offset, 10)
    locals.push(local, shared, named, Buffer.from(part))
    entries.push(central, shared, rest, named)
    offset += 30 + named.length + part.length
  }

  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)

  end.writeUInt32LE(endSignature)
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const localSignature = 0x04034b50
const centralSignature = 0x02014b50
const endSignature = 0x06054b50

/** Where a part lies, and its bytes as they are packed. */
const packedAt = ({
  buffer,
  entry,
}: {
  buffer: Buffer
  entry: number
}): { from: number; packed: Buffer } => {
  const local = buffer.readUInt32LE(entry + 42)
  const from = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28)

  return { from, packed: buffer.subarray(from, from + buffer.readUInt32LE(entry + 20)) }
}

const unpacked = ({
  buffer,
  entry,
  mostBytes,
  packed,
}: {
  buffer: Buffer
  entry: number
  mostBytes: number
  packed: Buffer
}): Uint8Array => {
  const method = buffer.readUInt16LE(entry + 10)

  if (method !== 0 && method !== 8) {
    throw new Error(`The archive is packed in a way that is not known (${method}).`)
  }
  if (mostBytes < 0 || (method === 0 && packed.length > mostBytes)) {
    throw new RangeError('The archive unpacks to too much.')
  }
  // One byte at least, as none would mean no limit. Throws a RangeError where there is more.
  return method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(mostBytes, 1) })
}

/** What a text can have that a version cannot. */
export type DroppedKind =
  | 'comment'
  | 'embedded'
  | 'fieldCode'
  | 'form'
  | 'hidden'
  | 'inPageLink'
  | 'link'
  | 'navigation'
  | 'number'
  | 'pageHeader'
  | 'pageNumber'
  | 'picture'
  | 'repeated'
  | 'script'
  | 'style'
  | 'unknown'
  | 'wordComment'
  | 'wordDeletion'
  | 'wordStyle'

/** What was not taken over: how many, and how the first of them read. */
export type Dropped = { count: number; kind: DroppedKind; samples: string[] }

/** Notes one thing that is not taken over, with its words. */
export type Drop = (kind: DroppedKind, sample: string) => void

/** Counts what is dropped. */
export const dropTally = (): { drop: Drop; dropped: () => Dropped[] } => {
  const byKind = new Map<DroppedKind, Dropped>()

  return {
    drop: (kind, sample) => {
      const entry = byKind.get(kind) ?? { count: 0, kind, samples: [] }
      const words = shortened(sample)

      entry.count += 1
      if (words !== '' && entry.samples.length < mostSamples && !entry.samples.includes(words)) {
        entry.samples.push(words)
      }
      byKind.set(kind, entry)
    },
    dropped: () => [...byKind.values()].sort((one, other) => (one.kind < other.kind ? -1 : 1)),
  }
}

const mostSamples = 3
const longestSample = 80

const shortened = (sample: string): string => {
  const words = sample
    .slice(0, 4 * longestSample)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

  return words.length > longestSample
    ? `${words.slice(0, longestSample - 1).replace(/\p{Surrogate}$/u, '')}…`
    : words
}

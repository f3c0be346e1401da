/**
 * Gives headings their ids, in the order of the text: the words of the heading in lower case with
 * hyphens between them, and a number where another heading has the same. The prefix keeps words that
 * somebody wrote apart from the names that a page's scripts and styles use.
 */
export const headingIds = (): ((words: string) => string) => {
  const taken = new Set<string>()
  const counts = new Map<string, number>()

  return (words) => {
    const base = slugOf(words)
    let count = counts.get(base) ?? 0
    let id: string

    do {
      count += 1
      id = count === 1 ? base : `${base}-${count}`
    } while (taken.has(id))
    counts.set(base, count)
    taken.add(id)
    return id
  }
}

/** The most characters that are taken of a heading's words. */
const longestSlug = 80

const slugOf = (words: string): string =>
  [
    'section',
    ...(words
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []),
  ]
    .join('-')
    .slice(0, 'section-'.length + longestSlug)
    .replace(/[\p{Surrogate}-]+$/u, '')

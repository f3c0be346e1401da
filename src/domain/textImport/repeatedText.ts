/** That a text stands in a document several times, and which of its parts are whole copies' repetitions. */
export type RepeatedText = {
  /** How often the text stands there, the kept copy included. */
  copies: number
  /** In how many places a copy that is left out reads otherwise than the one that is kept. */
  differences: number
  /** The runs of parts that only repeat the kept copy, in their order. */
  repetitions: { from: number; to: number }[]
}

/**
 * Finds out whether a document is one text several times over, as files are that a converter wrote the
 * boxes, drafts or pages of next to each other. Only letters and digits are compared, so that a copy may
 * be torn into fragments; the longest one is the whole. What comes after a copy stays.
 */
export const repeatedText = (parts: readonly string[]): RepeatedText | undefined => {
  const letters = parts.map(lettersOf)
  const starts: number[] = []
  let length = 0

  for (const part of letters) {
    starts.push(length)
    length += part.length
  }

  const all = letters.join('')
  const copies = copiesIn({ all, letters, starts })
  const [first] = copies
  if (!first) {
    return undefined
  }

  const whole = copies.reduce(
    (longest, copy) => (copy.text.length > longest.text.length ? copy : longest),
    first,
  )
  const matches = copies
    .filter((copy) => copy !== whole)
    .map((copy) => ({ copy, ...matchOf({ copy: copy.text, whole: whole.text }) }))
    .filter(({ copy, matched }) => matched >= shortestCopy && matched >= 0.8 * copy.text.length)
  const repetitions = matches.map(({ copy: { from, text, to }, matched }) => {
    // Parts that only follow the copy are not in it.
    const end = (starts[from] ?? 0) + (matched === text.length ? text.length : matched)
    let last = from

    while (last < to && (starts[last] ?? 0) + (letters[last]?.length ?? 0) <= end) {
      last += 1
    }
    return { from, to: last }
  })

  return repetitions.length === 0
    ? undefined
    : {
        copies: repetitions.length + 1,
        differences: matches.reduce((sum, { differences }) => sum + differences, 0),
        repetitions,
      }
}

/** A copy: its parts, the last one excluded, and its letters. */
type Copy = { from: number; text: string; to: number }

/** So many letters at the start of a copy tell it from another text. */
const beginning = 60

/** Less may be repeated with good reason, such as an address or a definition. */
const shortestCopy = 400

const lettersOf = (part: string): string =>
  part
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Where the document begins again as it began. What stands before the first copy is a short preamble. */
const copiesIn = ({
  all,
  letters,
  starts,
}: {
  all: string
  letters: string[]
  starts: number[]
}): Copy[] => {
  const beginnings = new Map<string, number[]>()

  letters.forEach((part, index) => {
    const from = starts[index] ?? 0
    const key = all.slice(from, from + beginning)

    if (part !== '' && key.length === beginning) {
      beginnings.set(key, [...(beginnings.get(key) ?? []).slice(-mostCopies), index])
    }
  })

  const [copies = []] = [...beginnings.values()].filter(
    ([first = 0, second]) => second !== undefined && (starts[first] ?? 0) <= all.length / 10,
  )

  return copies.map((from, index) => {
    const to = copies[index + 1] ?? letters.length

    return { from, text: all.slice(starts[from], starts[to] ?? all.length), to }
  })
}

const mostCopies = 50

/** How many letters of a copy stand in the whole one, in its order, and how often it differs on the way. */
const matchOf = ({
  copy,
  whole,
}: {
  copy: string
  whole: string
}): { differences: number; matched: number } => {
  let at = 0
  let differences = 0
  let inWhole = 0

  for (;;) {
    while (at < copy.length && copy[at] === whole[inWhole]) {
      at += 1
      inWhole += 1
    }

    const next = at < copy.length ? nextMatch({ at, copy, inWhole, whole }) : undefined
    if (!next) {
      return { differences, matched: at }
    }
    differences += 1
    at = next.at
    inWhole = next.inWhole
  }
}

/** Where a copy reads on like the whole one behind a difference of a sentence or two. */
const nextMatch = ({
  at,
  copy,
  inWhole,
  whole,
}: {
  at: number
  copy: string
  inWhole: number
  whole: string
}): undefined | { at: number; inWhole: number } => {
  const ahead = whole.slice(inWhole, inWhole + longestDifference + sameAgain)

  for (let skipped = 0; skipped <= longestDifference; skipped += 4) {
    const found = copy.slice(at + skipped, at + skipped + sameAgain)
    const place = found.length === sameAgain ? ahead.indexOf(found) : -1

    if (place >= 0) {
      return { at: at + skipped, inWhole: inWhole + place }
    }
  }
  return undefined
}

const longestDifference = 300
const sameAgain = 24

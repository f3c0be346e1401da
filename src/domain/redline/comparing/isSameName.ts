/**
 * Whether two titles name the same document: one is the end of the other, and both texts go on to
 * call the document by the longer one. "The Acme Group Customer Privacy Policy" became "Privacy
 * Policy", and both texts speak of "The Acme Group" and of its "Customer Privacy Policy".
 */
export const isSameName = ({
  names,
  words,
}: {
  /** In small letters, a blank between words. */
  names: [string, string]
  /** Of each text, in the same form, with a blank at both ends. */
  words: { a: string; b: string }
}): boolean => {
  if (names.some(({ length }) => length > longestName)) {
    return false
  }

  const [short, long] = [...names].sort((one, other) => one.length - other.length) as [
    string,
    string,
  ]
  const isSaid = (phrase: string) =>
    words.a.includes(` ${phrase} `) && words.b.includes(` ${phrase} `)

  if (short === '' || !long.endsWith(` ${short}`)) {
    return false
  }

  const added = long.slice(0, -short.length - 1).split(' ')

  // What was left out is the owner's name and a word that goes with the rest, or the latter alone.
  return added.some(
    (_, index) =>
      isSaid([...added.slice(index), short].join(' ')) &&
      (index === 0 || isSaid(added.slice(0, index).join(' '))),
  )
}

/** A longer title is no name. */
const longestName = 200

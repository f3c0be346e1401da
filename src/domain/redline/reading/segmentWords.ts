/** Where the words and marks of a text start and end, one after the other; blanks are between them. */
export type Bounds = readonly number[]

/**
 * Splits what stands between two blanks into words and marks, by the rules of Unicode, also where
 * no blanks are between words. Dots in a row are one mark.
 */
export const segmentWords = (chunk: string): Bounds => {
  const plain = plainWord.exec(chunk)?.[0].length

  if (plain !== undefined) {
    return plain === chunk.length ? [0, plain] : [0, plain, plain, chunk.length]
  }

  const bounds: number[] = []

  for (const { from, to } of portionsOf(chunk)) {
    for (const { index, segment } of segmenter.segment(chunk.slice(from, to))) {
      const start = from + index

      if (segment === '.' && bounds.at(-1) === start && chunk[bounds.at(-2)!] === '.') {
        bounds[bounds.length - 1] = start + 1
      } else {
        bounds.push(start, start + segment.length)
      }
    }
  }
  return bounds
}

/** What most words of many texts are, which needs no segmenter: it is slow. */
const plainWord = /^[A-Za-z]+(?=[.,;:]?$)/u

/** Words of any language; which one the segmenter is made for changes next to nothing. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** The segmenter takes the square of a text's length: it gets no more than this at once. */
const longestPortion = 64

const marks = ['。', '、', '，', '；', '！', '？', '.', ',', ';']

/** Ends a portion at a mark where there is one, so that words stay whole. */
const portionsOf = (chunk: string): { from: number; to: number }[] => {
  const portions: { from: number; to: number }[] = []
  let from = 0

  while (chunk.length - from > longestPortion) {
    const portion = chunk.slice(from, from + longestPortion)
    const mark = Math.max(...marks.map((sign) => portion.lastIndexOf(sign)))
    const to = from + (mark > 0 ? mark + 1 : wholeCharacters(portion))

    portions.push({ from, to })
    from = to
  }
  return [...portions, { from, to: chunk.length }]
}

/** A character beyond the first plane is two units of a string. */
const wholeCharacters = (text: string): number =>
  /\p{Surrogate}$/u.test(text) ? text.length - 1 : text.length

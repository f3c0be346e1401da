import type { Pairing } from './pairing.js'
import type { PreparedBlock } from '../reading/preparedBlock.js'

/** The section that each block stands in, by number, and which sections belong together. */
export type SectionPartners = {
  ofA: readonly number[]
  ofB: readonly number[]
  /** For each section of `a` the one of `b` that shares most words with it. */
  partners: ReadonlyMap<number, number>
}

/** Tells by the pairs so far which sections of two texts belong together. */
export const sectionPartners = ({ a, b, toB }: Pairing): SectionPartners => {
  const ofA = sectionsIn(a)
  const ofB = sectionsIn(b)
  const votes = new Map<number, Map<number, number>>()

  a.forEach(({ block, words }, index) => {
    const partner = toB[index]!

    if (partner >= 0) {
      const counts = votes.get(ofA[index]!) ?? new Map<number, number>()
      const isHeading = block.type === 'heading' && b[partner]!.block.type === 'heading'
      const section = ofB[partner]!

      counts.set(
        section,
        (counts.get(section) ?? 0) + words.length + (isHeading ? headingVotes : 0),
      )
      votes.set(ofA[index]!, counts)
    }
  })

  const partners = new Map<number, number>()

  for (const [section, counts] of votes) {
    const [best] = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])

    partners.set(section, best![0])
  }
  return { ofA, ofB, partners }
}

/** The same heading says more than a paragraph: it weighs as much as so many words. */
const headingVotes = 50

/** The number of the section that each block stands in; the one before any heading is 0. */
const sectionsIn = (blocks: readonly PreparedBlock[]): number[] => {
  let section = 0

  return blocks.map(({ block }) => {
    section += block.type === 'heading' ? 1 : 0
    return section
  })
}

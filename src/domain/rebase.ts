import { canonicalJson } from './fingerprint.js'
import { type Block, childrenOf, keyOf, rootOf } from './rebase/blocks.js'
import { type Changes, changesOf } from './rebase/changesOf.js'
import { type Marker, markerBlock } from './rebase/conflicts.js'

/** A text that two were made from, the draft and the text that the draft is rebased onto. */
type Texts = { base: unknown; draft: unknown; label: string; onto: unknown }

export type RebasedText = {
  body: unknown
  /** How many blocks were changed on both sides; each is marked in the text. */
  conflicts: number
}

/**
 * Brings the changes of a draft onto another version of the text that it was started from, block by
 * block: what the draft left alone comes from the other version, what the draft changed stays. Where
 * both changed the same block both are kept, the other's after a marker for the author to settle; of
 * a list the items are what is compared. A language that one of the two does not have comes from the
 * other. Texts are Lexical editor states.
 */
export const rebaseText = ({ base, draft, label, onto }: Texts): RebasedText => {
  const [root, ontoRoot] = [rootOf(draft), rootOf(onto)]

  if (!root || !ontoRoot) {
    return { body: root ? draft : onto, conflicts: 0 }
  }

  const baseRoot = rootOf(base) ?? {}
  const merged = mergeBlocks({
    base: childrenOf(baseRoot),
    draft: childrenOf(root),
    mark: (marker, type = 'paragraph') => markerBlock({ label, marker, type }),
    onto: childrenOf(ontoRoot),
  })
  const frame = isSame(withoutChildren(root), withoutChildren(baseRoot)) ? ontoRoot : root

  return {
    body: {
      ...(draft as Block),
      root: {
        ...frame,
        // The editor cannot open a root without a child.
        children: merged.blocks.length > 0 ? merged.blocks : [emptyParagraph],
      },
    },
    conflicts: merged.conflicts,
  }
}

type Sides = {
  base: readonly Block[]
  draft: readonly Block[]
  mark: Marking
  onto: readonly Block[]
}

/** Makes a marker to stand among the children of a text, or of a list. */
type Marking = (marker: Marker, type?: 'listitem' | 'paragraph') => Block

type Merged = { blocks: Block[]; conflicts: number }

const mergeBlocks = ({ base, draft, mark, onto }: Sides): Merged => {
  const ours = changesOf({ base, side: draft })
  const theirs = changesOf({ base, side: onto })
  const merged = [...base, null].flatMap((block, index) => [
    mergeInserted({ hasBase: base.length > 0, index, mark, ours, theirs }),
    ...(block
      ? [mergeBlock({ block, mark, our: ours.placed[index]!, their: theirs.placed[index]! })]
      : []),
  ])

  return {
    blocks: merged.flatMap(({ blocks }) => blocks),
    conflicts: merged.reduce((sum, { conflicts }) => sum + conflicts, 0),
  }
}

/** What either put in at the same place stands one after the other, and once where both put it in. */
const mergeInserted = ({
  hasBase,
  index,
  mark,
  ours,
  theirs,
}: {
  /** Without a text that both were made from, all of what is new on both sides is in conflict. */
  hasBase: boolean
  index: number
  mark: Marking
  ours: Changes
  theirs: Changes
}): Merged => {
  const our = ours.inserted[index]!
  const known = new Set(our.map(keyOf))
  const their = theirs.inserted[index]!.filter((block) => !known.has(keyOf(block)))

  return hasBase || our.length === 0
    ? { blocks: [...their, ...our], conflicts: 0 }
    : {
        blocks: [...our, ...their.flatMap((block) => [mark('says'), block])],
        conflicts: their.length,
      }
}

/** One block as it stands on both sides now; null where it was taken out. */
const mergeBlock = ({
  block,
  mark,
  our,
  their,
}: {
  block: Block
  mark: Marking
  our: Block | null
  their: Block | null
}): Merged => {
  if (our && keyOf(our) === keyOf(block)) {
    // Where nobody changed what can be seen, the draft keeps what its editor wrote anew.
    const isUntouched = isSame(our, block) || !their || keyOf(their) !== keyOf(block)
    return settled(isUntouched ? their : our)
  }
  if (their && keyOf(their) === keyOf(block)) {
    return settled(our)
  }
  if (!our || !their) {
    return our || their
      ? {
          blocks: our ? [mark('left_out'), our] : [mark('says'), their!],
          conflicts: 1,
        }
      : settled(null)
  }
  if (keyOf(our) === keyOf(their)) {
    return settled(our)
  }
  return areSameList([block, our, their])
    ? mergeList({ block, mark, our, their })
    : { blocks: [our, mark('says'), their], conflicts: 1 }
}

const mergeList = ({
  block,
  mark,
  our,
  their,
}: {
  block: Block
  mark: Marking
  our: Block
  their: Block
}): Merged => {
  const { blocks, conflicts } = mergeBlocks({
    base: childrenOf(block),
    draft: childrenOf(our),
    mark: (marker) => mark(marker, 'listitem'),
    onto: childrenOf(their),
  })
  const list = { ...our, children: numbered({ items: blocks, list: our }) }

  return { blocks: blocks.length > 0 ? [list] : [], conflicts }
}

const settled = (block: Block | null): Merged => ({ blocks: block ? [block] : [], conflicts: 0 })

/** An item that holds a nested list alone shows no number. */
const numbered = ({ items, list }: { items: readonly Block[]; list: Block }): Block[] => {
  let value = typeof list.start === 'number' ? list.start : 1

  return items.map((item) => {
    const shown = value
    value += childrenOf(item)[0]?.type === 'list' ? 0 : 1
    return { ...item, value: shown }
  })
}

const areSameList = (blocks: readonly Block[]): boolean =>
  blocks.every(({ listType, type }) => type === 'list' && listType === blocks[0]?.listType)

const withoutChildren = (node: Block): Block => ({ ...node, children: null })

const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson(one) === canonicalJson(other)

const emptyParagraph: Block = {
  children: [],
  direction: null,
  format: '',
  indent: 0,
  textFormat: 0,
  textStyle: '',
  type: 'paragraph',
  version: 1,
}

/** Words of a policy that stand on their own: a heading, an item of a list or a paragraph. */
export type TextBlock = { text: string; type: 'heading' | 'item' | 'paragraph' }

/** A numbered list that stands in no other. */
export type NumberedList = {
  /** The words of its first item. */
  first: string
  length: number
  start: number
}

/** What can be read of an editor state: blocks and lists in their order, and where links lead. */
export type PolicyText = { blocks: TextBlock[]; lists: NumberedList[]; urls: string[] }

/**
 * Reads the words of a Lexical editor state. A text of any other form has none: whether it is one
 * is for the editor to say.
 */
export const policyTextOf = (body: unknown): PolicyText => {
  const text: PolicyText = { blocks: [], lists: [], urls: [] }

  if (isRecord(body) && isRecord(body.root)) {
    readElement({ depth: 0, element: body.root, text })
  }
  return text
}

type Node = Record<string, unknown>

type Place = { depth: number; element: Node; text: PolicyText }

/** Deeper than any editor nests, and not so deep that reading would break off with an error. */
const deepest = 200

const readElement = ({ depth, element, text }: Place): void => {
  let pieces: string[] = []
  const type = typeOf(element)

  const endBlock = () => {
    const words = withSingleBlanks(pieces.join(''))

    if (words !== '') {
      text.blocks.push({ text: words, type })
    }
    pieces = []
  }

  for (const child of childrenOf({ depth, element })) {
    if (isInline(child)) {
      readInline({ depth: depth + 1, element: child, pieces, text })
    } else {
      endBlock()
      readBlock({ depth: depth + 1, element: child, parent: element, text })
    }
  }
  endBlock()
}

const readBlock = ({ depth, element, parent, text }: Place & { parent: Node }): void => {
  const firstBlock = text.blocks.length

  readElement({ depth, element, text })
  if (element.type === 'list' && element.listType === 'number' && parent.type !== 'listitem') {
    text.lists.push({
      first: text.blocks[firstBlock]?.text ?? '',
      length: childrenOf({ depth, element }).filter((item) => !isOnlyList({ depth, item })).length,
      start: typeof element.start === 'number' ? element.start : 1,
    })
  }
}

const readInline = ({ depth, element, pieces, text }: Place & { pieces: string[] }): void => {
  if (typeof element.text === 'string') {
    pieces.push(element.text)
  } else if (element.type === 'linebreak') {
    pieces.push('\n')
  } else if (element.type === 'tab') {
    pieces.push(' ')
  }

  const url = isRecord(element.fields) ? element.fields.url : element.url

  if (typeof url === 'string') {
    text.urls.push(url)
  }
  for (const child of childrenOf({ depth, element })) {
    readInline({ depth: depth + 1, element: child, pieces, text })
  }
}

const typeOf = ({ type }: Node): TextBlock['type'] =>
  type === 'heading' ? 'heading' : type === 'listitem' ? 'item' : 'paragraph'

const isInline = ({ text, type }: Node): boolean =>
  typeof text === 'string' ||
  type === 'autolink' ||
  type === 'linebreak' ||
  type === 'link' ||
  type === 'tab'

/** The editor puts a nested list into an item of its own, which shows no number. */
const isOnlyList = ({ depth, item }: { depth: number; item: Node }): boolean => {
  const children = childrenOf({ depth, element: item })

  return children.length > 0 && children.every(({ type }) => type === 'list')
}

const childrenOf = ({ depth, element }: { depth: number; element: Node }): Node[] =>
  depth < deepest && Array.isArray(element.children) ? element.children.filter(isRecord) : []

/** Every run of blanks is one, so that no pattern has to count them; the ends of lines stay. */
const withSingleBlanks = (text: string): string =>
  text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim()

const isRecord = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

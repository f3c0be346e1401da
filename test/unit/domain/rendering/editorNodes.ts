/** A node of an editor state with the keys that say something. */
export type Node = Record<string, unknown>

type Content = Node | string

const nodes = (contents: Content[]): Node[] =>
  contents.map((content) => (typeof content === 'string' ? text(content) : content))

/** A node of any type. */
export const element = (type: string, ...contents: Content[]): Node => ({
  children: nodes(contents),
  type,
})

/** Words of a format. */
export const text = (words: string, format = 0): Node => ({ format, text: words, type: 'text' })

export const linebreak: Node = { type: 'linebreak' }

export const paragraph = (...contents: Content[]): Node => element('paragraph', ...contents)

export const heading = (level: number, ...contents: Content[]): Node => ({
  ...element('heading', ...contents),
  tag: `h${level}`,
})

export const quote = (...contents: Content[]): Node => element('quote', ...contents)

export const link = (url: string, ...contents: Content[]): Node => ({
  ...element('link', ...contents),
  fields: { linkType: 'custom', newTab: false, url },
})

/** A list whose items are words, or nodes that stand in an item. */
export const list = (kind: 'bullet' | 'check' | 'number', ...items: Content[]): Node => ({
  ...element(
    'list',
    ...items.map((item) =>
      typeof item === 'object' && item.type === 'listitem' ? item : element('listitem', item),
    ),
  ),
  listType: kind,
  start: 1,
})

/** A table of words; the first row may be one of headings. */
export const table = (rows: Content[][], { headed = false } = {}): Node =>
  element(
    'table',
    ...rows.map((cells, row) =>
      element(
        'tablerow',
        ...cells.map((cell) =>
          typeof cell === 'object' && cell.type === 'tablecell'
            ? cell
            : {
                ...element('tablecell', paragraph(cell)),
                headerState: headed && row === 0 ? 1 : 0,
              },
        ),
      ),
    ),
  )

/** An editor state. */
export const body = (...blocks: Content[]): { root: Node } => ({ root: element('root', ...blocks) })

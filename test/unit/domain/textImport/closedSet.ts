import { safeUrl } from '../../../../src/domain/rendering/safeUrl.js'

type Node = Record<string, unknown>

/** What may stand in each kind of node, as the editor of a version has it. */
const inlines = ['linebreak', 'link', 'text']
const blocks = ['heading', 'horizontalrule', 'list', 'paragraph', 'quote', 'table']
const childrenIn: Record<string, string[]> = {
  heading: inlines,
  link: ['text'],
  list: ['listitem'],
  listitem: [...inlines, 'list'],
  paragraph: inlines,
  quote: inlines,
  root: blocks,
  table: ['tablerow'],
  tablecell: blocks.filter((type) => type !== 'table'),
  tablerow: ['tablecell'],
}

/** What in an editor state is none of what the editor of a version can hold. */
export const faultsIn = (node: unknown): string[] => {
  const { children, fields, tag, text, type } = node as Node
  const allowed = childrenIn[String(type)] ?? []
  const faults: string[] = []

  for (const child of (children ?? []) as Node[]) {
    if (!allowed.includes(String(child.type))) {
      faults.push(`${String(type)} > ${String(child.type)}`)
    }
    faults.push(...faultsIn(child))
  }
  if (type === 'heading' && !/^h[1-6]$/u.test(String(tag))) {
    faults.push(`heading ${String(tag)}`)
  }
  if (type === 'link' && safeUrl((fields as Node).url) !== (fields as Node).url) {
    faults.push(`link ${String((fields as Node).url)}`)
  }
  if (type === 'text' && (text === '' || /[\p{Cc}\p{Surrogate}]/u.test(String(text)))) {
    faults.push(`text ${JSON.stringify(text)}`)
  }
  if (['link', 'list', 'root', 'table', 'tablecell', 'tablerow'].includes(String(type))) {
    faults.push(...((children as Node[]).length > 0 ? [] : [`${String(type)} without children`]))
  }
  if (type === 'listitem' && (children as Node[]).some((child) => child.type === 'list')) {
    // The editor keeps a list of a list apart from words.
    faults.push(...((children as Node[]).length === 1 ? [] : ['listitem with words and a list']))
  }
  return faults
}

import { type HtmlNode, nodesIn, parsedHtml } from './parsers.js'

/** What a rendered text may be made of: the elements, and of each the attributes with their values. */
const allowed: Record<string, Record<string, RegExp>> = {
  a: {
    href: /^(?:https?:\/\/[^/]|mailto:.|tel:.|[#?]|\/(?!\/)|[^:&]*$|\.\/)/u,
    rel: /^noopener noreferrer$/u,
    target: /^_blank$/u,
  },
  blockquote: {},
  br: {},
  code: {},
  div: {},
  em: {},
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, { id: /^section(?:-[\p{L}\p{M}\p{N}]+)*$/u }]),
  ),
  hr: {},
  li: { value: /^\d{1,9}$/u },
  ol: { start: /^\d{1,9}$/u },
  p: {},
  s: {},
  strong: {},
  sub: {},
  sup: {},
  table: {},
  tbody: {},
  td: { colspan: /^\d{1,4}$/u, rowspan: /^\d{1,4}$/u },
  th: { colspan: /^\d{1,4}$/u, rowspan: /^\d{1,4}$/u, scope: /^(?:col|row)$/u },
  tr: {},
  u: {},
  ul: {},
}

const allowedAnywhere: Record<string, RegExp> = {
  align: /^(?:center|justify|left|right)$/u,
  'data-indent': /^[1-9]$/u,
  dir: /^(?:ltr|rtl)$/u,
}

/** What a rendered text has in it that none may have, as a browser would parse it. */
export const htmlFaults = (html: string): string[] => {
  const nodes = nodesIn(parsedHtml(html)).slice(1)
  const ids = nodes.flatMap(({ attrs = [] }) =>
    attrs.flatMap(({ name, value }) => (name === 'id' ? [value] : [])),
  )

  return [
    ...nodes.flatMap(faultsOf),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two of the id ${id}`),
  ]
}

const faultsOf = ({ attrs = [], nodeName }: HtmlNode): string[] => {
  if (nodeName === '#text') {
    return []
  }
  const attributes = allowed[nodeName]

  return attributes === undefined
    ? [`<${nodeName}>`]
    : attrs
        .filter(({ name, value }) => !(attributes[name] ?? allowedAnywhere[name])?.test(value))
        .map(({ name, value }) => `<${nodeName} ${name}="${value}">`)
}

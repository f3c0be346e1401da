import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** A node of a parsed page. */
export type HtmlNode = {
  attrs?: { name: string; value: string }[]
  childNodes?: HtmlNode[]
  nodeName: string
  value?: string
}

/** An element of parsed XML. */
export type XmlElement = {
  attributes?: Record<string, string>
  cdata?: string
  elements?: XmlElement[]
  name?: string
  text?: string
  type: string
}

/** A node of parsed Markdown. */
export type MarkdownNode = {
  children?: MarkdownNode[]
  depth?: number
  ordered?: boolean | null
  start?: null | number
  type: string
  url?: string
  value?: string
}

/** Loads a package that others depend on, by the way from one to the next. */
const load = async (...way: string[]): Promise<unknown> => {
  const file = way.reduce((from, name) => createRequire(from).resolve(name), import.meta.url)

  return import(file.startsWith('file:') ? file : pathToFileURL(file).href)
}

const parse5 = (await load(
  '@arethetypeswrong/cli/package.json',
  'marked-terminal',
  'cli-highlight',
  'parse5',
)) as { default: { parse: (html: string) => HtmlNode; parseFragment: (html: string) => HtmlNode } }

const { fromMarkdown } = (await load(
  '@payloadcms/richtext-lexical',
  'mdast-util-from-markdown',
)) as { fromMarkdown: (markdown: string) => MarkdownNode }

const { marked } = (await load('@arethetypeswrong/cli/package.json', 'marked')) as {
  marked: { parse: (markdown: string, options: object) => string }
}

const xml = (await load('feed', 'xml-js')) as {
  default: { xml2js: (text: string, options: { compact: false }) => XmlElement }
}

/** Parses XML strictly: what is not well-formed throws. */
export const parsedXml = (text: string): XmlElement => xml.default.xml2js(text, { compact: false })

/** The text in an XML element. */
export const xmlText = ({ elements = [] }: XmlElement): string =>
  elements.map(({ cdata, text }) => cdata ?? text ?? '').join('')

/** Parses a part of a page as browsers do, by the HTML standard. */
export const parsedHtml = (html: string): HtmlNode => parse5.default.parseFragment(html)

/** Parses a whole page as browsers do, by the HTML standard. */
export const parsedPage = (html: string): HtmlNode => parse5.default.parse(html)

/** Parses Markdown by the CommonMark specification. */
export const parsedMarkdown = (markdown: string): MarkdownNode => fromMarkdown(markdown)

/** The HTML of Markdown with GitHub's tables, struck-out words and addresses. */
export const htmlOfMarkdown = (markdown: string): string =>
  marked.parse(markdown, { gfm: true, headerIds: false, mangle: false })

/** A node and all that stand in it, in their order. */
export const nodesIn = <Node extends { childNodes?: Node[]; children?: Node[] }>(
  node: Node,
): Node[] => [node, ...(node.childNodes ?? node.children ?? []).flatMap(nodesIn)]

/** The words that a reader of parsed HTML or Markdown sees; parts that stand on their own are lines. */
export const wordsShown = (node: HtmlNode | MarkdownNode): string => {
  const name = 'nodeName' in node ? node.nodeName : node.type
  const parts = ('childNodes' in node ? node.childNodes : (node as MarkdownNode).children) ?? []
  const words = (node.value ?? '') + parts.map(wordsShown).join('')

  return ownLine.has(name) ? `\n${words}\n` : words
}

const ownLine = new Set([
  ...['blockquote', 'br', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'ol', 'p', 'pre'],
  ...['table', 'tbody', 'td', 'th', 'tr', 'ul'],
  ...['blockquote', 'break', 'heading', 'list', 'listItem', 'paragraph', 'thematicBreak'],
])

/** What a text can be imported from. */
export const textFormats = ['docx', 'html', 'markdown', 'text'] as const

/** What a text is imported from. */
export type TextFormat = (typeof textFormats)[number]

/** True for the name of a format. */
export const isTextFormat = (value: unknown): value is TextFormat =>
  textFormats.some((format) => format === value)

/**
 * What a text most likely is: its file's name tells or, where that says no more than `.txt`, the marks
 * in it. A person can always say better.
 */
export const guessFormat = ({
  fileName = '',
  text = '',
}: {
  fileName?: string | undefined
  text?: string
}): TextFormat => {
  const [, extension = ''] = /\.([a-z]+)$/u.exec(fileName.toLowerCase()) ?? []

  return formatOf[extension] ?? (isHtml(text) ? 'html' : isMarkdown(text) ? 'markdown' : 'text')
}

const formatOf: Record<string, TextFormat | undefined> = {
  docx: 'docx',
  htm: 'html',
  html: 'html',
  markdown: 'markdown',
  md: 'markdown',
  xhtml: 'html',
}

/** One element may be mentioned in a text; several are its markup. */
const isHtml = (text: string): boolean =>
  /^\s*<(?:!doctype\s+html|html[\s>])/iu.test(text) ||
  (text.match(/<\/(?:a|article|div|h[1-6]|li|main|p|section|span|strong|table|td|ul)>/giu) ?? [])
    .length > 1

const isMarkdown = (text: string): boolean =>
  [
    /^ {0,3}#{1,6}[ \t]+\S/mu,
    /\*\*\S[^*\n]{0,200}\*\*/u,
    /\[[^\]\n]{1,200}\]\((?:https?:|mailto:|\/|#)/iu,
    /^[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*\|/mu,
  ].some((sign) => sign.test(text))

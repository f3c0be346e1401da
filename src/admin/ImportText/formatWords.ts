import type { TextFormat } from '../../domain/textImport/textFormat.js'

/** The words for each format. */
export const formatWords = {
  docx: 'textFormatDocx',
  html: 'textFormatHtml',
  markdown: 'textFormatMarkdown',
  text: 'textFormatText',
} as const satisfies Record<TextFormat, string>

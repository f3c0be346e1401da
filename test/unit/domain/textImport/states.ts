import type { TextFormat } from '../../../../src/domain/textImport/textFormat.js'

import { renderText } from '../../../../src/domain/rendering/renderText.js'
import { importText, type ImportedText } from '../../../../src/domain/textImport/importText.js'

/** What became of a text, as Markdown. */
export const imported = (
  text: string,
  format: TextFormat = 'html',
): ImportedText & { markdown: string } => {
  const result = importText({ format, text })

  return { ...result, markdown: renderText({ body: result.body }).markdown.trimEnd() }
}

/** How many of each kind were dropped. */
export const counts = ({ dropped }: ImportedText): Record<string, number> =>
  Object.fromEntries(dropped.map(({ count, kind }) => [kind, count]))

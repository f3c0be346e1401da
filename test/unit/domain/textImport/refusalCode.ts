import type { TextFormat } from '../../../../src/domain/textImport/textFormat.js'

import { isPolicyError } from '../../../../src/domain/policyError.js'
import { importText } from '../../../../src/domain/textImport/importText.js'

/** The code that a text is refused with; another error is thrown on. */
export const refusalCode = (text: string, format: TextFormat): string | undefined => {
  try {
    importText({ format, text })
    return undefined
  } catch (error) {
    if (!isPolicyError(error)) {
      throw error
    }
    return error.code
  }
}

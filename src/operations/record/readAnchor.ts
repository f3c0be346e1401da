import { readFile } from 'node:fs/promises'

import { PolicyError } from '../../domain/policyError.js'
import { type Anchor, parseAnchor } from '../../domain/record/anchor.js'

/** An anchor, or the one in a file. @throws PolicyError `INVALID_PARAMETER` for anything else. */
export const readAnchor = async (anchor: unknown): Promise<Anchor> => {
  if (typeof anchor !== 'string') {
    return parseAnchor(anchor)
  }
  let value: unknown

  try {
    value = JSON.parse(await readFile(anchor, 'utf8'))
  } catch (error) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The anchor ${JSON.stringify(anchor)} cannot be read: ${error instanceof Error ? error.message : String(error)}. Give the path of a file that \`payload policies:anchor --out\` wrote.`,
    })
  }
  return parseAnchor(value)
}

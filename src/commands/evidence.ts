import type { BinScript } from 'payload'

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { evidencePage, verifyScript } from '../domain/evidence/evidencePage.js'
import { loadEvidence } from '../operations/evidence.js'
import { runCommand } from './runCommand.js'

/** `payload policies:evidence --version ID [--out DIR]`: exports a version's record, for anybody to check. */
export const script: BinScript = (config) =>
  runCommand({
    allowed: ['out', 'version'],
    config,
    name: 'policies:evidence',
    run: async ({ context, options: { out = '.', version }, payload }) => {
      if (version === undefined) {
        throw new Error(
          'policies:evidence: which version is missing. Name it by its id: --version 12.',
        )
      }
      const evidence = await loadEvidence({ id: version, context, payload })
      const name = `${evidence.policy.slug}-${evidence.version.label}`
      const files = {
        [`${name}.html`]: evidencePage(evidence),
        [`${name}.json`]: JSON.stringify(evidence, null, 2),
        'verify.mjs': verifyScript(),
      }

      await mkdir(out, { recursive: true })
      for (const [file, content] of Object.entries(files)) {
        await writeFile(join(out, file), content)
      }

      return {
        isClean: true,
        report: { files: Object.keys(files).map((file) => join(out, file)) },
        text: `Wrote ${Object.keys(files).join(', ')} to ${out}. The page checks itself in a browser; so does \`node verify.mjs ${name}.json\`.`,
      }
    },
  })

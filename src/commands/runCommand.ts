import { type Config, getPayload, type Payload, type SanitizedConfig } from 'payload'

import { parseArgs } from 'node:util'

import type { PolicyContext } from '../options.js'

import { isTableMissing } from '../database/refusals.js'
import { contextOf } from '../operations/contextOf.js'

/** What a command can be told beside `--json`; each takes a value. */
type Option = 'anchor' | 'out' | 'policy' | 'url' | 'version'
type Options = Partial<Record<Option, string>> & { json: boolean }

/** What a command came to. */
export type Outcome = {
  isClean: boolean
  /** For `--json`. */
  report: unknown
  /** For people. */
  text: string
}

const exitCodes = { clean: 0, failure: 2, finding: 1 }

const meanings: Record<Option, string> = {
  anchor: '--anchor FILE (what policies:anchor wrote)',
  out: '--out FILE (where to write)',
  policy: '--policy SLUG (that policy alone)',
  url: '--url URL (where the copy will be, such as https://policies.example.com)',
  version: '--version ID (of the published version)',
}

/**
 * Runs a command of the plugin and ends the process: with 0 where all is well, 1 on a finding, 2 where
 * it was called wrongly or failed. Payload itself would end it with 0 whatever happened.
 */
export const runCommand = async ({
  allowed,
  config,
  name,
  operand,
  run,
}: {
  allowed: readonly Option[]
  config: SanitizedConfig
  name: string
  /** What the command has to be told beside its options, as its usage writes it. */
  operand?: string
  run: (args: {
    context: PolicyContext
    operand: string
    options: Options
    payload: Payload
  }) => Promise<Outcome>
}): Promise<never> => {
  try {
    const told = toldIn({ allowed, args: process.argv.slice(2), name, operand })
    const { options } = told
    const payload = await getPayload({ config: readingOnly(config), disableOnInit: true })
    const { isClean, report, text } = await run({ ...told, context: contextOf(payload), payload })

    await write(process.stdout, options.json ? JSON.stringify(report, null, 2) : text)
    return process.exit(isClean ? exitCodes.clean : exitCodes.finding)
  } catch (error) {
    await write(process.stderr, wordsOf(error))
    return process.exit(exitCodes.failure)
  }
}

const wordsOf = (error: unknown): string =>
  isTableMissing(error)
    ? 'The database lacks a table of the plugin, so there is nothing to look at yet. Create the tables first: `npx payload migrate`.'
    : error instanceof Error
      ? error.message
      : String(error)

const toldIn = ({
  allowed,
  args,
  name,
  operand,
}: {
  allowed: readonly Option[]
  args: string[]
  name: string
  operand: string | undefined
}): { operand: string; options: Options } => {
  const command = args.findIndex((arg) => arg.toLowerCase() === name)

  try {
    const { positionals, values } = parseArgs({
      allowPositionals: operand !== undefined,
      args: args.toSpliced(command, 1),
      options: {
        json: { type: 'boolean' },
        ...Object.fromEntries(allowed.map((option) => [option, { type: 'string' as const }])),
      },
    })
    if (operand !== undefined && positionals.length !== 1) {
      throw new Error(`${operand} is ${positionals.length === 0 ? 'missing' : 'one only'}`)
    }
    return { operand: positionals[0] ?? '', options: { ...values, json: values.json ?? false } }
  } catch (error) {
    const [fault] = (error instanceof Error ? error.message : String(error)).split('. ')
    const options = ['--json', ...allowed.map((option) => meanings[option])].join(', ')
    throw new Error(
      `${name}: ${fault}. Allowed are ${operand === undefined ? '' : `${operand} and `}${options}.`,
      { cause: error },
    )
  }
}

/**
 * The host's config for a look at its database: connecting changes no table and runs no migration, and
 * what Payload logs does not get between the lines of a report.
 */
const readingOnly = (config: SanitizedConfig): SanitizedConfig => {
  const quiet: Config['logger'] = { destination: process.stderr, options: { level: 'error' } }
  // Typed as if every host had one.
  const { logger } = config as { logger?: SanitizedConfig['logger'] }

  return {
    ...config,
    db: {
      ...config.db,
      init: (args) =>
        Object.assign(config.db.init(args), { prodMigrations: undefined, push: false }),
    },
    logger: logger ?? (quiet as SanitizedConfig['logger']),
  }
}

const write = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((resolve) => stream.write(`${text}\n`, () => resolve()))

import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'

type Schema = Record<string, unknown>
type Described = {
  $ref?: string
  content?: Record<string, { schema: Schema }>
  headers?: Record<string, { required?: boolean; schema: Schema }>
}
type Operation = { responses: Record<string, Described> }

/** What of an OpenAPI document answers are held against. */
export type ApiDocument = {
  components: { responses: Record<string, Described>; schemas: Record<string, Schema> }
  openapi: string
  paths: Record<string, Record<string, Operation>>
  servers: { url: string }[]
}

/** An answer as it came; JSON as its value. */
export type Answered = { body: unknown; headers: Headers; status: number }

/**
 * Holds answers against an OpenAPI document: their status, their headers (none that is not described,
 * none missing), their media type and, of JSON, every value.
 */
export const contractOf = (document: ApiDocument) => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
  ajv.addVocabulary(['components'])
  addFormats.default(ajv)
  const validators = new Map<Schema, ReturnType<typeof ajv.compile>>()
  const seen = new Set<string>()
  const operationsIn = (template: string): Partial<Record<string, Operation>> => {
    const { get, options } = document.paths[template] ?? {}
    return { GET: get, HEAD: get, OPTIONS: options }
  }

  const faultsIn = (schema: Schema, value: unknown): string[] => {
    const validate =
      validators.get(schema) ?? ajv.compile({ ...schema, components: document.components })
    validators.set(schema, validate)
    void validate(value)

    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath || 'it'} ${message} ${JSON.stringify(params)}`,
    )
  }

  return {
    /** What is wrong with an answer, in words; nothing where it is as described. */
    faults: ({
      answer: { body, headers, status },
      method = 'GET',
      path,
    }: {
      answer: Answered
      method?: string
      path: string
    }): string[] => {
      const template = templateOf({ document, path: path.split('?')[0]! })
      const operation = template === undefined ? undefined : operationsIn(template)[method]
      const named = operation?.responses[status] ?? operation?.responses[`${String(status)[0]}XX`]
      const described = named?.$ref
        ? document.components.responses[named.$ref.split('/').at(-1)!]
        : named

      if (!described) {
        return [`${status} is not described for ${method} ${path}`]
      }
      seen.add(`${method} ${String(template)} ${status}`)
      const type = headers.get('content-type')?.split(';')[0]
      const content = described.content?.[type ?? '']
      const hasNone = method === 'HEAD' || !described.content

      return [
        ...headerFaults({ described, faultsIn, headers }),
        ...(hasNone && body !== undefined ? ['there is a body'] : []),
        ...(described.content && !content ? [`it is ${String(type)}`] : []),
        ...(content && !hasNone ? faultsIn(content.schema, body) : []),
      ]
    },
    /** Which answers are described and have not come so far, but for those of something that broke. */
    unseen: () =>
      Object.entries(document.paths)
        .flatMap(([template, operations]) =>
          Object.entries(operations).flatMap(([method, { responses }]) =>
            Object.keys(responses).map((status) => `${method.toUpperCase()} ${template} ${status}`),
          ),
        )
        .filter((described) => !described.endsWith('5XX') && !seen.has(described)),
  }
}

/** The described path that a path is one of; where several fit, the one without a placeholder at that place. */
const templateOf = ({
  document,
  path,
}: {
  document: ApiDocument
  path: string
}): string | undefined =>
  Object.keys(document.paths)
    .filter((template) =>
      new RegExp(
        `^${template.replaceAll('.', String.raw`\.`).replaceAll(/\{\w+\}/g, '[^/]+')}$`,
      ).test(path),
    )
    .sort((one, other) => one.split('{').length - other.split('{').length)[0]

const headerFaults = ({
  described,
  faultsIn,
  headers,
}: {
  described: Described
  faultsIn: (schema: Schema, value: unknown) => string[]
  headers: Headers
}): string[] => {
  const wanted = Object.entries(described.headers ?? {})
  const known = new Set(['content-type', ...wanted.map(([name]) => name.toLowerCase())])

  return [
    ...wanted.flatMap(([name, { required, schema }]) => {
      const value = headers.get(name)
      if (value === null) {
        return required ? [`the header ${name} is missing`] : []
      }
      return faultsIn(schema, value).map((fault) => `the header ${name}: ${fault}`)
    }),
    ...[...headers.keys()]
      .filter((name) => !known.has(name))
      .map((name) => `the header ${name} is not described`),
  ]
}

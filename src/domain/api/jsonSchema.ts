/** What is used of JSON Schema 2020-12, as OpenAPI 3.1 has it. */
export type JsonSchema = {
  $ref?: string
  additionalProperties?: boolean
  anyOf?: readonly JsonSchema[]
  const?: string
  description?: string
  enum?: readonly string[]
  format?: string
  items?: JsonSchema
  minimum?: number
  pattern?: string
  properties?: Readonly<Record<string, JsonSchema>>
  required?: readonly string[]
  type?: string | readonly string[]
}

/** An object with these properties and no others; all of them are there but the optional ones. */
export const closed = (
  properties: Readonly<Record<string, JsonSchema>>,
  { description, optional = [] }: { description?: string; optional?: readonly string[] } = {},
): JsonSchema => ({
  additionalProperties: false,
  ...(description !== undefined && { description }),
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  type: 'object',
})

/** What a schema describes, or null. */
export const nullable = ({ type, ...schema }: JsonSchema): JsonSchema =>
  typeof type === 'string' && schema.enum === undefined
    ? { ...schema, type: [type, 'null'] }
    : { anyOf: [{ ...schema, ...(type !== undefined && { type }) }, { type: 'null' }] }

/** A schema with what it stands for here. */
export const described = (description: string, schema: JsonSchema): JsonSchema => ({
  ...schema,
  description,
})

/** One of the components, by its name. */
export const ref = (name: string): JsonSchema => ({ $ref: `${refPrefix}${name}` })

/** What comes before the name of a component. */
export const refPrefix = '#/components/schemas/'

export const listOf = (items: JsonSchema): JsonSchema => ({ items, type: 'array' })

export const oneOfWords = (...words: string[]): JsonSchema => ({ enum: words, type: 'string' })

export const boolean: JsonSchema = { type: 'boolean' }

export const day: JsonSchema = { format: 'date', type: 'string' }

export const instant: JsonSchema = {
  description: 'ISO 8601, UTC, in milliseconds.',
  format: 'date-time',
  pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$`,
  type: 'string',
}

export const text: JsonSchema = { type: 'string' }

export const uri: JsonSchema = { format: 'uri-reference', type: 'string' }

export const whole: JsonSchema = { minimum: 0, type: 'integer' }

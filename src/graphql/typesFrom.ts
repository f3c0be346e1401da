import type * as GraphQL from 'graphql'

import { type JsonSchema, refPrefix } from '../domain/api/jsonSchema.js'

/** What types are made with. */
type Library = Pick<
  typeof GraphQL,
  | 'GraphQLBoolean'
  | 'GraphQLEnumType'
  | 'GraphQLID'
  | 'GraphQLInt'
  | 'GraphQLList'
  | 'GraphQLNonNull'
  | 'GraphQLObjectType'
  | 'GraphQLScalarType'
  | 'GraphQLString'
>

/** A type of answers that may be null. */
type Bare =
  | GraphQL.GraphQLEnumType
  | GraphQL.GraphQLList<GraphQL.GraphQLOutputType>
  | GraphQL.GraphQLObjectType
  | GraphQL.GraphQLScalarType

/**
 * Makes GraphQL types of JSON Schemas, so that an answer is described once: closed objects and lists of
 * words become types of their own, what has no fields that are known becomes JSON.
 */
export const typesFrom = ({
  graphQL,
  json,
  prefix,
  schemas,
}: {
  /** The library as Payload hands it out: types of two copies of it do not mix. */
  graphQL: Library
  /** Components that are answered as JSON. */
  json: readonly string[]
  /** Before the name of each type, as a schema has one of each name. */
  prefix: string
  schemas: Readonly<Record<string, JsonSchema>>
}): ((name: string) => GraphQL.GraphQLOutputType) => {
  const made = new Map<string, Bare>()
  const jsonType = new graphQL.GraphQLScalarType({
    description: 'Any JSON.',
    name: `${prefix}JSON`,
    serialize: (value) => value,
  })

  const outputOf = (schema: JsonSchema): GraphQL.GraphQLOutputType => {
    const { isNullable, type } = bareOf(schema)
    return isNullable ? typeOf(type) : new graphQL.GraphQLNonNull(typeOf(type))
  }

  const typeOf = ({ $ref, items, type }: JsonSchema): Bare => {
    if ($ref !== undefined) {
      return named($ref.slice(refPrefix.length))
    }
    switch (Array.isArray(type) ? 'id' : type) {
      case 'array':
        return new graphQL.GraphQLList(outputOf(items ?? {}))
      case 'boolean':
        return graphQL.GraphQLBoolean
      case 'id':
        return graphQL.GraphQLID
      case 'integer':
        return graphQL.GraphQLInt
      case 'string':
        return graphQL.GraphQLString
      default:
        return jsonType
    }
  }

  const named = (name: string): Bare => {
    const known = made.get(name)
    if (known) {
      return known
    }
    const type = json.includes(name) ? jsonType : makeNamed(name)
    made.set(name, type)
    return type
  }

  const makeNamed = (name: string): Bare => {
    const { description, enum: words, properties = {}, required = [] } = schemas[name] ?? {}
    const shared = { description, name: `${prefix}${name}` }

    if (words) {
      return new graphQL.GraphQLEnumType({
        ...shared,
        values: Object.fromEntries(words.map((word) => [word, { value: word }])),
      })
    }
    return new graphQL.GraphQLObjectType({
      ...shared,
      // Later, as types may refer to each other.
      fields: () =>
        Object.fromEntries(
          Object.entries(properties).map(([field, schema]) => [
            field,
            {
              description: schema.description,
              type: required.includes(field) ? outputOf(schema) : typeOf(bareOf(schema).type),
            },
          ]),
        ),
    })
  }

  return (name) => new graphQL.GraphQLNonNull(named(name))
}

/** A schema without the null that it allows. */
const bareOf = (schema: JsonSchema): { isNullable: boolean; type: JsonSchema } => {
  const { anyOf, type } = schema
  const [only, ...others] = anyOf?.filter((one) => one.type !== 'null') ?? []

  if (only && others.length === 0) {
    return { isNullable: true, type: only }
  }
  if (Array.isArray(type) && type.includes('null')) {
    return { isNullable: true, type: { ...schema, type: String(type[0]) } }
  }
  return { isNullable: false, type: schema }
}

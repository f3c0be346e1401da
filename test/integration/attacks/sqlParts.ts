import type { State } from './world.js'

import { type SqlAttack, sqlAttacks, type SqlWorld } from './sqlAttack.js'
import { publishApproved } from './sqlPublications.js'

/** A table that holds a part of a version, of a host with languages and fields of its own. */
type Part = {
  /** What is changed of a row. */
  edit: string
  /** A new row, as a query of its values; `$1` is the version. */
  insert: string
  name: string
  /** The column that names the row which it is a part of. */
  parent: string
  /** The ids of such rows of a version, as a query; `$1` is the version. */
  parents: string
}

const versions = 'select $1::int'
const sections = 'select id from policy_versions_sections where _parent_id = $1'

const parts: Part[] = [
  {
    name: 'policy_versions_locales',
    edit: `title = 'x'`,
    insert: `(_locale, _parent_id, title, body) select 'de', $1, 'x', '{}'`,
    parent: '_parent_id',
    parents: versions,
  },
  {
    name: 'policy_versions_texts',
    edit: `text = 'x'`,
    insert: `("order", parent_id, path, text) select 9, $1, 'noticeChannels', 'x'`,
    parent: 'parent_id',
    parents: versions,
  },
  {
    name: 'policy_versions_rels',
    edit: `"order" = 9`,
    insert: `("order", parent_id, path, users_id) select 9, $1, 'related', min(id) from users`,
    parent: 'parent_id',
    parents: versions,
  },
  {
    name: 'policy_versions_tags',
    edit: `value = 'two'`,
    insert: `("order", parent_id, value) select 9, $1, 'two'`,
    parent: 'parent_id',
    parents: versions,
  },
  {
    name: 'policy_versions_sections',
    edit: `_order = 9`,
    insert: `(_order, _parent_id, id) select 9, $1, 'x'`,
    parent: '_parent_id',
    parents: versions,
  },
  {
    name: 'policy_versions_sections_locales',
    edit: `heading = 'x'`,
    insert: `(_locale, _parent_id, heading) select 'de', id, 'x' from (${sections}) s`,
    parent: '_parent_id',
    parents: sections,
  },
  {
    name: 'policy_versions_sections_points',
    edit: `point = 'x'`,
    insert: `(_order, _parent_id, id, point) select 9, id, 'x', 'x' from (${sections}) s`,
    parent: '_parent_id',
    parents: sections,
  },
]

const statement = (state: State, text: string) => (world: SqlWorld) => ({
  text,
  values: [world.versions[state]],
})

const moved = ({ name, parent, parents }: Part) => {
  const ofOther = parents.replace('$1', '$2')
  return `update ${name} set ${parent} = (${ofOther} limit 1) where ${parent} in (${parents})`
}

/** Attempts by SQL to rewrite the parts of a version, and to publish one whose parts changed. */
export const sqlParts: SqlAttack[] = parts.flatMap((part) => {
  const { edit, insert, name, parent, parents } = part
  const ofOne = `where ${parent} in (${parents})`

  return sqlAttacks([
    [
      `adds to ${name} of a published version`,
      'SEALED',
      (world) => [statement('upcoming', `insert into ${name} ${insert}`)(world)],
    ],
    [
      `edits ${name} of a published version`,
      'SEALED',
      (world) => [statement('upcoming', `update ${name} set ${edit} ${ofOne}`)(world)],
    ],
    [
      `deletes ${name} of a published version`,
      'SEALED',
      (world) => [statement('inForce', `delete from ${name} ${ofOne}`)(world)],
    ],
    [
      `moves ${name} of a published version to a draft`,
      'SEALED',
      (world) => [{ text: moved(part), values: [world.versions.upcoming, world.versions.draft] }],
    ],
    [
      `moves ${name} of a draft to a published version`,
      'SEALED',
      (world) => [{ text: moved(part), values: [world.versions.draft, world.versions.upcoming] }],
    ],
    [
      `publishes what was approved with other ${name}`,
      'APPROVAL_VOID',
      (world) => [
        statement('approved', `update ${name} set ${edit} ${ofOne}`)(world),
        publishApproved(world),
      ],
    ],
    [
      `publishes what was approved with more in ${name}`,
      'APPROVAL_VOID',
      (world) => [
        statement('approved', `insert into ${name} ${insert}`)(world),
        publishApproved(world),
      ],
    ],
    [
      `publishes what was approved without its ${name}`,
      'APPROVAL_VOID',
      (world) => [
        statement('approved', `delete from ${name} ${ofOne}`)(world),
        publishApproved(world),
      ],
    ],
  ])
})

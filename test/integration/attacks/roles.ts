import pg from 'pg'

import { newDatabase } from '../../helpers/app.js'
import { withDatabase } from '../../helpers/catalog.js'

/** An app's database with the two kinds of roles that an app connects as. */
export type Roles = {
  /** Lets the application's role read and write every table that is there by now. */
  grant: () => Promise<void>
  urls: {
    /** Owns nothing, and reads and writes everything. */
    application: string
    /** Owns the database and its tables. */
    owner: string
    superuser: string
  }
}

/** Creates a database that an ordinary role owns, and a role that owns nothing in it. */
export const createRoles = async (schema = 'public'): Promise<Roles> => {
  const superuser = await newDatabase()
  const database = new URL(superuser).pathname.slice(1)
  const urlOf = (role: string) => {
    const url = new URL(superuser)
    url.username = role
    url.password = 'secret'
    return url.href
  }
  const owner = `${database}_owner`
  const application = `${database}_application`

  await withDatabase(superuser, (client) =>
    client.query(`
      create role ${owner} login password 'secret';
      create role ${application} login password 'secret';
      alter database ${database} owner to ${owner};
      grant create, usage on schema public to ${owner};
      ${schema === 'public' ? '' : `create schema ${schema} authorization ${owner};`}`),
  )

  return {
    grant: () =>
      withDatabase(superuser, async (client) => {
        await client.query(`
          grant usage on schema ${schema} to ${application};
          grant select, insert, update, delete on all tables in schema ${schema} to ${application};
          grant usage on all sequences in schema ${schema} to ${application}`)
      }),
    urls: { application: urlOf(application), owner: urlOf(owner), superuser },
  }
}

/** A connection that resolves names in a schema. */
export const connect = async (url: string, schema = 'public'): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`set search_path to ${schema}`)
  return client
}

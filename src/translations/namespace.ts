/** The namespace of the plugin's words in Payload's translations. */
export const namespace = 'plugin-policy-versioning'

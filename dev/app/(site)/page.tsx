import { PolicyNotice } from 'payload-plugin-policy-versioning/site'

import { policyAddresses } from './addresses.js'
import { policyClient } from './api.js'
import { Bookshelf } from './components/Bookshelf.js'
import { Hero } from './components/Hero.js'
import { Shops } from './components/Shops.js'

const Home = async () => (
  <>
    <PolicyNotice addresses={policyAddresses} client={await policyClient()} timeout={Infinity} />
    <Hero />
    <Bookshelf />
    <Shops />
  </>
)

export default Home

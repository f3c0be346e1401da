import { activeNotices } from './api.js'
import { Bookshelf } from './components/Bookshelf.js'
import { ChangeNotices } from './components/ChangeNotices.js'
import { Hero } from './components/Hero.js'
import { Shops } from './components/Shops.js'

const Home = async () => (
  <>
    <ChangeNotices notices={await activeNotices()} />
    <Hero />
    <Bookshelf />
    <Shops />
  </>
)

export default Home

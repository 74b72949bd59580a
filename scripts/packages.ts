import { DEBIAN_PACKAGES, installPackages, mayInstall } from '../test/fixtures/debian-packages.ts'

/** All that tests would install one after the other. Where that may not be done, it says what to install. */
const packages = [...new Set(Object.values(DEBIAN_PACKAGES).flat())]
if (mayInstall()) installPackages(packages)
else console.log(`apt-get install --no-install-recommends ${packages.join(' ')}`)

// Builds dist/ before the stories when it is stale: pages and programs are tried as they are shipped.
import { build } from '../scripts/build.mjs';

export function setup() {
  build();
}

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import browsers from './scripts/browsers.json' with { type: 'json' };

/** The pages, for the browser. The programs that run on Node are bundled by scripts/bundle.mjs. */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: { outDir: '../../dist/web', emptyOutDir: true, manifest: true, target: browsers },
  // Everything that is no page of the browser's own comes from the server beside it.
  server: { proxy: { '^/(api|b/|icon\\.svg|$)': `http://localhost:${process.env['PORT'] ?? 8080}` } },
});

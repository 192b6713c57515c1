import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** These know light-dark(); what it is turned into for older ones asks for a colour scheme that Mantine sets elsewhere. */
const CSS_TARGET = ['chrome123', 'edge123', 'firefox120', 'safari17.5'];

/** `npm run dev -w @docket/web` serves the sources beside a Docket on its usual port, with reload on save. */
export default defineConfig({
  plugins: [react()],
  server: { port: 4001, proxy: { '/api': 'http://127.0.0.1:4000', '/docs': 'http://127.0.0.1:4000' } },
  build: {
    target: 'es2022',
    cssTarget: CSS_TARGET,
    sourcemap: false,
    chunkSizeWarningLimit: 600,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Without groups a first page asks for some sixty small files; these two are the same for every page.
          groups: [
            { name: 'frame', test: /packages\/web\/src\/(parts|shell|session|format)\//, minShareCount: 2 },
            {
              name: 'libraries',
              test: /node_modules\/(react|react-dom|scheduler|@mantine\/(core|hooks|notifications)|@tanstack|i18next|react-i18next|@floating-ui|clsx)\//,
            },
          ],
        },
      },
    },
  },
});

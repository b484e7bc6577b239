// Bundles runner/main.ts into dist/: one file a command, loaded when it is needed. `node scripts/build.mjs [ENTRY] [FOLDER]`
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { callForBuiltins } from './build/builtins.mjs';

const root = resolve(import.meta.dirname, '..');
const entry = resolve(process.argv[2] ?? join(root, 'runner/main.ts'));
const folder = resolve(process.argv[3] ?? join(root, 'dist'));

/** Parts of dependencies that nothing here calls: without them the bundle is a sixth and starts 80 ms sooner. */
const unused = /^(react-devtools-core|ssh2|cpu-features|protobufjs|@grpc\/.*)$/;

const withoutUnused = {
  name: 'without-unused',
  setup(bundle) {
    bundle.onResolve({ filter: unused }, ({ path }) => ({ path, namespace: 'unused' }));
    bundle.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'export default {};' }));
    // BuildKit's session is the one user of gRPC in dockerode; it loads its .proto file by a path beside it.
    bundle.onLoad({ filter: /dockerode\/lib\/session\.js$/ }, () => ({ contents: 'module.exports = undefined;' }));
    // Fifty languages of messages that nobody is shown: what is wrong with a lab is said in our own words.
    bundle.onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({ contents: 'export {};' }));
    // Commander starts programs only for commands that are files of their own.
    bundle.onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /node_modules\/commander\//.test(importer) ? { path, namespace: 'unused' } : undefined,
    );
  },
};

const { outputFiles } = await build({
  entryPoints: { main: entry },
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  jsx: 'automatic',
  // Less to read, and to keep in memory for as long as a lab is open.
  minify: true,
  legalComments: 'none',
  logLevel: 'silent',
  external: ['*.node', '@lydell/node-pty'],
  define: { 'process.env.NODE_ENV': '"production"' },
  // Bundled CommonJS still calls require for Node's own modules; a real one is made only for what is none of them.
  banner: {
    js: "const require = (id) => process.getBuiltinModule(id) ?? process.getBuiltinModule('module').createRequire(import.meta.url)(id);",
  },
  plugins: [withoutUnused],
  write: false,
}).catch(({ message, errors = [] }) => {
  const lines = errors.map(({ location, text }) =>
    location ? `${location.file}:${location.line}:${location.column}: error: ${text}` : `error: ${text}`,
  );
  process.stderr.write(`${lines.length > 0 ? lines.join('\n') : `error: ${message}`}\n`);
  return process.exit(1);
});

for (const file of outputFiles) {
  await mkdir(dirname(file.path), { recursive: true });
  const isCode = file.path.endsWith('.mjs');
  await writeFile(`${file.path}.${process.pid}`, isCode ? callForBuiltins(file.text) : file.contents);
  await rename(`${file.path}.${process.pid}`, file.path);
}

// Parts of earlier builds stay for an hour: a program that runs may not have loaded them all yet.
const fresh = new Set(outputFiles.map((file) => basename(file.path)));
for (const name of await readdir(folder)) {
  const path = join(folder, name);
  if (name.startsWith('.') || fresh.has(name)) continue;
  // A build beside this one may have renamed or removed it meanwhile.
  const found = await stat(path).catch(() => undefined);
  if (found && Date.now() - found.mtimeMs > 3_600_000) await rm(path, { recursive: true, force: true });
}

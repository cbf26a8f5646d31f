// Builds the bundle that the wheel carries: src/glasshield/web/glasshield.js and .css.
//
//   node build.mjs            write it
//   node build.mjs --compare  build, write nothing, and fail where the tree holds something else
//   node build.mjs --analyze  write it and say how large it and its parts are
import { readFile, readdir, mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "src", "glasshield", "web");

const options = {
  absWorkingDir: here,
  entryPoints: [
    { in: "src/main.ts", out: "glasshield" },
    { in: "src/main.css", out: "glasshield" },
  ],
  outdir: target,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  loader: { ".woff2": "file" },
  external: ["*.woff2"],
  legalComments: "none",
  metafile: true,
  write: false,
  logLevel: "warning",
};

/** The folders of the packages whose code stands in the bundle, in the order of their names. */
function packagesOf(metafile) {
  const found = new Set();
  for (const [output, { inputs }] of Object.entries(metafile.outputs)) {
    if (!output.endsWith(".js") && !output.endsWith(".css")) continue;
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
      if (name !== undefined && bytesInOutput > 0) found.add(name);
    }
  }
  return [...found].sort();
}

/** A comment with the licences of the packages, which travels with every copy of the bundle. */
async function licences(names) {
  const parts = [];
  for (const name of names) {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
    if (file === undefined) throw new Error(`${name} ships no licence: the bundle may not hold it`);
    const text = (await readFile(join(folder, file), "utf8")).trim().replaceAll("*/", "* /");
    parts.push(`${name} ${version} (${license})\n\n${text}`);
  }
  const own = "Glasshield, Copyright 2026 the Glasshield authors, Apache-2.0. It holds code of:";
  return `/*!\n${[own, ...parts].join("\n\n----\n\n").replaceAll("\r\n", "\n")}\n*/\n`;
}

/** The files of the bundle: name and bytes. */
async function built() {
  const result = await esbuild.build(options);
  const banner = await licences(packagesOf(result.metafile));
  const files = result.outputFiles.map(({ path, text }) => ({
    name: relative(target, path),
    bytes: Buffer.from(path.endsWith(".js") ? banner + text : text, "utf8"),
  }));
  return { files, metafile: result.metafile };
}

function sizes({ files, metafile }) {
  for (const { name, bytes } of files) {
    const gzip = gzipSync(bytes, { level: 9 }).length;
    const brotli = brotliCompressSync(bytes).length;
    console.log(`${name}: ${bytes.length} bytes, gzip ${gzip}, brotli ${brotli}`);
  }
  const total = new Map();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const group = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? dirname(path);
      total.set(group, (total.get(group) ?? 0) + bytesInOutput);
    }
  }
  for (const [group, bytes] of [...total].sort((a, b) => b[1] - a[1])) {
    console.log(`  ${String(bytes).padStart(8)}  ${group}`);
  }
}

async function differing(files) {
  const wrong = [];
  for (const { name, bytes } of files) {
    const held = await readFile(join(target, name)).catch(() => null);
    if (held === null || !held.equals(bytes)) wrong.push(name);
  }
  return wrong;
}

const bundle = await built();
if (process.argv.includes("--compare")) {
  const wrong = await differing(bundle.files);
  if (wrong.length > 0) {
    console.error(`src/glasshield/web: ${wrong.join(", ")} is not what web/ builds: run make web.`);
    process.exit(1);
  }
} else {
  await mkdir(target, { recursive: true });
  for (const { name, bytes } of bundle.files) await writeFile(join(target, name), bytes);
}
if (process.argv.includes("--analyze")) sizes(bundle);

// Bundles the unit tests and runs them with node's own runner. Names given choose among them:
//
//   node test.mjs            all
//   node test.mjs earth topo only test/earth.test.ts and test/topo.test.ts
import { spawnSync } from "node:child_process";
import { mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, "build", `test-${process.pid}`);
const asked = process.argv.slice(2);

const all = (await readdir(join(here, "test"))).filter((name) => name.endsWith(".test.ts")).sort();
const names = asked.length > 0 ? all.filter((name) => asked.includes(name.split(".")[0])) : all;
if (names.length === 0) {
  console.error(`No test of this name: ${asked.join(", ")}. There are: ${all.join(", ")}`);
  process.exit(2);
}
await mkdir(folder, { recursive: true });
await esbuild.build({
  absWorkingDir: here,
  entryPoints: names.map((name) => `test/${name}`),
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node18",
  loader: { ".topo.json": "json" },
  logLevel: "warning",
});
const files = names.map((name) => join(folder, name.replace(/\.ts$/, ".mjs")));
const { status } = spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit" });
await rm(folder, { recursive: true, force: true });
process.exit(status ?? 1);

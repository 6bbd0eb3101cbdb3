import path from "node:path";

/** A path as a person would type it: short below this folder, whole elsewhere. */
export function shownPath(file) {
  const relative = path.relative(".", file);
  return relative === "" || relative.startsWith("..") || path.isAbsolute(relative) ? path.resolve(file) : relative;
}
